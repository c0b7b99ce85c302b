import type { LoadedListing } from './use-listing.ts'

type Counted = (count: number, more: boolean) => string

/** The count beside the filters, and what a screen reader hears of it: once when a list is there, once when it is whole. */
export function countWords<T>(
  { pending, error, count: known, hasMore, growing }: LoadedListing<T>,
  counted: Counted,
) {
  if (pending || error) return { count: '', status: '' }
  const more = hasMore || growing
  if (more && known === 0) return { count: '', status: '' }
  const count = counted(known, more)
  // While pages come in, the number would be read out with each of them.
  return { count, status: more ? counted(Math.min(known, 50), true) : count }
}
