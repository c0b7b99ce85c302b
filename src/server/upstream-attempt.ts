import { parseRetryAfter } from '#heygen/retry-after.ts'
import { causeCodes, causesOf } from './causes.ts'
import { Failure } from './failure.ts'
import { IdleTimeout, readCapped, TooLarge } from './read-capped.ts'
import type { Outcome } from './retry.ts'
import type { createScrub } from './scrub.ts'
import { unlessAborted } from './unless-aborted.ts'
import { carriesError, upstreamFailure } from './upstream-fault.ts'

export type Send = (url: string, init: RequestInit) => Response | Promise<Response>

/** Milliseconds, and bytes after decompression. */
export interface Limits {
  headers: number
  idle: number
  total: number
  /** A whole call that changes something. */
  write: number
  body: number
  errorBody: number
}

export const defaultLimits: Limits = {
  headers: 8000,
  idle: 5000,
  total: 25_000,
  write: 120_000,
  body: 4 * 1024 * 1024,
  errorBody: 64 * 1024,
}

export const timedOut = (cause?: unknown) =>
  new Failure(504, 'upstream_timeout', 'HeyGen took too long to answer.', { cause })

export const unreadable = (cause?: unknown) =>
  new Failure(502, 'upstream_unreadable', 'HeyGen sent an unreadable answer.', { cause })

const garbage =
  /^(?:HTTPParserError$|HPE_|UND_ERR_HEADERS_OVERFLOW$|Z_|ZSTD_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/

/** What zlib and the HTTP parser could not read does not get better by asking again, unless it only ended too soon. */
function isGarbage(error: unknown): boolean {
  // It has no code of its own.
  const ended = [...causesOf(error)].some(({ message }) => message.includes('Invalid EOF state'))
  return !ended && causeCodes(error).some((code) => garbage.test(code))
}

export interface Attempt {
  url: string
  headers: Record<string, string>
  send: Send
  limits: Limits
  scrub: ReturnType<typeof createScrub>
  /** Fires when nobody waits any more, or at the deadline of the whole read. */
  signal: AbortSignal
}

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One GET, read whole and rebuilt from what was understood; rejects only where `signal` fired. */
export async function attemptRead({ url, headers, send, limits, scrub, signal }: Attempt): Promise<Outcome> {
  const stop = new AbortController()
  const both = AbortSignal.any([signal, stop.signal])
  const timer = setTimeout(() => stop.abort(timedOut()), limits.headers)
  try {
    // `manual`, since a redirect followed would carry X-Api-Key to another origin.
    const sent = async () => send(url, { headers, redirect: 'manual', signal: both })
    const response = await unlessAborted(sent(), both)
    clearTimeout(timer)
    const { status } = response
    if (status >= 300 && status < 400) {
      void response.body?.cancel().catch(() => undefined)
      const failure = new Failure(502, 'upstream_redirect', 'HeyGen answered with a redirect.')
      return { kind: 'final', failure }
    }
    const cap = response.ok ? limits.body : limits.errorBody
    const text = await unlessAborted(readCapped(response, { cap, idle: limits.idle }), signal)
    const { value: body, json } = scrub(parseJson(text))
    if (!response.ok || carriesError(body)) {
      const retryAfter = parseRetryAfter(response.headers.get('retry-after'), Date.now())
      const failure = upstreamFailure({ status, body, retryAfter })
      return { kind: 'refused', failure }
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return { kind: 'unreadable', failure: unreadable() }
    return { kind: 'answer', body: json }
  } catch (error) {
    signal.throwIfAborted()
    if (stop.signal.aborted || error instanceof IdleTimeout)
      return { kind: 'final', failure: timedOut(error) }
    if (error instanceof TooLarge) {
      const failure = new Failure(502, 'upstream_too_large', 'HeyGen sent more than one answer can hold.')
      return { kind: 'final', failure }
    }
    // Nesting deeper than the stack, in parsing or rebuilding.
    if (error instanceof RangeError || isGarbage(error)) return { kind: 'final', failure: unreadable(error) }
    const failure = new Failure(502, 'upstream_unreachable', 'HeyGen cannot be reached.', { cause: error })
    return { kind: 'broken', failure }
  } finally {
    clearTimeout(timer)
    // Ends a body that was left half-read.
    stop.abort()
  }
}
