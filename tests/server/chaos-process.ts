import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return typeof address === 'object' && address !== null ? address.port : 0
}

export interface LookbookProcess {
  origin: string
  /** Of the process that runs now. */
  launchToken: () => string
  /** SIGKILL, and a new process on the same port and ledger; resolves when it listens. */
  restart: () => Promise<void>
  kills: () => number
  /** Of the process that runs now. */
  pid: () => number | undefined
  stop: () => Promise<void>
}

/** Runs `entry` as a person would, again and again on the same ledger. */
export async function runLookbook(entry: URL, env: Record<string, string>): Promise<LookbookProcess> {
  const port = await freePort()
  let child: ChildProcess
  let launchToken = ''
  let kills = 0
  let restarting: Promise<void> | undefined

  const start = () =>
    new Promise<void>((resolve, reject) => {
      let said = ''
      let errors = ''
      child = spawn(process.execPath, [entry.pathname], {
        env: { ...env, PORT: String(port), PATH: process.env['PATH'] ?? '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child.stdout?.on('data', (data: Buffer) => {
        // The log goes on for as long as the process does.
        if (said.includes('\n')) return
        said += data.toString()
        const token = /Lookbook on \S+#launch=([0-9a-f]{32})/.exec(said)?.[1]
        if (token === undefined) return
        launchToken = token
        resolve()
      })
      child.stderr?.on('data', (data: Buffer) => {
        errors += data.toString()
      })
      child.once('exit', (code) => reject(new Error(`Lookbook ended with ${code}: ${errors}`)))
    })
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill(signal)
    })

  await start()
  return {
    origin: `http://127.0.0.1:${port}`,
    launchToken: () => launchToken,
    kills: () => kills,
    pid: () => child.pid,
    async restart() {
      if (!restarting) {
        kills += 1
        restarting = end('SIGKILL')
          .then(start)
          .finally(() => {
            restarting = undefined
          })
      }
      return restarting
    },
    stop: async () => {
      await restarting
      await end('SIGTERM')
    },
  }
}
