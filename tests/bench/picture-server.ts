import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, noSettings, projectFolder } from '../e2e/servers.ts'

/** The built server with settings of its own, its pictures in a temporary folder; resolves when it listens. */
export async function startServer(settings: Record<string, string>) {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'lookbook-bench-'))
  const child = spawn(process.execPath, ['src/server/node.ts'], {
    cwd: projectFolder,
    env: {
      ...process.env,
      ...noSettings,
      ...settings,
      PORT: String(port),
      LEDGER_FILE: join(folder, 'ledger.sqlite'),
      PICTURE_CACHE: join(folder, 'pictures'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    child.stdout.on('data', (text: Buffer) => {
      if (text.includes('Lookbook on')) resolve()
    })
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}
