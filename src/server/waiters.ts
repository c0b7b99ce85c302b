import { Failure } from './failure.ts'
import type { IntentRecord } from './ledger.ts'

type End = IntentRecord | Failure

export interface Waiters {
  /** The order's end, or undefined when `ms` are over; throws the Failure it ends in, or 499 for a caller who left. */
  wait: (id: number, ms: number, signal: AbortSignal) => Promise<IntentRecord | undefined>
  wake: (id: number, end: End) => void
}

/** Those who asked for an order that is under way. */
export function createWaiters(): Waiters {
  const waiting = new Map<number, Set<(end: End) => void>>()
  return {
    wait: (id, ms, signal) =>
      new Promise((resolve, reject) => {
        const all = waiting.get(id) ?? new Set()
        waiting.set(id, all)
        const finish = (end: End | undefined) => {
          all.delete(finish)
          if (all.size === 0) waiting.delete(id)
          clearTimeout(timer)
          signal.removeEventListener('abort', leave)
          if (end instanceof Failure) reject(end)
          else resolve(end)
        }
        const leave = () => finish(new Failure(499, 'client_closed', 'The client went away.'))
        const timer = setTimeout(() => finish(undefined), ms)
        all.add(finish)
        if (signal.aborted) leave()
        else signal.addEventListener('abort', leave, { once: true })
      }),
    wake(id, end) {
      for (const finish of waiting.get(id) ?? []) finish(end)
    },
  }
}
