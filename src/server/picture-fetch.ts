import { Failure } from './failure.ts'
import { IdleTimeout, readBytesCapped, TooLarge } from './read-capped.ts'
import { unlessAborted } from './unless-aborted.ts'
import type { Send } from './upstream-attempt.ts'

/** Milliseconds, and bytes. */
export interface FetchLimits {
  idle: number
  total: number
  bytes: number
}

export const fetchLimits: FetchLimits = { idle: 5000, total: 15_000, bytes: 12 * 1024 * 1024 }

export interface PictureFetch {
  send: Send
  /** `lookbook/<version>` */
  userAgent: string
  limits: FetchLimits
}

const timedOut = (cause?: unknown) =>
  new Failure(504, 'picture_timeout', 'The picture took too long to come.', { cause })

/**
 * Gets a picture from a listed host: no credential, no header of the caller's, no redirect, which would lead to hosts
 * that are not listed. Throws a Failure, or the signal's reason.
 */
export async function fetchPicture(
  url: string,
  { send, userAgent, limits }: PictureFetch,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const deadline = AbortSignal.timeout(limits.total)
  const done = new AbortController()
  const stop = AbortSignal.any([signal, deadline, done.signal])
  try {
    const response = await unlessAborted(
      Promise.resolve(
        send(url, {
          headers: { accept: 'image/webp,image/png,image/jpeg,image/*;q=0.8', 'user-agent': userAgent },
          redirect: 'manual',
          signal: stop,
        }),
      ),
      stop,
    )
    if (response.status !== 200)
      throw new Failure(502, 'picture_unavailable', 'The media host does not give this picture.')
    if (Number(response.headers.get('content-length')) > limits.bytes) throw new TooLarge()
    return await unlessAborted(readBytesCapped(response, { cap: limits.bytes, idle: limits.idle }), stop)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Failure) throw error
    if (deadline.aborted || error instanceof IdleTimeout) throw timedOut(error)
    if (error instanceof TooLarge)
      throw new Failure(502, 'picture_too_large', 'The picture holds more bytes than one may.')
    throw new Failure(502, 'picture_unreachable', 'The media host cannot be reached.', { cause: error })
  } finally {
    // Ends a body that was left unread.
    done.abort()
  }
}
