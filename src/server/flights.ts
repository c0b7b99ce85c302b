import { unlessAborted } from './unless-aborted.ts'

interface Flight<T> {
  landed: Promise<T>
  waiting: number
  stop: AbortController
}

/** What came of it, and whether somebody else had asked already. */
interface Landed<T> {
  value: T
  joined: boolean
}

/**
 * One piece of work for all who ask for the same key at once. Whoever leaves, leaves alone; when all have left, the
 * work is told to stop. Throws what the work throws, or the signal's reason.
 */
export function createFlights<T>() {
  const flights = new Map<string, Flight<T>>()

  function depart(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController()
    const landed = work(stop.signal)
    const flight = { landed, waiting: 0, stop }
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    landed.then(land, land)
    flights.set(key, flight)
    return flight
  }

  return async (
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<Landed<T>> => {
    const running = flights.get(key)
    const flight = running ?? depart(key, work)
    flight.waiting += 1
    try {
      return { value: await unlessAborted(flight.landed, signal), joined: running !== undefined }
    } finally {
      flight.waiting -= 1
      if (flight.waiting === 0 && signal.aborted) {
        // Gone at once, so that the next caller does not join work that is ending.
        if (flights.get(key) === flight) flights.delete(key)
        flight.stop.abort(signal.reason)
      }
    }
  }
}
