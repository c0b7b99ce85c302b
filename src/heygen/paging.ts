import * as z from 'zod/mini'
import { HeygenHttpError } from './errors.ts'

/** One page of a listing, as read: items that could not be shown are skipped and counted. */
export interface Page<T> {
  items: T[]
  skipped: number
  /** Cursor of the next page; null at the end. */
  next: string | null
  /** The listing broke off without saying that it was whole. */
  cut: boolean
}

/** Pages without an item that are read in a row before the listing counts as cut. */
const maxEmptyPages = 3

/** The list envelope: `{ data: [...], has_more?, next_token? }`, where only `data` is certain. */
export function pageSchema<T>(item: z.ZodMiniType<T>) {
  return z.pipe(
    z.object({
      data: z.array(z.unknown()),
      has_more: z.catch(z.nullable(z.boolean()), null),
      next_token: z.catch(z.nullable(z.string()), null),
    }),
    z.transform(({ data, has_more, next_token }): Page<T> => {
      const items: T[] = []
      for (const entry of data) {
        const parsed = item.safeParse(entry)
        if (parsed.success) items.push(parsed.data)
      }
      // Where has_more is missing, the token alone tells; an empty token is none.
      const more = has_more ?? next_token !== null
      const next = more && next_token ? next_token : null
      return { items, skipped: data.length - items.length, next, cut: has_more === true && !next }
    }),
  )
}

export type FetchPage<T> = (token: string | undefined) => Promise<Page<T>>

/**
 * Reads the page at `token` for a listing that has seen the tokens in `seen`. Passes over at most three empty
 * pages, ends at a token that comes again, and takes a 400 in the middle of a listing as its end: HeyGen
 * refuses cursors past about 10,000 rows.
 */
export async function readPage<T>(
  fetchPage: FetchPage<T>,
  token: string | undefined,
  seen: Iterable<string | undefined> = [],
): Promise<Page<T>> {
  const used = new Set(seen)
  let skipped = 0
  let at = token
  for (let empty = 0; empty < maxEmptyPages; empty++) {
    used.add(at)
    let page: Page<T>
    try {
      page = await fetchPage(at)
    } catch (error) {
      if (at !== undefined && error instanceof HeygenHttpError && error.status === 400)
        return { items: [], skipped, next: null, cut: true }
      throw error
    }
    skipped += page.skipped
    const repeated = page.next !== null && used.has(page.next)
    const next = repeated ? null : page.next
    if (page.items.length > 0 || next === null)
      return { items: page.items, skipped, next, cut: page.cut || repeated }
    at = next
  }
  return { items: [], skipped, next: null, cut: true }
}

/** Walks a listing to its end, page by page. Stop it by breaking off, or by the signal inside `fetchPage`. */
export async function* walkPages<T>(fetchPage: FetchPage<T>): AsyncGenerator<Page<T>> {
  const seen: string[] = []
  let token: string | undefined
  do {
    const page = await readPage(fetchPage, token, seen)
    yield page
    token = page.next ?? undefined
    if (token !== undefined) seen.push(token)
  } while (token !== undefined)
}
