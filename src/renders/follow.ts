import { isOpen, isSettled, type Render } from './render.ts'

// HeyGen's own advice for asking after a video: every 10 s to 2 min, 30 s to 5 min, 60 s to 15 min, then no more.
const second = 1000
const minute = 60 * second
const steps = [
  { until: 2 * minute, every: 10 * second },
  { until: 5 * minute, every: 30 * second },
  { until: 15 * minute, every: minute },
]
const end = 15 * minute
const firstStep = 10 * second

/** An order without an answer is asked after sooner: our own server knows. */
const firstOpenStep = 5 * second

/** Checks as close as this go out in one. */
export const together = second

/** A check that goes out takes along what would be due this soon after it, so that videos fall into one step. */
const company = 5 * second

/** Our rule for "quiet when hidden": a tab nobody sees asks no more often than this. */
export const hiddenStep = minute

/** When a wait that was asked for ends, in ms of the epoch; an absurd one is cut at 15 minutes. */
export const waitEnd = (seconds: number, now: number) => now + Math.min(seconds * second, end)

/** What a clock that was set back has left in the future, as of now; by the keys. */
export function righted(renders: readonly Render[], now: number): Map<string, Partial<Render>> {
  const changes = new Map<string, Partial<Render>>()
  for (const { key, followedFrom, checkedAt, notBefore } of renders) {
    const change: Partial<Render> = {}
    if (followedFrom > now) change.followedFrom = now
    if (checkedAt !== null && checkedAt > now) change.checkedAt = now
    if (notBefore !== null && notBefore > now + end) change.notBefore = now
    if (Object.keys(change).length > 0) changes.set(key, change)
  }
  return changes
}

/** When to ask after a render next, in ms of the epoch; null where it has ended, or the schedule has. */
export function nextDue(render: Render): number | null {
  if (isSettled(render)) return null
  const { followedFrom, checkedAt, notBefore } = render
  const last = checkedAt ?? followedFrom
  if (last >= followedFrom + end) return null
  if (isOpen(render)) {
    if (notBefore !== null) return notBefore
    if (checkedAt === null) return last + firstOpenStep
  }
  const step = steps.find(({ until }) => last - followedFrom < until)?.every ?? minute
  // The last check is at the end, however late: a laptop that was closed meanwhile asks once when it is opened.
  return Math.max(Math.min(last + step, followedFrom + end), notBefore ?? 0)
}

/** The schedule has ended without the render: it is asked after only when resumed. */
export const isStopped = (render: Render) => !isSettled(render) && nextDue(render) === null

/** Begins the schedule anew, with a check at once. */
export const resumed = (now: number): Partial<Render> => ({
  followedFrom: now,
  checkedAt: now - firstStep,
  notBefore: null,
})

/** A single check now of one whose schedule has ended: the person has come back to the page. */
export const onceMore = (now: number): Partial<Render> => ({
  followedFrom: now - end,
  checkedAt: now - minute,
  notBefore: null,
})

/** The next check of all, in ms of the epoch. */
export function nextCheck(renders: readonly Render[]): number | null {
  const due = renders.map(nextDue).filter((at) => at !== null)
  return due.length > 0 ? Math.min(...due) : null
}

/** When this browser last asked, whichever tab it was. */
export const lastCheck = (renders: readonly Render[]) =>
  Math.max(...renders.map(({ checkedAt }) => checkedAt ?? -Infinity), -Infinity)

/** What is asked after in a check at `now`. */
export function dueAt(renders: readonly Render[], now: number): readonly Render[] {
  const within = (render: Render, ms: number) => (nextDue(render) ?? Infinity) <= now + ms
  if (!renders.some((render) => within(render, together))) return []
  return renders.filter(
    (render) =>
      within(render, together) ||
      // Who was asked to wait is not taken along, nor an order: its answer is our own server's to give.
      (within(render, company) && !isOpen(render) && (render.notBefore ?? 0) <= now),
  )
}
