import type { CatalogueIndex, Result } from './catalogue-index.ts'
import type { ListedLook, ListedPerson, SearchAnswer, WatchOptions } from './protocol.ts'
import type { SearchQuery } from './query.ts'

/** Milliseconds between answers to one question while the catalogue grows: each may move what nobody has seen yet. */
const growthPause = 400

interface Watched {
  query: SearchQuery
  options: WatchOptions
  result: Result | null
  /** Rows that were given away, which keep their places. */
  rows: number
}

export interface WatchParts {
  index: CatalogueIndex
  isGrowing: () => boolean
  onAnswer: (watch: number, answer: SearchAnswer) => void
  onError: (error: unknown) => void
}

/** Questions that are answered again as the catalogue grows. */
export interface Watches {
  add(watch: number, query: SearchQuery, options: WatchOptions): void
  remove(watch: number): void
  looks(watch: number, from: number, to: number): ListedLook[]
  people(watch: number, from: number, to: number): ListedPerson[]
  /** The catalogue is another now. */
  grow(): void
}

export function createWatches({ index, isGrowing, onAnswer, onError }: WatchParts): Watches {
  const watched = new Map<number, Watched>()
  const fresh = new Set<number>()
  let freshTimer: ReturnType<typeof setTimeout> | undefined
  let grownAt = -growthPause
  let growthTimer: ReturnType<typeof setTimeout> | undefined

  function ask(id: number) {
    const entry = watched.get(id)
    if (!entry) return
    const { query, options, result, rows } = entry
    try {
      const started = performance.now()
      const next = result ? index.ask(query, options, { result, rows }) : index.ask(query, options)
      entry.result = next
      onAnswer(id, { ...next.answer, growing: isGrowing(), took: performance.now() - started })
    } catch (error) {
      onError(error)
    }
  }

  /** One question a task, the newest first: what came in meanwhile may have ended the others. */
  function answerFresh() {
    freshTimer = undefined
    const id = [...fresh].at(-1)
    if (id === undefined) return
    fresh.delete(id)
    ask(id)
    if (fresh.size > 0) freshTimer = setTimeout(answerFresh)
  }

  function rowsOf(id: number, to: number): Result {
    const entry = watched.get(id)
    if (!entry) throw new Error('Nobody watches this question any more.')
    if (!entry.result) {
      fresh.delete(id)
      ask(id)
    }
    if (!entry.result) throw new Error('This question has no answer.')
    entry.rows = Math.max(entry.rows, to)
    return entry.result
  }

  return {
    add(id, query, options) {
      watched.set(id, { query, options, result: null, rows: 0 })
      fresh.add(id)
      freshTimer ??= setTimeout(answerFresh)
    },
    remove(id) {
      watched.delete(id)
      fresh.delete(id)
    },
    looks: (id, from, to) => rowsOf(id, to).looks(from, to),
    people: (id, from, to) => rowsOf(id, to).people(from, to),
    grow() {
      // At once after a time of rest: what was kept shows as soon as it is there.
      growthTimer ??= setTimeout(
        () => {
          growthTimer = undefined
          grownAt = performance.now()
          for (const id of watched.keys()) if (!fresh.has(id)) ask(id)
        },
        Math.max(0, grownAt + growthPause - performance.now()),
      )
    },
  }
}
