import { mkdtempSync, rmSync } from 'node:fs'
import { request, type RequestOptions } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Log, LogLevel, Miniflare, Response } from 'miniflare'
import { build } from 'vite'

const bundled = new Map<string, Promise<string>>()

/** The Workers entry as one script, as a deployment has it. */
async function bundle(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lookbook-worker-'))
  try {
    const output = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir: folder,
        target: 'es2024',
        minify: false,
        rolldownOptions: { output: { codeSplitting: false }, external: [/^node:/, 'cloudflare:workers'] },
      },
      ssr: { noExternal: true, target: 'webworker' },
    })
    const [first] = 'output' in output ? output.output : []
    if (!first || !('code' in first)) throw new Error('Nothing was built.')
    return first.code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** With a Host of its own, which fetch does not send. */
const ask = (options: RequestOptions, body: string | undefined) =>
  new Promise<globalThis.Response>((resolve, reject) => {
    const asked = request({ ...options, host: '127.0.0.1', agent: false }, (answer) => {
      const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      )
      buffer(answer).then(
        (content) =>
          resolve(
            new globalThis.Response(content.length > 0 ? new Uint8Array(content) : null, {
              status: answer.statusCode ?? 0,
              headers,
            }),
          ),
        reject,
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

export interface Workerd {
  /** As a page of ours asks. */
  get: (path: string, init?: Asked) => Promise<globalThis.Response>
  /** Ends the process and starts another on the same storage. */
  restart: () => Promise<void>
  /** What it has written to its log, a line of JSON a request. */
  log: () => string
  close: () => Promise<void>
}

const index = '<!doctype html><meta name="lookbook" content="{}"><title>Lookbook</title>'

/** The built page, as far as a test needs it. */
const files: Record<string, [type: string, body: string]> = {
  '/index.html': ['text/html', index],
  '/assets/index-abc.js': ['text/javascript', 'globalThis.loaded = true'],
}

/** The Worker in workerd, with a Durable Object and assets, until it is closed. */
export async function startWorkerd(
  settings: Record<string, string> = {},
  entry = 'src/server/worker.ts',
): Promise<Workerd> {
  const building = bundled.get(entry) ?? bundle(entry)
  bundled.set(entry, building)
  const script = await building
  const storage = mkdtempSync(join(tmpdir(), 'lookbook-storage-'))
  let log = ''
  const start = () =>
    new Miniflare({
      log: new Log(LogLevel.NONE),
      handleRuntimeStdio: (...outputs: NodeJS.ReadableStream[]) => {
        for (const output of outputs) output.on('data', (data: Buffer) => (log += data.toString()))
      },
      modules: true,
      script,
      compatibilityDate: '2026-07-01',
      compatibilityFlags: ['nodejs_compat'],
      bindings: { PUBLIC_URL: 'https://lookbook.example', ...settings },
      durableObjects: { LOOKBOOK: { className: 'Lookbook', useSQLite: true } },
      durableObjectsPersist: storage,
      serviceBindings: {
        ASSETS: ({ url }: { url: string }) => {
          const [type, body] = files[new URL(url).pathname] ?? []
          return body === undefined || type === undefined
            ? new Response('Not found', { status: 404 })
            : new Response(body, { headers: { 'content-type': type, etag: '"1"' } })
        },
      },
    })
  let worker = start()
  await worker.ready
  return {
    async get(path, { method = 'GET', headers = {}, body } = {}) {
      const { port } = await worker.ready
      return ask(
        {
          port,
          path,
          method,
          headers: {
            host: 'lookbook.example',
            'x-lookbook': '1',
            origin: 'https://lookbook.example',
            'sec-fetch-site': 'same-origin',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        body,
      )
    },
    async restart() {
      await worker.dispose()
      worker = start()
      await worker.ready
    },
    log: () => log,
    async close() {
      await worker.dispose()
      rmSync(storage, { recursive: true, force: true })
    },
  }
}
