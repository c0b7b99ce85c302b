import { createServer, type RequestListener, type Server } from 'node:http'
import { onTestFinished } from 'vitest'
import { createApp, type AppDeps } from '#server/app.ts'
import { readConfig, type Config } from '#server/config.ts'
import type { LogLine } from '#server/log.ts'
import { createUpstream, type UpstreamOptions } from '#server/upstream.ts'

export const canary = 'sk_canary_5f1d0c7e9b3a4286'

export const configOf = (env: Record<string, string> = {}): Config => readConfig(env)

const accountEnv = { HEYGEN_API_KEY: canary }

/** What the page sends with every call. */
export const pageHeaders = { host: 'localhost:4173', 'x-lookbook': '1', 'sec-fetch-site': 'same-origin' }

export const upstreamOf = (options: Partial<UpstreamOptions> & Pick<UpstreamOptions, 'fetch'>) =>
  createUpstream({
    baseUrl: 'https://api.heygen.com',
    credential: { kind: 'key', value: canary },
    userAgent: 'lookbook/test',
    sleep: async () => {},
    random: () => 0.5,
    // Each fault is looked at by itself.
    breaker: null,
    ...options,
  })

type Send = UpstreamOptions['fetch']

/** An app before an upstream that is one function; `lines` is its log. */
export function appOf(
  send: Send,
  env: Record<string, string> = accountEnv,
  deps: Partial<AppDeps> = {},
  upstreamDeps: Partial<UpstreamOptions> = {},
) {
  const config = configOf(env)
  const sent: { url: string; init: RequestInit }[] = []
  const lines: LogLine[] = []
  const upstream = upstreamOf({
    baseUrl: config.baseUrl,
    credential: config.credential,
    ...upstreamDeps,
    fetch: (url, init) => {
      sent.push({ url, init })
      return send(url, init)
    },
  })
  const app = createApp({ config, upstream, log: (line) => lines.push(line), ...deps })
  const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    app.request(`http://localhost:4173${path}`, { ...init, headers: { ...pageHeaders, ...headers } })
  return { app, get, sent, lines, config }
}

export const emptyPage = () => Response.json({ data: [], has_more: false, next_token: null })

/** The parsed error of an answer. */
export async function errorOf(response: Response) {
  const body: { error: { code: string; message: string; param?: string; request_id: string } } =
    await response.json()
  return body.error
}

export const portOf = (server: Pick<Server, 'address'>) => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address.port
}

/** A real HTTP server for the length of the test. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${portOf(server)}`
}
