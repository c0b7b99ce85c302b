import type { LoadedListing } from './use-listing.ts'

type Counted = (count: number, more: boolean) => string

/** The count beside the filters, and what a screen reader hears of it: once when a list is there, once when it is whole. */
export function countWords<T>({ pending, error, items, hasMore }: LoadedListing<T>, counted: Counted) {
  if (pending || error) return { count: '', status: '' }
  const count = counted(items.length, hasMore)
  // While pages come in, the number would be read out with each of them.
  return { count, status: hasMore ? counted(Math.min(items.length, 50), true) : count }
}
