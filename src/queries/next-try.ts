import { errorText } from '#messages/en-errors.ts'
import { mayTryItself, retryAt } from './retry-at.ts'

/** What a Retry button has to know of the error it stands beside. */
export const nextTry = (error: Error | null) => ({
  at: retryAt(error),
  mayTryItself: () => error !== null && mayTryItself(error),
  trying: errorText.trying,
})
