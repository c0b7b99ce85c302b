import * as z from 'zod/mini'
import { Failure } from './failure.ts'

const faultSchema = z.object({
  code: z.catch(z.union([z.string(), z.pipe(z.number(), z.transform(String))]), 'unknown'),
  message: z.catch(z.string(), ''),
  param: z.catch(z.optional(z.string()), undefined),
})

/** Statuses that HeyGen's codes belong to, for a 200 that carries an error (heygen-v3: legacy failures). */
const statusOfCode: [pattern: RegExp, status: number][] = [
  [/^(?:unauthorized|authentication_failed)$/i, 401],
  [/^(?:insufficient_credit|trial_limit_exceeded|plan_upgrade_required)$/i, 402],
  [/^(?:forbidden|resource_access_denied|ai_vendor_access_restricted|voice_not_usable)$/i, 403],
  [/not_found$/i, 404],
  [/^(?:rate_limit_exceeded|rate_limited|quota_exceeded)$/i, 429],
  [/^invalid_/i, 400],
]

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text)

export interface UpstreamError {
  status: number
  /** The parsed body; undefined where it was no JSON. */
  body: unknown
  /** Seconds. */
  retryAfter: number | undefined
}

/** What HeyGen refused, with its status, code, message and param. Page text from its edge is not passed on. */
export function upstreamFailure({ status, body, retryAfter }: UpstreamError): Failure {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : body
  const read =
    typeof error === 'string' && error !== body
      ? { code: 'unknown', message: error, param: undefined }
      : (z.safeParse(faultSchema, error).data ?? { code: 'unknown', message: '', param: undefined })
  const code = cut(read.code, 64)
  const told = status < 400 ? (statusOfCode.find(([pattern]) => pattern.test(code))?.[1] ?? 502) : status
  return new Failure(
    told,
    // The page must tell HeyGen's refusal of the key from our own question for a token.
    told === 401 ? 'heygen_unauthorized' : code,
    cut(read.message, 500) || `HeyGen answered with status ${status}.`,
    {
      param: read.param === undefined ? undefined : cut(read.param, 100),
      // Built from the number: the header as it came could hold anything, our own key among it.
      headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    },
  )
}

/** Some failures come as a 200 with `error` beside or instead of `data`. */
export const carriesError = (body: unknown) =>
  typeof body === 'object' && body !== null && 'error' in body && body.error != null
