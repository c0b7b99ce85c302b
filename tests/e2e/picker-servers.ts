import { spawn, type ChildProcess } from 'node:child_process'
import type { Server } from 'node:http'
import { servePickerHost } from '../picker-host/serve.ts'
import { freePort, noSettings, projectFolder } from './servers.ts'
import { untilSaid } from './until-said.ts'

export interface PickerServers {
  lookbook: string
  /** The example app, by an origin that the Lookbook lists, and by one that it does not. */
  listed: string
  unlisted: string
  stop: () => void
}

/** A Lookbook that may be opened from one of two other origins. */
export async function startPickerServers(settings: Record<string, string> = {}): Promise<PickerServers> {
  const [port, hostPort, otherPort] = [await freePort(), await freePort(), await freePort()]
  const lookbook = `http://127.0.0.1:${port}`
  const origins = [`http://localhost:${hostPort}`, `http://localhost:${otherPort}`] as const
  const hosts: Server[] = [
    await servePickerHost(hostPort, lookbook),
    await servePickerHost(otherPort, lookbook),
  ]
  const child: ChildProcess = spawn(process.execPath, ['src/server/node.ts'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      ...noSettings,
      PORT: String(port),
      PICTURE_CACHE_MB: '0',
      PICKER_ORIGINS: origins[0],
      ...settings,
    },
  })
  await untilSaid(child, /Lookbook on /)
  return {
    lookbook,
    listed: `${origins[0]}/?lookbook=${lookbook}`,
    unlisted: `${origins[1]}/?lookbook=${lookbook}`,
    stop: () => {
      child.kill()
      for (const host of hosts) host.close()
    },
  }
}
