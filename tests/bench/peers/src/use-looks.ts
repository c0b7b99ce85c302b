import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { fetchLooks } from './looks.ts'

/** Every look that has come, and how to get more. */
export function useLooks(type: string | null) {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['looks', type],
    queryFn: ({ pageParam, signal }) => fetchLooks(type, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_token ?? undefined,
    staleTime: Infinity,
    // The app does without as well: comparing all pages with their old selves is no grid's work.
    structuralSharing: false,
  })
  const looks = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data])
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { looks, loadMore }
}
