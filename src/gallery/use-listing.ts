import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { Listing } from '#queries/pages.ts'
import { useLate } from '#ui/use-late.ts'
import { useLong } from '#ui/use-long.ts'

/** After this long without an answer, in ms, the page says that it is slow. */
const slowAfter = 3000

/** A listing as a grid shows it: what has come, what is on its way, and what went wrong. */
export interface LoadedListing<T> extends Omit<Listing<T>, 'items'> {
  /** Rows that are known to be there and have not come yet are holes. */
  items: readonly (T | undefined)[]
  /** Looks or people in the list, where one row can stand for several. */
  count: number
  /** The index knows more in a moment: what is there is not the end. */
  growing: boolean
  pending: boolean
  hasMore: boolean
  /** Nothing could be shown. */
  error: Error | null
  /** What is shown stays; the next page did not come. */
  nextError: Error | null
  slow: boolean
  loadMore: () => void
  /** Told which rows are in sight, where they are fetched by place and not in their order. */
  onRange?: ((from: number, to: number) => void) | undefined
  retry: () => void
}

/** A listing of the API: pages come in their order, so it has no holes. */
export interface ApiListing<T> extends LoadedListing<T> {
  items: readonly T[]
}

const none: never[] = []

export function useListing<T>(query: UseInfiniteQueryResult<Listing<T>>): ApiListing<T> {
  const { data, error, isLoading, isFetchNextPageError, hasNextPage, fetchNextPage, refetch } = query
  const late = useLate(isLoading, slowAfter)
  // Not by `isFetching`: who reads that is rendered when a page is asked for, with nothing new to show.
  const [long, follow] = useLong(slowAfter)

  return {
    items: data?.items ?? none,
    count: data?.items.length ?? 0,
    growing: false,
    skipped: data?.skipped ?? 0,
    cut: data?.cut ?? false,
    pending: !data && !error,
    hasMore: data ? hasNextPage : true,
    error: data ? null : error,
    nextError: isFetchNextPageError ? error : null,
    slow: late || long,
    loadMore: () => {
      if (hasNextPage && !isFetchNextPageError) follow(fetchNextPage({ cancelRefetch: false }))
    },
    retry: () => follow(data ? fetchNextPage() : refetch()),
  }
}
