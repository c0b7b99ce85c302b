import { parseRetryAfter } from '#heygen/retry-after.ts'
import { causeCodes } from './causes.ts'
import { Failure } from './failure.ts'
import { readCapped } from './read-capped.ts'
import type { createScrub } from './scrub.ts'
import { unlessAborted } from './unless-aborted.ts'
import { parseJson, timedOut, unreadable, type Limits, type Send } from './upstream-attempt.ts'
import { carriesError, upstreamFailure } from './upstream-fault.ts'

/** What one attempt at a call that changes something says about whether HeyGen carried it out. */
export type WriteOutcome =
  | { kind: 'answer'; value: object; json: string }
  /** HeyGen's word that it did not, or a connection that was never made. */
  | { kind: 'refused'; failure: Failure }
  /** The same key is being worked on. */
  | { kind: 'busy'; failure: Failure }
  /** It may have. */
  | { kind: 'doubtful'; failure: Failure }

export interface Write {
  method: 'POST' | 'DELETE'
  /** `/v3/...` */
  target: string
  /** JSON text. */
  body?: string
  key?: string
}

interface Attempt {
  url: string
  headers: Record<string, string>
  write: Write
  send: Send
  limits: Limits
  scrub: ReturnType<typeof createScrub>
  /** The deadline of the whole attempt. */
  signal: AbortSignal
}

/** Codes of a request that was never sent: no address, no connection, no certificate that counts. */
const unsent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:GET_ISSUER_CERT|GET_ISSUER_CERT_LOCALLY|VERIFY_LEAF_SIGNATURE))$/

function noAnswer(error: unknown): WriteOutcome {
  const codes = causeCodes(error)
  const failure = new Failure(502, 'upstream_unreachable', 'HeyGen cannot be reached.', { cause: error })
  return { kind: codes.some((code) => unsent.test(code)) ? 'refused' : 'doubtful', failure }
}

function refusal(failure: Failure): WriteOutcome {
  if (failure.status === 409 && failure.code === 'request_in_progress') return { kind: 'busy', failure }
  const definite = failure.status >= 400 && failure.status < 500 && failure.status !== 408
  return { kind: definite ? 'refused' : 'doubtful', failure }
}

/** One request, never a second; never rejects. */
export async function attemptWrite(attempt: Attempt): Promise<WriteOutcome> {
  const { url, headers, write, send, limits, scrub, signal } = attempt
  let response: Response
  try {
    const init: RequestInit = {
      method: write.method,
      headers: {
        ...headers,
        ...(write.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(write.key === undefined ? {} : { 'idempotency-key': write.key }),
      },
      ...(write.body === undefined ? {} : { body: write.body }),
      redirect: 'manual',
      signal,
    }
    const sent = async () => send(url, init)
    response = await unlessAborted(sent(), signal)
  } catch (error) {
    return signal.aborted ? { kind: 'doubtful', failure: timedOut(error) } : noAnswer(error)
  }
  const { status } = response
  if (status >= 300 && status < 400) {
    void response.body?.cancel().catch(() => undefined)
    const failure = new Failure(502, 'upstream_redirect', 'HeyGen answered with a redirect.')
    return { kind: 'doubtful', failure }
  }
  const cap = response.ok ? limits.body : limits.errorBody
  let read: ReturnType<typeof scrub>
  try {
    read = scrub(parseJson(await unlessAborted(readCapped(response, { cap, idle: limits.idle }), signal)))
  } catch (error) {
    if (response.ok)
      return { kind: 'doubtful', failure: signal.aborted ? timedOut(error) : unreadable(error) }
    // The status alone says what became of it.
    read = { value: undefined, json: '' }
  }
  const { value, json } = read
  if (!response.ok || carriesError(value)) {
    const retryAfter = parseRetryAfter(response.headers.get('retry-after'), Date.now())
    return refusal(upstreamFailure({ status, body: value, retryAfter }))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'doubtful', failure: unreadable() }
  return { kind: 'answer', value, json }
}
