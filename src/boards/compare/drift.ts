/** Seconds that a clip may be away from the clock; beyond it all clips are put together anew. */
export const driftLimit = 0.08

/** Less is the noise of reading the time. */
const quiet = 0.015
const least = 0.05
const most = 0.1

/**
 * The rate for a clip that is `drift` seconds ahead of the clock (negative: behind), or null where only a seek
 * helps. 5 to 10 % faster or slower is not seen, and takes 80 ms back in less than a second.
 */
export function rateFor(drift: number, speed: number): number | null {
  const size = Math.abs(drift)
  if (size > driftLimit) return null
  if (size <= quiet) return speed
  return speed * (1 - Math.sign(drift) * Math.min(most, Math.max(least, size * 2)))
}
