import * as z from 'zod/mini'
import type { Renewal } from './config.ts'
import { readCapped } from './read-capped.ts'
import { unlessAborted } from './unless-aborted.ts'
import type { Send } from './upstream-attempt.ts'

export interface Tokens {
  access: string
  refresh: string
  /** Milliseconds since 1970; null where nobody said. */
  expiresAt: number | null
}

/** Milliseconds, for the whole of it. */
const deadline = 8000
const limits = { cap: 64 * 1024, idle: 5000 }

// They travel as header values and in forms; longer ones would not pass most servers.
const token = z.string().check(z.regex(/^[!-~]{1,8192}$/))
const answerSchema = z.object({
  access_token: token,
  token_type: z.catch(z.string(), 'bearer'),
  refresh_token: z.catch(z.nullish(token), null),
  expires_in: z.catch(z.nullish(z.coerce.number().check(z.positive(), z.lte(1e9))), null),
})

/** Gets new tokens for the refresh token (RFC 6749, 6); throws where that fails, never with a token in its message. */
export async function refreshTokens(
  { url, clientId }: Renewal,
  { refresh, send, userAgent, now }: { refresh: string; send: Send; userAgent: string; now: () => number },
): Promise<Tokens> {
  const signal = AbortSignal.timeout(deadline)
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refresh,
    client_id: clientId,
  })
  const sent = async () =>
    send(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': userAgent,
      },
      body: form.toString(),
      // Followed, it would carry the refresh token to another place.
      redirect: 'manual',
      signal,
    })
  const response = await unlessAborted(sent(), signal)
  if (!response.ok) {
    void response.body?.cancel().catch(() => undefined)
    throw new Error(`The token was not renewed: status ${response.status}.`)
  }
  const answer: unknown = JSON.parse(await unlessAborted(readCapped(response, limits), signal))
  const {
    access_token: access,
    token_type: type,
    refresh_token: next,
    expires_in: seconds,
  } = z.parse(answerSchema, answer)
  if (type.toLowerCase() !== 'bearer') throw new Error('The token was not renewed: it is no bearer token.')
  // An answer may leave the refresh token out: the old one counts on.
  return {
    access,
    refresh: next ?? refresh,
    expiresAt: seconds == null ? null : Math.floor(now() + seconds * 1000),
  }
}
