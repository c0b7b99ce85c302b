import type { IndexFeed } from './index-feed.ts'
import type { LoadedListing } from './use-listing.ts'

const nothing = () => {}

const base = {
  skipped: 0,
  cut: false,
  pending: false,
  hasMore: false,
  error: null,
  nextError: null,
  slow: false,
  loadMore: nothing,
  retry: nothing,
} as const

/** What the index answered, as a listing of a grid. */
export function indexedListing<T>(
  { answer }: IndexFeed,
  { items, need }: { items: readonly (T | undefined)[]; need: (from: number, to: number) => void },
  count: number,
): LoadedListing<T> {
  return { ...base, items, count, growing: answer.growing, onRange: need }
}

/** Before the first answer: a list that is on its way. */
export const comingListing: LoadedListing<never> = {
  ...base,
  items: [],
  count: 0,
  growing: false,
  pending: true,
  hasMore: true,
}
