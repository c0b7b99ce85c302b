import { onTestFinished } from 'vitest'
import { createApp } from '#server/app.ts'
import { openLedger } from '#server/ledger-file.ts'
import type { Ledger } from '#server/ledger.ts'
import type { LogLine } from '#server/log.ts'
import type { SpendTimings } from '#server/spend-timings.ts'
import { createSpending } from '#server/spending.ts'
import type { UpstreamOptions } from '#server/upstream.ts'
import { canary, configOf, pageHeaders, upstreamOf } from './fixtures.ts'

export const videoBody = { type: 'avatar', avatar_id: 'look1', script: 'Hello there.', title: 'Launch' }
export const agentBody = { prompt: 'A film about tea.' }

export const madeVideo = (id = 'v1') =>
  Response.json({ data: { video_id: id, status: 'waiting', output_format: 'mp4' } })
export const madeSession = (id = 's1') =>
  Response.json({ data: { session_id: id, status: 'thinking', created_at: 1, video_id: null } })
export const refused = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: 'No.' } }, { status, headers })

/** Short enough for a test, in the same order as the real ones. */
const quick: Partial<SpendTimings> = {
  wait: 2000,
  resends: [5, 10],
  polls: [5, 5, 5, 5],
}

interface Settings {
  env?: Record<string, string>
  timings?: Partial<SpendTimings>
  ledger?: () => Ledger
  now?: () => number
  launchToken?: string
}

type Send = UpstreamOptions['fetch']

/** The whole server before an upstream that is one function; `sent` is what reached it. */
export function spender(send: Send, settings: Settings = {}) {
  const { env = { HEYGEN_API_KEY: canary }, timings, now, launchToken = null } = settings
  const config = configOf(env)
  const sent: { method: string; path: string; body: string; headers: Headers }[] = []
  const lines: LogLine[] = []
  const upstream = upstreamOf({
    baseUrl: config.baseUrl,
    credential: config.credential,
    fetch: (url, init) => {
      const { pathname, search } = new URL(url)
      sent.push({
        method: init.method ?? 'GET',
        path: pathname + search,
        body: typeof init.body === 'string' ? init.body : '',
        headers: new Headers(init.headers),
      })
      return send(url, init)
    },
  })
  const spending = createSpending({
    openLedger: settings.ledger ?? (() => openLedger(':memory:')),
    upstream,
    budgets: config.budgets,
    sends: config.spending,
    timings: { ...quick, ...timings },
    random: () => 0.5,
    ...(now ? { now } : {}),
  })
  onTestFinished(() => spending.close())
  const app = createApp({ config, upstream, spending, launchToken, log: (line) => lines.push(line) })
  const call = async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    init: RequestInit = {},
  ) =>
    app.request(`http://localhost:4173/api${path}`, {
      ...init,
      method,
      headers: {
        ...pageHeaders,
        ...(method === 'GET' ? {} : { origin: 'http://localhost:4173', 'content-type': 'application/json' }),
        ...headers,
      },
    })
  return {
    app,
    spending,
    sent,
    lines,
    /** What was sent that may cost something. */
    writes: () => sent.filter(({ method }) => method !== 'GET'),
    call,
    order: (path: string, body: unknown, key = 'intent-1', headers: Record<string, string> = {}) =>
      call('POST', path, { 'idempotency-key': key, ...headers }, { body: JSON.stringify(body) }),
    async intent(key = 'intent-1') {
      const response = await call('GET', `/intents/${key}`)
      const {
        data,
      }: { data: { state: string; answer: unknown; error: unknown; next_check_in: number | null } } =
        await response.json()
      return data
    },
  }
}
