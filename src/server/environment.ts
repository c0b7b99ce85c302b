import { existsSync } from 'node:fs'
import http from 'node:http'
import { fileURLToPath } from 'node:url'
import { ConfigError } from './config-error.ts'

const proxyNames = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']

/** Adds what `.env` says to the process's environment, where it is not set already. */
export function loadDotEnv(): void {
  const file = fileURLToPath(new URL('../../.env', import.meta.url))
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Makes fetch honour HTTPS_PROXY and NO_PROXY; throws a ConfigError for an address that is none. */
export function honourProxy(env: NodeJS.ProcessEnv): void {
  const named = proxyNames.find((name) => env[name])
  if (named === undefined) return
  const direct = [env['no_proxy'] ?? env['NO_PROXY'], 'localhost,127.0.0.1,::1'].filter(Boolean).join(',')
  try {
    http.setGlobalProxyFromEnv({ ...env, no_proxy: direct, NO_PROXY: direct })
  } catch {
    // Its own message may hold the proxy's password.
    throw new ConfigError(`${named} is not the address of a proxy, such as http://proxy.example:3128.`)
  }
}
