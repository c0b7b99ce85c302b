import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite'
import { ConfigError } from './config-error.ts'
import { readConfig } from './config.ts'
import { loadDotEnv, honourProxy } from './environment.ts'
import { fileType } from './file-types.ts'
import { launchAddress } from './launch-token.ts'
import { openLedger } from './ledger-file.ts'
import { noLedger } from './ledger-store.ts'
import { createJsonLog } from './log.ts'
import { packageVersion } from './package-version.ts'
import { pickerPath } from './picker-headers.ts'
import type { Runtime } from './runtime.ts'
import { withSecretFiles } from './secret-files.ts'

const log = createJsonLog((line) => process.stdout.write(line))

/** The server's code as Vite loads it, made anew when a file of it changes. */
function createReloading(server: ViteDevServer) {
  const ssr = server.environments.ssr
  if (!isRunnableDevEnvironment(ssr)) throw new Error("Vite's ssr environment runs no code.")
  type Made = { module: object; runtime: Runtime; app: ReturnType<Runtime['start']>; pictures: boolean }
  let made: Made | undefined
  const tell = ({ launchToken, startSpending }: Runtime) => {
    const { config } = server
    const address = launchAddress(`http://localhost:${config.server.port}`, launchToken)
    if (launchToken !== null) config.logger.info(`Lookbook on ${address}`)
    if (!startSpending()) config.logger.warn(noLedger)
  }
  return async (): Promise<Made & { inject: (html: string, path: string) => string }> => {
    const pages = await ssr.runner.import<typeof import('./page-config.ts')>('/src/server/page-config.ts')
    const module = await ssr.runner.import<typeof import('./runtime.ts')>('/src/server/runtime.ts')
    if (made?.module !== module) {
      const runtime = module.createRuntime(withSecretFiles(process.env), packageVersion(), openLedger)
      const { openPictures } = await ssr.runner.import<typeof import('./open-pictures.ts')>(
        '/src/server/open-pictures.ts',
      )
      const pictures = await openPictures(runtime, server.config.publicDir, packageVersion())
      const { port } = server.config.server
      const previous = made
      // Vite's client and styles are inline, which the production policy refuses.
      const app = runtime.start({ ...runtime.config, port }, { pictures, log, csp: false })
      made = { module, runtime, app, pictures: pictures !== null }
      // The ledger is one server's at a time.
      await previous?.runtime.close()
      tell(runtime)
    }
    const { pictures, runtime } = made
    const injectAt = (html: string, path: string) =>
      (path === pickerPath ? pages.injectPickerConfig : pages.injectPageConfig)(
        html,
        runtime.config,
        pictures,
      )
    return { ...made, inject: injectAt }
  }
}

/** Vite would print a stack of its own around the one sentence that matters. */
function readOrExit() {
  try {
    loadDotEnv()
    honourProxy(process.env)
    return readConfig(withSecretFiles(process.env))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return process.exit(78)
  }
}

/** `npm run dev`: the same API through the same gate, and the page's settings in index.html. */
export function lookbookDev(): Plugin {
  let reloading: ReturnType<typeof createReloading> | undefined
  return {
    name: 'lookbook-dev',
    apply: (_, { command, isPreview }) => command === 'serve' && !isPreview && !process.env['VITEST'],
    config() {
      const { port, host } = readOrExit()
      // Vite's own CORS would let pages of any other local server read the API.
      return { server: { port, host, strictPort: true, cors: false } }
    },
    configureServer(server) {
      const load = createReloading(server)
      reloading = load
      server.httpServer?.once('listening', () => {
        // What fails here fails again, and is told, at the first request.
        load().catch(() => undefined)
      })
      server.middlewares.use((request, response, next) => {
        if (
          !/^\/(?:api(?:[/?]|$)|healthz(?:\?|$)|pictures(?:[/?]|$)|sandbox\/captions\/)/.test(
            request.url ?? '',
          )
        )
          return next()
        const listener = getRequestListener(
          async (asked, env) => (await load()).app.fetch(asked, { incoming: env.incoming }),
          {
            overrideGlobalObjects: false,
            errorHandler: (error) => next(error),
          },
        )
        void listener(request, response)
      })
    },
    async transformIndexHtml(html, { originalUrl = '/' }) {
      const path = originalUrl.replace(/[?#].*/, '')
      return reloading ? (await reloading()).inject(html, path) : html
    },
  }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
const smallest = 1024

/** Writes `.br` and `.gz` beside every text file of the build that gets smaller by it. */
export function precompress(): Plugin {
  let out = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      out = resolve(config.root, config.build.outDir)
    },
    async writeBundle() {
      const items = await readdir(out, { recursive: true, withFileTypes: true })
      // index.html is changed and compressed when the server starts.
      const files = items.filter(
        ({ name, parentPath }) =>
          fileType(name).compressible && !(name === 'index.html' && parentPath === out),
      )
      await Promise.all(
        files.map(async (item) => {
          if (!item.isFile()) return
          const path = join(item.parentPath, item.name)
          const content = await readFile(path)
          if (content.length < smallest) return
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          }
          const forms: [suffix: string, body: Buffer][] = [
            ['.br', await compressBrotli(content, { params })],
            ['.gz', await compressGzip(content, { level: 9 })],
          ]
          for (const [suffix, body] of forms)
            if (body.length < content.length) await writeFile(`${path}${suffix}`, body)
        }),
      )
    },
  }
}
