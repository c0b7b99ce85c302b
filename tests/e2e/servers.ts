import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The servers of a run, each on a port of its own. */
export const serverNames = ['demo', 'large', 'upstream', 'account', 'refused', 'attacked'] as const
export type ServerName = (typeof serverNames)[number]

/** The key no answer may hold, and the one of the server that hostile pages attack. */
export const canary = 'sk_canary_7c1f0b9e5a3d4286'
export const attackedKey = 'sk_attacked_2d90e6b4c8f1'
const refusedKey = 'sk_nobody_0f3a9c71d5e8'

export const looksInLarge = 10_000

const portsName = 'LOOKBOOK_E2E_PORTS'

async function listenSomewhere(): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}

/** A port nobody uses, for a server that a test starts itself. */
export async function freePort(): Promise<number> {
  const server = await listenSomewhere()
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Ports nobody uses, so that a developer's own server and another run are not in the way. */
async function choosePorts(): Promise<string> {
  const servers = await Promise.all(serverNames.map(listenSomewhere))
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  for (const server of servers) server.close()
  return ports.join(',')
}

/** Chosen in Playwright's main process; its workers inherit the environment. */
const chosen = (process.env[portsName] ??= await choosePorts())
const ports = chosen.split(',').map(Number)

export function portOf(name: ServerName): number {
  const port = ports[serverNames.indexOf(name)]
  if (port === undefined) throw new Error(`${portsName} holds no port for ${name}.`)
  return port
}

export const originOf = (name: ServerName) => `http://127.0.0.1:${portOf(name)}`

/** Where the commands of package.json run. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Nothing of a developer's own settings or `.env`: an empty variable counts as none and keeps `.env` out. */
export const noSettings: Record<string, string> = {
  HEYGEN_API_KEY: '',
  HEYGEN_ACCESS_TOKEN: '',
  HEYGEN_REFRESH_TOKEN: '',
  HEYGEN_CLIENT_ID: '',
  HEYGEN_BASE_URL: '',
  HOST: '',
  PUBLIC_URL: '',
  MEDIA_HOSTS: '',
  LOOKBOOK_ACCESS_TOKEN: '',
  TRUSTED_PROXY: '',
  IDENTITY_HEADER: '',
  PUBLIC_READONLY: '',
  PICKER_ORIGINS: '',
  LEDGER_FILE: '',
  PICTURE_CACHE: '',
  PICTURE_CACHE_MB: '',
  SANDBOX_LOOKS: '',
  SANDBOX_LATENCY_MS: '',
  SANDBOX_FAULTS: '',
  SANDBOX_DIALECT: '',
}

const accountOf = (key: string): Record<string, string> => ({
  HEYGEN_API_KEY: key,
  HEYGEN_BASE_URL: originOf('upstream'),
  MEDIA_HOSTS: originOf('upstream'),
})

/** Each server's own, and a new one each run: two processes never share a ledger. */
const ledgerOf = (name: ServerName) => join(tmpdir(), `lookbook-${name}-${portOf(name)}.sqlite`)

const settings: Record<ServerName, Record<string, string>> = {
  demo: {},
  large: { SANDBOX_LOOKS: String(looksInLarge) },
  upstream: {},
  account: accountOf(canary),
  refused: accountOf(refusedKey),
  attacked: accountOf(attackedKey),
}

export const environmentOf = (name: ServerName): Record<string, string> => ({
  ...noSettings,
  ...settings[name],
  PORT: String(portOf(name)),
  LEDGER_FILE: ledgerOf(name),
  PICTURE_CACHE: join(tmpdir(), `lookbook-pictures-${portOf(name)}`),
})
