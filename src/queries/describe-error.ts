import { HeygenHttpError, HeygenNetworkError, HeygenShapeError, HeygenTimeoutError } from '#heygen/errors.ts'
import { errorText } from '#messages/en-errors.ts'

export interface ErrorWords {
  title: string
  hint: string
  /** Names the request in the server's log. */
  request: string | undefined
}

const words = (title: string, hint = '', request?: string): ErrorWords => ({ title, hint, request })

type Words = readonly [title: string, hint: string]

const unreadable: Words = [errorText.unreadable, errorText.unreadableHint]
const gate: Words = [errorText.gate, errorText.gateHint]

/** What our own server says of its connection to HeyGen; these codes stand beside several statuses. */
const byCode = new Map<string, Words>(
  Object.entries({
    upstream_unreachable: [errorText.upstream, errorText.upstreamHint],
    upstream_timeout: [errorText.timeout, errorText.timeoutHint],
    upstream_unreadable: unreadable,
    upstream_redirect: unreadable,
    upstream_too_large: unreadable,
    upstream_resting: [errorText.resting, errorText.restingHint],
    too_many_requests: [errorText.tooMany, errorText.limitedSoon],
    server_busy: [errorText.busy, errorText.limitedSoon],
    identity_required: [errorText.signIn, errorText.signInHint],
    unknown_host: gate,
    untrusted_proxy: gate,
    header_required: gate,
    cross_origin: gate,
    cross_site: gate,
  }),
)

function describeHttp(error: HeygenHttpError): ErrorWords {
  const { status, code, requestId, retryAfter } = error
  const known = byCode.get(code)
  const wait = retryAfter ? errorText.limitedHint(retryAfter) : null
  if (known) return words(known[0], wait ?? known[1], requestId)
  if (status === 401) return words(errorText.key, errorText.keyHint, requestId)
  if (status === 402) return words(errorText.credit, errorText.creditHint, requestId)
  if (status === 421) return words(...gate, requestId)
  if (status === 403) return words(errorText.forbidden, errorText.forbiddenHint, requestId)
  if (status === 429) {
    return words(errorText.limited, wait ?? errorText.limitedSoon, requestId)
  }
  if (status >= 500) return words(errorText.down, errorText.downHint, requestId)
  return words(errorText.refused, '', requestId)
}

/** An error in plain words: what happened and what to do. */
export function describeError(error: unknown, online = true): ErrorWords {
  if (error instanceof HeygenHttpError) return describeHttp(error)
  if (error instanceof HeygenNetworkError)
    return online
      ? words(errorText.unreachable, errorText.unreachableHint)
      : words(errorText.offline, errorText.offlineHint)
  if (error instanceof HeygenTimeoutError) return words(errorText.timeout, errorText.timeoutHint)
  if (error instanceof HeygenShapeError) return words(...unreadable, error.requestId)
  return words(errorText.unknown)
}

export const isNotFound = (error: unknown) =>
  error instanceof HeygenHttpError && (error.status === 404 || error.status === 400)
