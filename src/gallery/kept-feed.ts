import { hashKey, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Page } from '#heygen/paging.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { lookQueries, type LookFilters } from '#queries/looks.ts'
import { withCatalogue } from '#search/catalogue-state.ts'

const schema = z.object({
  /** The list's key in the query cache. */
  list: z.string(),
  ids: z.array(z.string()),
  /** The cursor to go on with. */
  next: z.nullable(z.string()),
  cut: z.boolean(),
  /** Epoch milliseconds. */
  at: z.number(),
})

export type KeptFeed = z.infer<typeof schema>

const name = 'lookbook.feed'

/** A list of one page comes back by itself. */
const shortest = 51
/** At 40 characters an id, this is about as much as a session's storage may hold of one list. */
const longest = 40_000
/** Milliseconds: a cursor may be refused after a while. */
const goodFor = 3_600_000

const keyOf = (filters: LookFilters) => hashKey(lookQueries.list(filters).queryKey)

type Pages = InfiniteData<Page<Look>, string | undefined>

/** Writes down which looks the list on screen holds, so that a reload need not ask for every page again. */
export function keepFeed(client: QueryClient): void {
  const lists = client.getQueryCache().findAll({ queryKey: [...lookQueries.all, 'list'], type: 'active' })
  // By their looks, not their pages: a list that was filled after a reload has one page.
  const [list] = lists
    .map(({ queryHash, queryKey }) => {
      const pages = client.getQueryData<Pages>(queryKey)?.pages ?? []
      return { queryHash, pages, ids: [...new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))] }
    })
    .toSorted((a, b) => b.ids.length - a.ids.length)
  const last = list?.pages.at(-1)
  try {
    sessionStorage.removeItem(name)
    if (!list || !last) return
    const { ids } = list
    if (ids.length < shortest || ids.length > longest) return
    const kept: KeptFeed = { list: list.queryHash, ids, next: last.next, cut: last.cut, at: Date.now() }
    sessionStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Blocked or full: the pages are asked for again.
  }
}

/** The list as it was when the page was left; null where nothing young enough was kept of it. */
export function keptFeed(filters: LookFilters): KeptFeed | null {
  try {
    const kept = schema.parse(JSON.parse(sessionStorage.getItem(name) ?? 'null'))
    return kept.list === keyOf(filters) && Date.now() - kept.at < goodFor ? kept : null
  } catch {
    return null
  }
}

/** Looks asked for at once, so that no answer takes the page's thread for long. */
const atOnce = 400

/**
 * Fills a list with the looks that it held, from the index; it goes on from there. Where one of them is not known
 * the list is left as it is: it would have a gap.
 */
export async function restoreFeed(
  client: QueryClient,
  filters: LookFilters,
  { ids, next, cut }: KeptFeed,
  signal: AbortSignal,
): Promise<void> {
  const catalogue = await withCatalogue((opened) => opened)
  const items: Look[] = []
  for (let from = 0; from < ids.length; from += atOnce)
    for (const look of await catalogue.byId(ids.slice(from, from + atOnce), signal)) {
      if (!look) return
      items.push(look)
    }
  signal.throwIfAborted()
  client.setQueryData<Pages>(lookQueries.list(filters).queryKey, {
    pages: [{ items, skipped: 0, next, cut }],
    pageParams: [undefined],
  })
}
