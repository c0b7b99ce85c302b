import type { AnswerCache } from './answer-cache.ts'
import { createFlights } from './flights.ts'
import type { Answer, Upstream } from './upstream.ts'

interface Read extends Answer {
  /** How it came about, for the log. */
  from: 'upstream' | 'flight' | 'cache'
}

/** Reads `/v3/...`, kept for `ttl` milliseconds; throws an UpstreamFailure, or the signal's reason. */
export type Reads = (pathAndQuery: string, ttl: number, signal: AbortSignal) => Promise<Read>

/**
 * One upstream request for all who ask the same thing at once, and a cache behind it. Keys begin with the account's
 * fingerprint.
 */
export function createReads(upstream: Upstream, cache: AnswerCache): Reads {
  const fly = createFlights<Answer>()

  return async (pathAndQuery, ttl, signal) => {
    const key = `${await upstream.fingerprint()} ${pathAndQuery}`
    signal.throwIfAborted()
    const kept = cache.get(key)
    if (kept !== undefined) return { body: kept, attempts: 0, from: 'cache' }
    const ask = async (stop: AbortSignal) => {
      const read = await upstream.read(pathAndQuery, stop)
      if (ttl > 0) cache.set(key, read.body, ttl)
      return read
    }
    const { value, joined } = await fly(key, ask, signal)
    return joined ? { ...value, attempts: 0, from: 'flight' } : { ...value, from: 'upstream' }
  }
}
