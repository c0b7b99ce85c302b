import type { AnswerCache } from './answer-cache.ts'
import { unlessAborted } from './unless-aborted.ts'
import type { Answer, Upstream } from './upstream.ts'

interface Read extends Answer {
  /** How it came about, for the log. */
  from: 'upstream' | 'flight' | 'cache'
}

/** Reads `/v3/...`, kept for `ttl` milliseconds; throws an UpstreamFailure, or the signal's reason. */
export type Reads = (pathAndQuery: string, ttl: number, signal: AbortSignal) => Promise<Read>

interface Flight {
  answer: Promise<Answer>
  waiting: number
  stop: AbortController
}

/**
 * One upstream request for all who ask the same thing at once, and a cache behind it. Whoever leaves, leaves
 * alone; when all have left, the request ends too. Keys begin with the account's fingerprint.
 */
export function createReads(upstream: Upstream, cache: AnswerCache): Reads {
  const flights = new Map<string, Flight>()

  function depart(key: string, pathAndQuery: string, ttl: number): Flight {
    const stop = new AbortController()
    const answer = upstream.read(pathAndQuery, stop.signal).then((read) => {
      if (ttl > 0) cache.set(key, read.body, ttl)
      return read
    })
    const flight = { answer, waiting: 0, stop }
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    answer.then(land, land)
    flights.set(key, flight)
    return flight
  }

  async function board(key: string, flight: Flight, signal: AbortSignal): Promise<Answer> {
    flight.waiting += 1
    try {
      return await unlessAborted(flight.answer, signal)
    } finally {
      flight.waiting -= 1
      if (flight.waiting === 0 && signal.aborted) {
        // Gone at once, so that the next caller does not join a request that is ending.
        if (flights.get(key) === flight) flights.delete(key)
        flight.stop.abort(signal.reason)
      }
    }
  }

  return async (pathAndQuery, ttl, signal) => {
    const key = `${await upstream.fingerprint()} ${pathAndQuery}`
    signal.throwIfAborted()
    const kept = cache.get(key)
    if (kept !== undefined) return { body: kept, attempts: 0, from: 'cache' }
    const running = flights.get(key)
    const answer = await board(key, running ?? depart(key, pathAndQuery, ttl), signal)
    return running ? { ...answer, attempts: 0, from: 'flight' } : { ...answer, from: 'upstream' }
  }
}
