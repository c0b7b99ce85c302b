import type { AnswerCache } from './answer-cache.ts'
import { createFlights } from './flights.ts'
import { UpstreamFailure, type Answer, type Upstream } from './upstream.ts'

interface Read extends Answer {
  /** How it came about, for the log. */
  from: 'upstream' | 'flight' | 'cache' | 'stale'
  /** Milliseconds, of an answer past its time that stands in for one that could not be had. */
  age?: number
}

/** Whether HeyGen is not there, rather than that it says no. */
const isAway = (error: unknown) => error instanceof UpstreamFailure && error.status >= 500

/** Reads `/v3/...`, kept for `ttl` milliseconds; throws an UpstreamFailure, or the signal's reason. */
export type Reads = (pathAndQuery: string, ttl: number, signal: AbortSignal) => Promise<Read>

/**
 * One upstream request for all who ask the same thing at once, and a cache behind it, which stands in for a HeyGen that
 * does not answer. Keys begin with the account's fingerprint.
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
    const landed = await fly(key, ask, signal).catch((error: unknown) => {
      const stale = isAway(error) ? cache.getStale(key) : undefined
      if (!stale) throw error
      return stale
    })
    if ('age' in landed) return { ...landed, attempts: 0, from: 'stale' }
    const { value, joined } = landed
    return joined ? { ...value, attempts: 0, from: 'flight' } : { ...value, from: 'upstream' }
  }
}
