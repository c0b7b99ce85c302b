import type { Travel } from './grid-window.ts'

/** CSS pixels a millisecond: faster than this nobody can look at a picture. */
const tooFast = 6
/** What was that fast stays so until it is slower than this: pictures asked for slow the page, and more would be. */
const slow = 3
/**
 * Milliseconds for which it stays fast after that, or two frames where they take longer: frames are uneven, and
 * pictures would be asked for and let go of.
 */
const lasting = 60
const longest = 250

/** How the page moves, from where it is at each scroll event. */
export class ScrollSpeed {
  #at = 0
  #time = Number.NEGATIVE_INFINITY
  #until = 0
  fast = false
  travel: Travel = 0

  /** The page is at `at` CSS pixels at `time` ms. A jump out of a rest is no speed. */
  move(at: number, time: number) {
    const moved = at - this.#at
    const since = Math.max(1, time - this.#time)
    if (Math.abs(moved) / since > (this.fast ? slow : tooFast))
      this.#until = time + Math.min(longest, Math.max(lasting, 2 * since))
    this.fast = time < this.#until
    if (moved !== 0) this.travel = moved > 0 ? 1 : -1
    this.#at = at
    this.#time = time
  }

  rest() {
    this.fast = false
    this.travel = 0
  }
}
