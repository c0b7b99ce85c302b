import { openLedger } from '#server/ledger-file.ts'
import { listen } from '#server/listen.ts'
import { createRuntime } from '#server/runtime.ts'
import { canary, portOf } from '../fixtures.ts'
import { startWorkerd } from '../workerd.ts'
import { quick } from './quick.ts'

interface Call {
  user?: string
  method?: string
  /** The intent's. */
  key?: string
  body?: string
}

/** Lookbook before one HeyGen, on one of its runtimes. */
export interface RunningLookbook {
  /** As a page of ours asks, behind a proxy that names a person. */
  call: (path: string, call?: Call) => Promise<Response>
  log: () => string
  close: () => Promise<void>
}

const identity = { TRUSTED_PROXY: '127.0.0.1,::1', IDENTITY_HEADER: 'X-Remote-User' }

const headersOf = ({ user = 'anna', key, body }: Call): Record<string, string> => ({
  'x-lookbook': '1',
  'x-remote-user': user,
  ...(key === undefined ? {} : { 'idempotency-key': key }),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
})

async function onNode(baseUrl: string, more: Record<string, string> = {}): Promise<RunningLookbook> {
  const settings = { HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: baseUrl, PORT: '0', ...identity, ...more }
  const lines: unknown[] = []
  const runtime = createRuntime(settings, 'test', () => openLedger(':memory:'), quick)
  let port = 0
  const server = await listen(runtime.config, (config) => {
    port = config.port
    return runtime.start(config, { log: (line) => lines.push(line) })
  })
  const origin = () => `http://localhost:${port || portOf(server)}`
  return {
    call: (path, call = {}) =>
      fetch(`${origin()}/api${path}`, {
        method: call.method ?? 'GET',
        headers: { ...headersOf(call), origin: origin() },
        ...(call.body === undefined ? {} : { body: call.body }),
      }),
    log: () => JSON.stringify(lines),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await runtime.close()
    },
  }
}

async function onWorkerd(baseUrl: string, more: Record<string, string> = {}): Promise<RunningLookbook> {
  const settings = { HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: baseUrl, ...identity, ...more }
  const { get, log, close } = await startWorkerd(settings, 'tests/server/faults/worker-entry.ts')
  return {
    call: (path, call = {}) =>
      get(`/api${path}`, {
        method: call.method ?? 'GET',
        headers: headersOf(call),
        ...(call.body === undefined ? {} : { body: call.body }),
      }),
    log,
    close,
  }
}

export const runtimes = { node: onNode, workerd: onWorkerd }
