import { createRandom } from './random.ts'
import { errorResponse } from './refusal.ts'

// A fault list is read from left to right, once a request: each entry is `name` or `name:chance` (0 to 1, left
// out: 1), and the first that hits is the one that happens. Chances come from a fixed seed, so the same requests
// in the same order meet the same faults. Example: 429:0.1,500:0.05,slow:0.2,html:0.02,empty:0.1
//
//   400..599     that status with HeyGen's error envelope; 429 and 503 say Retry-After: 1
//   error-200    status 200 with `error` in place of `data`
//   html         status 200 with a page of HTML
//   cut          half of the JSON
//   reset        the connection breaks off in the middle of the body
//   lost         the request is carried out, and no answer comes: the promise of fetch rejects with a TypeError
//   slow         three seconds before the answer
//   empty        a list page without items that names a next page
//   token-loop   a list page whose next_token leads back to itself
//   no-token     a list page that says has_more and gives no next_token
//   overlap      a list page that starts with the last row of the one before it
//   window       cursors past 10,000 rows are refused with 400
const names = [
  'error-200',
  'html',
  'cut',
  'reset',
  'lost',
  'slow',
  'empty',
  'token-loop',
  'no-token',
  'overlap',
  'window',
] as const

type FaultName = (typeof names)[number]

export interface Fault {
  /** A status from 400 to 599, or one of the names. */
  kind: number | FaultName
  /** From 0 to 1. */
  chance: number
}

/** Reads a fault list; throws an Error for an entry it does not know. */
export function parseFaults(text: string): Fault[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [word = '', odds = '1', ...more] = entry.split(':')
      const chance = /^\d*\.?\d+$/.test(odds) ? Number(odds) : Number.NaN
      if (more.length || !(chance >= 0 && chance <= 1))
        throw new Error(`"${entry}" needs a chance from 0 to 1, as in "${word}:0.1".`)
      if (/^[45]\d\d$/.test(word)) return { kind: Number(word), chance }
      const kind = names.find((name) => name === word)
      if (!kind) throw new Error(`"${word}" is not a status from 400 to 599 nor one of ${names.join(', ')}.`)
      return { kind, chance }
    })
}

/** Gives what happens to each request in turn. */
export function createFaultSequence(faults: readonly Fault[]): () => Fault['kind'] | undefined {
  const random = createRandom(20_260_722)
  return () => faults.find(({ chance }) => random() < chance)?.kind
}

const codes: Record<number, string> = {
  400: 'invalid_parameter',
  401: 'unauthorized',
  402: 'insufficient_credit',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'payload_too_large',
  429: 'rate_limit_exceeded',
  504: 'gateway_timeout',
}

/** The answer in place of the real one, for the faults that need none. */
export function faultResponse(kind: Fault['kind'] | undefined): Response | undefined {
  if (typeof kind === 'number') {
    const code = codes[kind] ?? (kind < 500 ? 'invalid_parameter' : 'internal_error')
    const message = `Asked for by the sandbox's fault list: ${kind}.`
    return errorResponse(kind, { code, message }, kind === 429 || kind === 503 ? { 'retry-after': '1' } : {})
  }
  if (kind === 'error-200')
    return errorResponse(200, { code: 'internal_error', message: "Asked for by the sandbox's fault list." })
  if (kind === 'html')
    return new Response('<!doctype html><title>Be right back</title><p>Be right back.</p>', {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
  return undefined
}

/** The answer after the faults that spoil its body. */
export async function spoilBody(kind: Fault['kind'] | undefined, response: Response): Promise<Response> {
  if (kind !== 'cut' && kind !== 'reset') return response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const half = bytes.slice(0, Math.ceil(bytes.length / 2))
  const { status } = response
  const headers = { 'content-type': 'application/json' }
  if (kind === 'cut') return new Response(half, { status, headers })
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(half),
    pull: (controller) => controller.error(new Error('connection reset')),
  })
  return new Response(broken, { status, headers })
}
