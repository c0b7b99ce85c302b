import { useInfiniteQuery } from '@tanstack/react-query'
import { allLooks, lookQueries, type LookFilters } from '#queries/looks.ts'
import type { ListedLook } from '#search/protocol.ts'
import { useIndexFeed } from './index-feed.ts'
import { comingListing, indexedListing } from './indexed-listing.ts'
import { useListing, type LoadedListing } from './use-listing.ts'

/** The looks in the order of the list below: the API's for `filters`, or for null what the index answered. */
export function useLooksInOrder(filters: LookFilters | null): LoadedListing<ListedLook> {
  const listed = useListing(
    useInfiniteQuery({
      ...lookQueries.list(filters ?? allLooks),
      enabled: filters !== null,
    }),
  )
  const { feed } = useIndexFeed()
  if (filters !== null) return listed
  return feed?.rows?.by === 'looks' ? indexedListing(feed, feed.rows, feed.answer.looks) : comingListing
}
