import type { Query } from '@tanstack/react-query'

/** Milliseconds between two of many that start for one reason. */
const gap = 150

/** Asks again; how that went is told by the page. */
export const fetchAgain = async (query: Pick<Query, 'fetch'>, ...how: Parameters<Query['fetch']>) => {
  try {
    await query.fetch(...how)
  } catch {
    // In its place, or by a notice.
  }
}

/** Starts one after the other, so that what comes back to life is not met by all at once. Gives what calls it off. */
export function spread(starts: readonly (() => void)[], first = 0): () => void {
  const timers = starts.map((start, at) => setTimeout(start, first + at * gap))
  return () => timers.forEach(clearTimeout)
}
