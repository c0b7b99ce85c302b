import { useSyncExternalStore } from 'react'
import type { ListedLook, ListedPerson, SearchAnswer, WatchOptions } from '#search/protocol.ts'
import type { SearchQuery } from '#search/query.ts'
import type { CellView } from './card-cells.ts'

/** What the page asks the index. */
export interface IndexQuestion {
  /** One question has one key. */
  key: string
  /** Names the list, whoever lists it. */
  listKey: string
  query: SearchQuery
  options: WatchOptions
  /** False where the API lists the looks itself, and only the counts are wanted. */
  rows: boolean
}

interface Rows<T> {
  /** As many as the answer has; what has not come yet is a hole. */
  items: readonly (T | undefined)[]
  /** The rows in sight: what is missing around them is fetched. */
  need: (from: number, to: number) => void
  /** Rows `from` to `to` (exclusive), which are not kept here; rejects once another question is asked. */
  read: (from: number, to: number) => Promise<T[]>
}

/** What the index answered last. While a new question is on its way, it is the answer to the one before. */
export interface IndexFeed {
  question: IndexQuestion
  answer: SearchAnswer
  /** Null where the API lists them. */
  rows: ({ by: 'looks' } & Rows<ListedLook>) | ({ by: 'people' } & Rows<ListedPerson>) | null
  /** Marks the words that were searched for; undefined where no text was. */
  marks: CellView['marks']
}

export interface IndexFeedState {
  feed: IndexFeed | null
  /** The index cannot be had. */
  failed: Error | null
}

let state: IndexFeedState = { feed: null, failed: null }
let asked: AbortController | null = null
const listeners = new Set<() => void>()

function tell(next: IndexFeedState) {
  state = next
  for (const listener of listeners) listener()
}

/** The page's one question to the index, and its answer. The index's own code comes with the first question. */
export const indexFeed = {
  read: () => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Asks, in place of what was asked before, whose answer stays until there is a new one. */
  ask(question: IndexQuestion) {
    asked?.abort()
    const { signal } = (asked = new AbortController())
    import('./ask-index.ts')
      .then(({ askIndex }) => askIndex(question, (feed) => tell({ feed, failed: null }), signal))
      .catch((error: unknown) => {
        if (signal.aborted) return
        tell({ ...state, failed: error instanceof Error ? error : new Error(String(error)) })
      })
  },
  /** Ends what is asked. */
  leave() {
    asked?.abort()
    tell({ feed: null, failed: null })
  },
}

export const useIndexFeed = () => useSyncExternalStore(indexFeed.subscribe, indexFeed.read)
