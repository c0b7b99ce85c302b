import { Failure } from './failure.ts'

export type Release = () => void

interface Waiter {
  start: () => void
}

/** Lets `width` callers in at once and `queue` wait; the next ones are turned away with 503. */
export function createSlots(width: number, queue: number): (signal: AbortSignal) => Promise<Release> {
  let taken = 0
  const waiting = new Set<Waiter>()

  const release = () => {
    const [next] = waiting
    if (!next) {
      taken -= 1
      return
    }
    waiting.delete(next)
    next.start()
  }
  const once = (): Release => {
    let held = true
    return () => {
      if (held) release()
      held = false
    }
  }

  return async (signal) => {
    signal.throwIfAborted()
    if (taken < width) {
      taken += 1
      return once()
    }
    if (waiting.size >= queue)
      throw new Failure(503, 'server_busy', 'Too many requests are waiting for HeyGen.', {
        headers: { 'retry-after': '2' },
      })
    return new Promise<Release>((resolve, reject) => {
      const leave = () => {
        waiting.delete(waiter)
        reject(signal.reason)
      }
      const waiter: Waiter = {
        start: () => {
          signal.removeEventListener('abort', leave)
          resolve(once())
        },
      }
      waiting.add(waiter)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
}
