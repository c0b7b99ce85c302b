export interface Breaker {
  /**
   * Milliseconds until HeyGen is asked again; 0: ask now. While it rests, one question at a time is let through to see
   * whether HeyGen is back, and that question must be told of by `record` or `leave`.
   */
  admit: () => number
  /** How a question ended: answered, even with a refusal, or not. */
  record: (answered: boolean) => void
  /** The one who asked has gone, and nothing was learnt. */
  leave: () => void
}

const inARow = 5
const remembered = 20

interface BreakerOptions {
  now?: () => number
  /** Milliseconds of the first rest; each that ends in another failure makes the next one twice as long. */
  rest?: number
  longestRest?: number
}

/**
 * Stops asking a HeyGen that does not answer: after 5 failures in a row, or when half of the last 20 failed. A person
 * then hears at once what a timeout would have told them later, and HeyGen is not asked while it gets up.
 */
export function createBreaker({
  now = Date.now,
  rest = 5000,
  longestRest = 60_000,
}: BreakerOptions = {}): Breaker {
  let last: boolean[] = []
  let until = 0
  let next = rest
  let probing = false

  const trip = () => {
    until = now() + next
    next = Math.min(longestRest, next * 2)
  }
  return {
    admit() {
      if (until === 0) return 0
      const left = until - now()
      if (left > 0) return left
      // Somebody else is finding out; ask again in a second.
      if (probing) return 1000
      probing = true
      return 0
    },
    record(answered) {
      if (until !== 0) {
        // Questions that were under way when it tripped say nothing of how HeyGen is now.
        if (!probing) return
        probing = false
        if (!answered) return trip()
        until = 0
        next = rest
        last = []
        return
      }
      last = [...last, answered].slice(-remembered)
      const failed = last.filter((one) => !one).length
      const row = last.length - 1 - last.lastIndexOf(true)
      if (row < inARow && (last.length < remembered || failed < remembered / 2)) return
      last = []
      trip()
    },
    leave() {
      probing = false
    },
  }
}
