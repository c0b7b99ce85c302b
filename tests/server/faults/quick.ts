import { pause } from '#server/pause.ts'
import type { UpstreamTuning } from '#server/runtime.ts'

/** A hundredth of the real waits, and deadlines to match; each fault is looked at by itself, so nothing rests or runs out. */
export const quick: UpstreamTuning = {
  limits: { headers: 400, idle: 300, total: 3000 },
  sleep: (ms, signal) => pause(ms / 100, signal),
  breaker: null,
  retryBudget: { earn: () => undefined, spend: () => true },
}
