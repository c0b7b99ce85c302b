import { HeygenHttpError, HeygenNetworkError, HeygenShapeError, HeygenTimeoutError } from '#heygen/errors.ts'
import { text } from '#messages/en.ts'

export interface ErrorWords {
  title: string
  hint: string
  /** Names the request in the server's log. */
  request: string | undefined
}

const words = (title: string, hint = '', request?: string): ErrorWords => ({ title, hint, request })

/** What our own server says of its connection to HeyGen; these codes stand beside several statuses. */
const byCode = new Map<string, [title: string, hint: string]>(
  Object.entries({
    upstream_unreachable: [text.error.upstream, text.error.upstreamHint],
    upstream_timeout: [text.error.timeout, text.error.timeoutHint],
    upstream_unreadable: [text.error.unreadable, text.error.unreadableHint],
    upstream_redirect: [text.error.unreadable, text.error.unreadableHint],
    upstream_too_large: [text.error.unreadable, text.error.unreadableHint],
    server_busy: [text.error.busy, text.error.limitedSoon],
    identity_required: [text.error.signIn, text.error.signInHint],
    unknown_host: [text.error.gate, text.error.gateHint],
    untrusted_proxy: [text.error.gate, text.error.gateHint],
    header_required: [text.error.gate, text.error.gateHint],
    cross_origin: [text.error.gate, text.error.gateHint],
    cross_site: [text.error.gate, text.error.gateHint],
  }),
)

function describeHttp(error: HeygenHttpError): ErrorWords {
  const { status, code, requestId, retryAfter } = error
  const known = byCode.get(code)
  if (known) return words(...known, requestId)
  if (status === 401) return words(text.error.key, text.error.keyHint, requestId)
  if (status === 402) return words(text.error.credit, text.error.creditHint, requestId)
  if (status === 421) return words(text.error.gate, text.error.gateHint, requestId)
  if (status === 403) return words(text.error.forbidden, text.error.forbiddenHint, requestId)
  if (status === 429) {
    const hint = retryAfter ? text.error.limitedHint(retryAfter) : text.error.limitedSoon
    return words(text.error.limited, hint, requestId)
  }
  if (status >= 500) return words(text.error.down, text.error.downHint, requestId)
  return words(text.error.refused, '', requestId)
}

/** An error in plain words: what happened and what to do. */
export function describeError(error: unknown, online = true): ErrorWords {
  if (error instanceof HeygenHttpError) return describeHttp(error)
  if (error instanceof HeygenNetworkError)
    return online
      ? words(text.error.unreachable, text.error.unreachableHint)
      : words(text.error.offline, text.error.offlineHint)
  if (error instanceof HeygenTimeoutError) return words(text.error.timeout, text.error.timeoutHint)
  if (error instanceof HeygenShapeError)
    return words(text.error.unreadable, text.error.unreadableHint, error.requestId)
  return words(text.error.unknown)
}

export const isNotFound = (error: unknown) =>
  error instanceof HeygenHttpError && (error.status === 404 || error.status === 400)

export const asksForToken = (error: unknown) =>
  error instanceof HeygenHttpError && error.status === 401 && error.code === 'access_token_required'
