import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { readPage, type Page } from '#heygen/paging.ts'
import type { AvatarType, Look, Ownership } from '#heygen/schemas/look.ts'
import { heygen } from './heygen.ts'
import { nextToken, selectItems } from './pages.ts'

/** The filters HeyGen's API itself knows. */
export interface LookFilters {
  type: AvatarType | null
  own: Ownership | null
  group: string | null
}

export const allLooks: LookFilters = { type: null, own: null, group: null }

/** A listing as the query cache holds it. */
export type LooksPages = InfiniteData<Page<Look>, string | undefined>

/** The most HeyGen gives at once. */
const pageSize = 50
const minute = 60_000

export const lookQueries = {
  all: ['looks'] as const,

  list: ({ type, own, group }: LookFilters) =>
    infiniteQueryOptions({
      queryKey: [...lookQueries.all, 'list', { type, own, group }],
      queryFn: ({ pageParam, signal }) => readLooks({ type, own, group }, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: nextToken<Look>,
      select: selectLooks,
      // A listing that refetched under a scrolled grid would move its cards. It lives until the page is reloaded.
      staleTime: Infinity,
      gcTime: 30 * minute,
      // Comparing all pages with their old selves costs more with every page, and pages never change.
      structuralSharing: false,
    }),

  /** How many looks there are, as far as one page tells. */
  sample: (filters: LookFilters) =>
    queryOptions({
      queryKey: [...lookQueries.all, 'sample', filters],
      queryFn: ({ signal }) =>
        heygen.listLooks(
          {
            avatar_type: filters.type ?? undefined,
            ownership: filters.own ?? undefined,
            group_id: filters.group ?? undefined,
            limit: pageSize,
          },
          { signal },
        ),
      select: (page: Page<Look>) => ({ count: page.items.length, more: page.next !== null }),
      staleTime: 5 * minute,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...lookQueries.all, 'detail', id],
      queryFn: ({ signal }) => heygen.getLook(id, { signal }),
      staleTime: 5 * minute,
    }),
}

/** The page behind a cursor, of 50 looks at most. */
export const readLooks = (filters: LookFilters, cursor?: string, signal?: AbortSignal) =>
  readPage(
    (token) =>
      heygen.listLooks(
        {
          avatar_type: filters.type ?? undefined,
          ownership: filters.own ?? undefined,
          group_id: filters.group ?? undefined,
          limit: pageSize,
          token,
        },
        { signal },
      ),
    cursor,
  )

function selectLooks(data: LooksPages) {
  return selectItems(data, (look) => look.id)
}

/** The look as a listing has already given it, so that opening it shows it at once. */
export function knownLook(client: QueryClient, id: string): Look | undefined {
  const listings = client.getQueriesData<InfiniteData<Page<Look>>>({ queryKey: [...lookQueries.all, 'list'] })
  for (const [, data] of listings)
    for (const page of data?.pages ?? []) {
      const found = page.items.find((look) => look.id === id)
      if (found) return found
    }
  return undefined
}
