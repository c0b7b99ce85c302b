import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { freePort, noSettings, projectFolder } from './servers.ts'

/** Five minutes pass on the server with every SIGUSR2: what it has kept gets old, and HeyGen is asked again. */
const fastClock = `data:text/javascript,${encodeURIComponent(
  'const now = Date.now; let on = 0; Date.now = () => now() + on; process.on("SIGUSR2", () => { on += 300_000 })',
)}`

/** A Lookbook, run from a folder of its own where its page may be another build. */
export interface Lookbook {
  origin: string
  /** Five minutes pass on its clock. */
  age: () => void
  stop: () => Promise<void>
}

export async function startLookbook(
  env: Record<string, string>,
  folder = projectFolder,
  port?: number,
): Promise<Lookbook> {
  const at = port ?? (await freePort())
  const child: ChildProcess = spawn(process.execPath, ['--import', fastClock, 'src/server/node.ts'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      ...noSettings,
      PORT: String(at),
      PICTURE_CACHE_MB: '0',
      LEDGER_FILE: join(tmpdir(), `lookbook-bad-days-${at}.sqlite`),
      ...env,
    },
  })
  const origin = `http://127.0.0.1:${at}`
  await expect
    .poll(
      () =>
        fetch(`${origin}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 40_000 },
    )
    .toBe(true)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  return {
    origin,
    age: () => void child.kill('SIGUSR2'),
    stop: async () => {
      child.kill()
      await exited
    },
  }
}
