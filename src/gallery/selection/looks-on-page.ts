import { indexFeed } from '#gallery/index-feed.ts'
import type { SearchQuery } from '#search/query.ts'

/** What the list on the page is of; null where it shows no looks, undefined where nobody has said. */
let said: SearchQuery | null | undefined
let loaded: (() => string[]) | null = null
const listeners = new Set<() => void>()

/** The list of looks that is on the page now: all that match is more than what is loaded of it. */
export const looksOnPage = {
  /**
   * The question it answers; null where it shows no looks, undefined while nobody has said: the part of the page that
   * says it comes after the first cards. Nobody has to for a list that the index answers.
   */
  query: (): SearchQuery | null | undefined =>
    said === undefined ? indexFeed.read().feed?.question.query : said,
  /** Calls `listener` when its question may be another; gives the way to end it. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    const leave = indexFeed.subscribe(listener)
    return () => {
      listeners.delete(listener)
      leave()
    }
  },
  /** Says what question it answers, until the function it gives is called. */
  answers(query: SearchQuery | null): () => void {
    said = query
    for (const listener of listeners) listener()
    return () => {
      if (said === query) said = undefined
    }
  },
  /** Ids of the looks that are loaded; null where there is no list. */
  loaded: () => loaded?.() ?? null,
  /** A grid shows looks, until the function it gives is called. */
  shows(ids: () => string[]): () => void {
    loaded = ids
    return () => {
      if (loaded === ids) loaded = null
    }
  },
}
