import type { Failure } from './failure.ts'

/** How one attempt at a read ended. */
export type Outcome =
  | { kind: 'answer'; body: string }
  /** Reset, closed, refused or short. */
  | { kind: 'broken'; failure: Failure }
  /** Whole, but not the JSON it should be. */
  | { kind: 'unreadable'; failure: Failure }
  /** An error of HeyGen's own. */
  | { kind: 'refused'; failure: Failure }
  /** What no second attempt mends: a redirect, a bomb, a timeout. */
  | { kind: 'final'; failure: Failure }

const attempts = 3
const longestBackoff = 8000
/** Milliseconds of Retry-After that are waited out here; longer ones are the person's to wait. */
const longestWait = 10_000

/** Full jitter: anything up to 0.5 s, 1 s, 2 s, ... 8 s. */
const backoff = (attempt: number, random: () => number) =>
  random() * Math.min(longestBackoff, 500 * 2 ** (attempt - 1))

export interface RetryFacts {
  /** Attempts made, this one included. */
  attempt: number
  /** Unreadable answers so far, this one included. */
  unreadable: number
  random: () => number
}

/** Milliseconds until a GET is sent again, or null where this outcome is the answer. */
export function retryDelay(outcome: Outcome, { attempt, unreadable, random }: RetryFacts): number | null {
  if (attempt >= attempts) return null
  if (outcome.kind === 'broken' || (outcome.kind === 'unreadable' && unreadable === 1))
    return backoff(attempt, random)
  if (outcome.kind !== 'refused') return null
  const { status, headers } = outcome.failure
  if (status !== 429 && status < 500) return null
  const wait = 1000 * Number(headers['retry-after'])
  if (Number.isNaN(wait)) return status === 429 ? null : backoff(attempt, random)
  return wait > longestWait ? null : wait + random() * 250
}

export interface RetryBudget {
  /** A read has begun. */
  earn: () => void
  /** False where there is none left. */
  spend: () => boolean
}

/** Keeps retries of refused requests to a tenth of all, after a first ten: a limit is not cured by more calls. */
export function createRetryBudget(): RetryBudget {
  let left = 10
  return {
    earn: () => {
      left = Math.min(10, left + 0.1)
    },
    spend: () => {
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
