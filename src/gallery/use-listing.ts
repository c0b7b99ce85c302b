import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Listing } from '#queries/pages.ts'
import { useLate } from '#ui/use-late.ts'

/** After this long without an answer, in ms, the page says that it is slow. */
const slowAfter = 3000

/** A listing as a grid shows it: what has come, what is on its way, and what went wrong. */
export interface LoadedListing<T> extends Listing<T> {
  pending: boolean
  hasMore: boolean
  /** Nothing could be shown. */
  error: Error | null
  /** What is shown stays; the next page did not come. */
  nextError: Error | null
  slow: boolean
  loadMore: () => void
  retry: () => void
}

const none: never[] = []

export function useListing<T>(query: UseInfiniteQueryResult<Listing<T>>): LoadedListing<T> {
  const { data, error, isFetching, isFetchNextPageError, hasNextPage, fetchNextPage, refetch } = query
  const slow = useLate(isFetching, slowAfter)

  useEffect(() => {
    if (!isFetchNextPageError) return undefined
    const again = () => void fetchNextPage()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isFetchNextPageError, fetchNextPage])

  return {
    items: data?.items ?? none,
    skipped: data?.skipped ?? 0,
    cut: data?.cut ?? false,
    pending: !data && !error,
    hasMore: data ? hasNextPage : true,
    error: data ? null : error,
    nextError: isFetchNextPageError ? error : null,
    slow,
    loadMore: () => {
      if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    },
    retry: () => void (data ? fetchNextPage() : refetch()),
  }
}
