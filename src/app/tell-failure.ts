import type { Query } from '@tanstack/react-query'
import { HeygenNetworkError } from '#heygen/errors.ts'
import { errorText } from '#messages/en-errors.ts'
import { describeError } from '#queries/describe-error.ts'
import { mayTryItself, retryAt } from '#queries/retry-at.ts'
import { notify } from '#ui/notices.ts'
import { fetchAgain, spread } from './spread.ts'

/** Milliseconds in which the same failure is not told again. */
const quietFor = 30_000

type AnyQuery = Pick<Query, 'fetch'>

/** By what is said: when it was said last, and of which queries. */
const told = new Map<string, { at: number; queries: Set<AnyQuery> }>()

/** Says that what is shown could not be had anew: once for all queries that fail alike, and not over and over. */
export function tellFailure(error: Error, query: AnyQuery) {
  // The banner says that there is no network.
  if (error instanceof HeygenNetworkError && !navigator.onLine) return
  const { title, hint } = describeError(error, true)
  const before = told.get(title)
  if (before && Date.now() - before.at < quietFor) {
    before.queries.add(query)
    return
  }
  const queries = new Set([query])
  told.set(title, { at: Date.now(), queries })
  const until = retryAt(error)
  const askAgain = () => spread([...queries].map((failed) => () => void fetchAgain(failed)))
  notify({
    key: title,
    title,
    description: hint,
    ...(until !== undefined && mayTryItself(error)
      ? { later: { until, words: errorText.again, run: askAgain } }
      : {}),
  })
}
