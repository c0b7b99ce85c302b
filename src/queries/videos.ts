import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query'
import { readPage, walkPages, type Page } from '#heygen/paging.ts'
import type { Style } from '#heygen/schemas/agent.ts'
import type { Video } from '#heygen/schemas/video.ts'
import { createHeygenVideos } from '#heygen/videos.ts'
import { heygenSettings } from './heygen.ts'
import { nextToken, selectItems } from './pages.ts'

/** The client of videos and agent sessions. */
export const heygenVideos = createHeygenVideos(heygenSettings)

const pageSize = 50
const mostAtOnce = 100
const minute = 60_000

export const videoQueries = {
  all: ['videos'] as const,

  /** The account's videos, newest first; `title` is a part of the title, empty for all. */
  list: (title: string) =>
    infiniteQueryOptions({
      queryKey: [...videoQueries.all, 'list', title],
      queryFn: ({ pageParam, signal }) =>
        readPage(
          (token) =>
            heygenVideos.listVideos({ title: title || undefined, limit: pageSize, token }, { signal }),
          pageParam,
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: nextToken<Video>,
      select: selectVideos,
      // New videos come at the top; past this age the list is read anew when its page is opened.
      staleTime: minute,
      structuralSharing: false,
    }),

  /** Its links expire within hours: whoever plays or downloads reads it anew. */
  detail: (id: string) =>
    queryOptions({
      queryKey: [...videoQueries.all, 'detail', id],
      queryFn: ({ signal }) => heygenVideos.getVideo(id, { signal }),
      staleTime: minute,
    }),

  /** Every style an agent can be asked for. */
  styles: () =>
    queryOptions({
      queryKey: [...videoQueries.all, 'styles'],
      queryFn: async ({ signal }) => {
        const styles = new Map<string, Style>()
        const pages = walkPages((token) => heygenVideos.listStyles({ limit: mostAtOnce, token }, { signal }))
        for await (const page of pages) for (const style of page.items) styles.set(style.style_id, style)
        return [...styles.values()]
      },
      staleTime: 30 * minute,
    }),
}

export const sessionQueries = {
  detail: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'detail', id],
      queryFn: ({ signal }) => heygenVideos.getSession(id, { signal }),
      staleTime: minute,
    }),
}

function selectVideos(data: InfiniteData<Page<Video>, string | undefined>) {
  return selectItems(data, (video) => video.id)
}
