import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '#heygen/paging.ts'

/** A listing as far as it is loaded. */
export interface Listing<T> {
  items: T[]
  /** Entries that could not be read. */
  skipped: number
  /** HeyGen ended the listing without saying that it was whole. */
  cut: boolean
}

/** The cursor to ask for next; none where it comes again, so that a looping server ends. */
export function nextToken<T>(
  page: Page<T>,
  _pages: Page<T>[],
  _token: string | undefined,
  tokens: (string | undefined)[],
): string | undefined {
  return page.next !== null && !tokens.includes(page.next) ? page.next : undefined
}

/** All items in the order they came; one that comes twice keeps its first place and its last content. */
export function selectItems<T>(
  { pages, pageParams }: InfiniteData<Page<T>, string | undefined>,
  idOf: (item: T) => string,
): Listing<T> {
  const items = new Map<string, T>()
  let skipped = 0
  for (const page of pages) {
    for (const item of page.items) items.set(idOf(item), item)
    skipped += page.skipped
  }
  const last = pages.at(-1)
  const looped = last !== undefined && last.next !== null && pageParams.includes(last.next)
  return { items: [...items.values()], skipped, cut: looped || (last?.cut ?? false) }
}
