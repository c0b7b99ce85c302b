import { openLedger } from '#server/ledger-file.ts'
import { listen } from '#server/listen.ts'
import { createRuntime } from '#server/runtime.ts'
import { canary, portOf } from '../fixtures.ts'
import { startWorkerd } from '../workerd.ts'
import { quick } from './quick.ts'

/** Lookbook before one HeyGen, on one of its runtimes. */
export interface RunningLookbook {
  get: (path: string) => Promise<Response>
  close: () => Promise<void>
}

const accessToken = 'a-token-of-128-bits-at-the-least-0123456789'

async function onNode(baseUrl: string): Promise<RunningLookbook> {
  const settings = { HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: baseUrl, PORT: '0' }
  const runtime = createRuntime(settings, 'test', () => openLedger(':memory:'), quick)
  let port = 0
  const server = await listen(runtime.config, (config) => {
    port = config.port
    return runtime.start(config, {})
  })
  return {
    get: (path) =>
      fetch(`http://localhost:${port || portOf(server)}/api${path}`, { headers: { 'x-lookbook': '1' } }),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await runtime.close()
    },
  }
}

async function onWorkerd(baseUrl: string): Promise<RunningLookbook> {
  const settings = { HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: baseUrl, LOOKBOOK_ACCESS_TOKEN: accessToken }
  const { get, close } = await startWorkerd(settings, 'tests/server/faults/worker-entry.ts')
  return { get: (path) => get(`/api${path}`, { headers: { 'x-lookbook-token': accessToken } }), close }
}

export const runtimes = { node: onNode, workerd: onWorkerd }
