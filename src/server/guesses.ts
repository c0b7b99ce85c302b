import { Failure } from './failure.ts'

interface Rate {
  /** Wrong tokens that are free after a rest. */
  most: number
  /** Milliseconds after which one more is. */
  every: number
}

export interface GuessesOptions {
  own?: Rate
  all?: Rate
  /** Clients that are remembered; those whose last wrong token is longest ago are forgotten first. */
  clients?: number
  now?: () => number
}

/** For each client, and for all together. */
export const guessRates = { own: { most: 10, every: 60_000 }, all: { most: 100, every: 1000 } }

/** What came at once, before the first was counted, is waited for too, but so many at most. */
const deepest = 60

export interface Guesses {
  /** Before a token is compared; throws a 429 that says when to come back. */
  check: (client: string) => void
  /** The token was not the one. */
  wrong: (client: string) => void
}

function refuseBefore(time: number, now: number) {
  if (time <= now) return
  throw new Failure(429, 'too_many_guesses', 'Too many wrong access tokens. Wait before the next.', {
    headers: { 'retry-after': String(Math.ceil((time - now) / 1000)) },
  })
}

/** When all that a rate allows is free again, after one more. */
const after = (rested: number, { most, every }: Rate, now: number) =>
  Math.min(Math.max(rested, now) + every, now + (most + deepest) * every)

/** When one is free. */
const free = (rested: number, { most, every }: Rate) => rested - (most - 1) * every

/**
 * Slows down whoever tries access tokens: first each client by itself, then all together. A client that has not been wrong
 * lately is heard whatever others do, so that nobody can lock out who has the right token.
 */
export function createGuesses({
  own = guessRates.own,
  all = guessRates.all,
  clients: most = 10_000,
  now = Date.now,
}: GuessesOptions = {}): Guesses {
  // When each has rested, in the order of their last wrong token.
  const clients = new Map<string, number>()
  let together = 0

  return {
    check(client) {
      const at = now()
      const rested = clients.get(client) ?? 0
      if (rested <= at) return
      refuseBefore(free(rested, own), at)
      refuseBefore(free(together, all), at)
    },
    wrong(client) {
      const at = now()
      const rested = after(clients.get(client) ?? 0, own, at)
      together = after(together, all, at)
      clients.delete(client)
      clients.set(client, rested)
      for (const name of clients.keys()) {
        if (clients.size <= most) break
        clients.delete(name)
      }
    },
  }
}
