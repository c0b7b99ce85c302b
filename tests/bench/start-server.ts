import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { projectFolder } from './folders.ts'

export interface BenchServer {
  origin: string
  stop: () => Promise<void>
}

/** Milliseconds before every answer of the API: about what HeyGen's takes at its best. */
const latency = '40'

/** Nothing of a developer's own settings, least of all an account's key. */
function environment(settings: Record<string, string>): Record<string, string> {
  const { PATH = '', SYSTEMROOT = '' } = process.env
  return { PATH, SYSTEMROOT, ...settings }
}

/**
 * A process of its own for each visit: the server keeps answers for a minute, and whoever came second would find the
 * first one's.
 */
export async function startServer(looks: number): Promise<BenchServer> {
  const server = spawn(process.execPath, ['tests/bench/serve.ts'], {
    cwd: projectFolder,
    env: environment({ PORT: '0', SANDBOX_LOOKS: String(looks), SANDBOX_LATENCY_MS: latency }),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(server, 'exit')
  const lines = createInterface(server.stdout)
  const first = await Promise.race([once(lines, 'line'), gone.then(() => [])])
  const origin: unknown = first[0]
  if (typeof origin !== 'string') throw new Error('The bench server did not start.')
  // What runs for the first time runs slowly; none of these answers is one that a page asks for.
  const headers = { 'x-lookbook': '1' }
  await Promise.all(
    ['/healthz', '/api/v3/avatars/looks?limit=1', '/icon.svg'].map(async (path) =>
      (await fetch(origin + path, { headers })).arrayBuffer(),
    ),
  )
  return {
    origin,
    async stop() {
      server.kill()
      await gone
    },
  }
}
