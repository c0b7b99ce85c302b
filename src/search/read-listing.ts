import { readPage, type Page } from '#heygen/paging.ts'
import { WalkHalted } from './ask-page.ts'
import type { ListingState } from './walk-step.ts'

/** Rows a page: HeyGen's most; fewer where a page cannot be read, so that only the rows behind the bad one are lost. */
const sizes = [50, 10, 1]
/** Small pages that are read before larger ones are tried again. */
const smallPages = 6

/**
 * Reads a listing from where `state` stands, and tells of each page. Never throws for a page that is broken: the
 * listing ends there. Throws a WalkHalted, or the reason of the signal behind `fetchPage`.
 */
export async function readListing<T>(
  fetchPage: (token: string | undefined, limit: number) => Promise<Page<T>>,
  state: ListingState | undefined,
  onPage: (items: T[], state: ListingState) => void,
  signal: AbortSignal,
): Promise<void> {
  const seen: string[] = []
  let { next, skipped } = state ?? { next: null, skipped: 0 }
  let size = 0
  let small = 0
  for (;;) {
    const limit = sizes[size] ?? 1
    let page: Page<T>
    try {
      page = await readPage((token) => fetchPage(token, limit), next ?? undefined, seen)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof WalkHalted) throw error
      size += 1
      small = 0
      if (size < sizes.length) continue
      onPage([], { next, end: 'broken', skipped })
      return
    }
    if (size > 0 && (small += 1) >= smallPages) {
      size -= 1
      small = 0
    }
    ;({ next } = page)
    skipped += page.skipped
    if (next !== null) seen.push(next)
    onPage(page.items, { next, end: next !== null ? null : page.cut ? 'cut' : 'whole', skipped })
    if (next === null) return
  }
}
