/** Milliseconds, all of them. */
export interface SpendTimings {
  /** How long a call waits for its order to settle. */
  wait: number
  /** How long a question about an order waits for HeyGen's listing. */
  look: number
  /**
   * Before the first and the second repetition of an order in doubt, give or take a fifth. The second comes when a
   * fault of some seconds is over, and nobody waits for it any more.
   */
  resends: readonly number[]
  /** After the first attempt, repetitions end. */
  resendFor: number
  /** Before each question while HeyGen says that it works on this key. */
  polls: readonly number[]
  /** Between listings of an order in doubt, while it is new and later. */
  listEvery: number
  listEveryLater: number
  listOften: number
  /** An order older than this is listed only when somebody asks. */
  listFor: number
  /** HeyGen may take this long to list what it took: its slowest hundredth needs 31 s. */
  listable: number
}

const second = 1000
const minute = 60 * second

export const defaultTimings: SpendTimings = {
  wait: 25 * second,
  look: 8 * second,
  resends: [second, 75 * second],
  resendFor: 10 * minute,
  polls: [2 * second, 4 * second, 8 * second, 16 * second],
  listEvery: 30 * second,
  listEveryLater: 5 * minute,
  listOften: 10 * minute,
  listFor: 24 * 60 * minute,
  listable: 30 * second,
}
