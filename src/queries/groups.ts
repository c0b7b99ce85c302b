import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query'
import { readPage, walkPages, type Page } from '#heygen/paging.ts'
import type { Group } from '#heygen/schemas/group.ts'
import type { Ownership } from '#heygen/schemas/look.ts'
import { heygen } from './heygen.ts'
import { nextToken, selectItems } from './pages.ts'

const pageSize = 50
const minute = 60_000

export interface AllGroups {
  groups: Group[]
  /** False while the walk goes on. */
  complete: boolean
  cut: boolean
}

export const groupQueries = {
  all: ['groups'] as const,

  list: (own: Ownership | null) =>
    infiniteQueryOptions({
      queryKey: [...groupQueries.all, 'list', own],
      queryFn: ({ pageParam, signal }) =>
        readPage(
          (token) => heygen.listGroups({ ownership: own ?? undefined, limit: pageSize, token }, { signal }),
          pageParam,
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: nextToken<Group>,
      select: selectGroups,
      staleTime: Infinity,
      gcTime: 30 * minute,
      structuralSharing: false,
    }),

  /** Everyone, page after page; what has come so far can be shown while the rest is walked. */
  everyone: () =>
    queryOptions({
      queryKey: [...groupQueries.all, 'everyone'],
      queryFn: async ({ signal, client, queryKey }): Promise<AllGroups> => {
        const found = new Map<string, Group>()
        let cut = false
        const pages = walkPages((token) => heygen.listGroups({ limit: pageSize, token }, { signal }))
        for await (const page of pages) {
          for (const group of page.items) found.set(group.id, group)
          cut ||= page.cut
          client.setQueryData<AllGroups>(queryKey, { groups: [...found.values()], complete: false, cut })
        }
        return { groups: [...found.values()], complete: true, cut }
      },
      // A walk that was broken off is not fresh, however new what it brought is.
      staleTime: ({ state }) => (state.data?.complete ? 10 * minute : 0),
      structuralSharing: false,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...groupQueries.all, 'detail', id],
      queryFn: ({ signal }) => heygen.getGroup(id, { signal }),
      staleTime: 5 * minute,
    }),
}

function selectGroups(data: InfiniteData<Page<Group>, string | undefined>) {
  return selectItems(data, (group) => group.id)
}
