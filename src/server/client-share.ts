import { Failure } from './failure.ts'
import type { Release } from './slots.ts'

interface Client {
  /** Calls that may be made at once. */
  left: number
  at: number
  underWay: number
}

export interface ShareOptions {
  /** Calls a minute, and the most at once after a rest. */
  perMinute: number
  /** Reads of one client that are under way at once; orders have a queue of their own. */
  width?: number
  /** Clients that are remembered; those who have rested longest are forgotten first. */
  clients?: number
  now?: () => number
}

const minute = 60_000

const tooMany = (seconds: number) =>
  new Failure(429, 'too_many_requests', 'This browser asks more than its share. Wait a moment.', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
  })

/**
 * Keeps one client from taking what is there for all: so many calls a minute, and so many reads under way. Gives what ends a
 * call; throws a 429 that says when to come back.
 */
export function createClientShare({
  perMinute,
  width = 32,
  clients: most = 10_000,
  now = Date.now,
}: ShareOptions): (client: string, reads?: boolean) => Release {
  // In the order of their last call.
  const clients = new Map<string, Client>()
  const perMs = perMinute / minute

  function forget() {
    for (const [name, { underWay }] of clients) {
      if (clients.size <= most) return
      if (underWay === 0) clients.delete(name)
    }
  }

  return (name, reads = true) => {
    const at = now()
    const known = clients.get(name) ?? { left: perMinute, at, underWay: 0 }
    known.left = Math.min(perMinute, known.left + (at - known.at) * perMs)
    known.at = at
    clients.delete(name)
    clients.set(name, known)
    forget()
    if (known.left < 1) throw tooMany((1 - known.left) / perMs / 1000)
    if (reads && known.underWay >= width) throw tooMany(1)
    known.left -= 1
    if (reads) known.underWay += 1
    let held = reads
    return () => {
      if (held) known.underWay -= 1
      held = false
    }
  }
}
