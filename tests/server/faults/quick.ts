import { pause } from '#server/pause.ts'
import type { Tuning } from '#server/runtime.ts'

/**
 * A hundredth of the real waits, and deadlines to match; each fault is looked at by itself, so nothing rests or runs
 * out. An order in doubt is looked for soon and for as long as it takes, so that its answer is its end.
 */
export const quick: Tuning = {
  upstream: {
    limits: { headers: 1000, idle: 600, total: 3000, write: 2000 },
    sleep: (ms, signal) => pause(ms / 100, signal),
    breaker: null,
    retryBudget: { earn: () => undefined, spend: () => true },
  },
  orders: {
    wait: 20_000,
    resends: [5, 10],
    polls: [5, 5, 5, 5],
    listEvery: 60,
    listEveryLater: 60,
    listable: 120,
  },
}
