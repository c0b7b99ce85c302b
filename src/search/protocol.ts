import type { Group } from '#heygen/schemas/group.ts'
import type { Look } from '#heygen/schemas/look.ts'
import type { FacetName, SearchQuery } from './query.ts'

/** How far the catalogue is known. */
export interface CatalogueProgress {
  /**
   * opening: reading what this browser kept; walking: asking HeyGen for the rest; waiting: asked to slow down, until
   * `until`; stopped: by the person; failed: the walk broke off and can be taken up; done: nothing is left to ask.
   */
  state: 'opening' | 'walking' | 'waiting' | 'stopped' | 'failed' | 'done'
  /** Looks and people known. */
  looks: number
  people: number
  /** Looks there should be, by what HeyGen says of each person; null until everyone is known. */
  expected: number | null
  /** Every look HeyGen gives is known, so that counts are exact. */
  whole: boolean
  /** Looks that HeyGen counts and did not give; said once the walk is over. */
  missing: number
  /** Epoch milliseconds at which the wait ends; null where nothing is waited for. */
  until: number | null
  /** Epoch milliseconds of the last whole walk; null before the first. */
  walkedAt: number | null
  /** False where this browser keeps nothing: storage is blocked, full or broken. */
  kept: boolean
  /** What the walk broke off with, in the client's words. */
  error: string | null
}

/** A look in a list; with folding, `more` further looks of the same person follow and are left out. */
export interface ListedLook extends Look {
  more?: number
}

/** A person in a list, as far as the filters let their looks through. */
export interface ListedPerson {
  group: Group
  /** Looks that match. */
  count: number
  /** The looks that match best, at most six; the first is the cover. */
  looks: Look[]
  /** Types and shapes (`16:9`, `portrait`) among those that match, commonest first. */
  types: string[]
  shapes: string[]
}

/** Looks by value, most first; each facet as if it had no picks itself, so that picks can be added. */
export type FacetCounts = Record<Exclude<FacetName, 'group'>, [value: string, count: number][]>

/** Words as they were understood, for marking them: `like` are words of the catalogue that `typed` was taken for. */
export interface MatchedWord {
  typed: string
  like: string[]
}

export interface WatchOptions {
  by: 'looks' | 'people'
  /** Leaves one look of each run of one person. Looks only. */
  fold: boolean
}

/** What is known of a question. A later answer to the same one has the same beginning: see `Catalogue.watch`. */
export interface SearchAnswer {
  /** Rows in the list: looks, runs where folded, or people. */
  rows: number
  /** Looks that match, folded ones among them. */
  looks: number
  /** People with looks that match. */
  people: number
  counts: FacetCounts
  words: MatchedWord[]
  /** More may come: the walk goes on. */
  growing: boolean
  /** Where nothing matches: what to leave out, a word, a facet's picks or all, and the looks that come back. */
  without: { part: 'q' | FacetName; looks: number }[]
  /** Milliseconds the worker took. */
  took: number
}

/** A person by name, with the looks that match the rest of the query. */
export interface PersonCount {
  group: Group
  count: number
}

/** What the last walk found different from the one before. */
export interface CatalogueChanges {
  /** Epoch milliseconds of the walk it is compared with; null where there is none. */
  since: number | null
  added: Look[]
  changed: Look[]
  /** What they were called. */
  removed: { id: string; name: string }[]
  /** How many there are: each list holds at most 500. */
  counts: { added: number; changed: number; removed: number }
}

/** The page's end of the index. Every call rejects with the signal's reason when aborted. */
export interface Catalogue {
  readProgress(): CatalogueProgress
  /** Calls `listener` at every change of the progress; gives the way to end it. */
  subscribe(listener: () => void): () => void
  /** Breaks the walk off; what is known stays. */
  stop(): void
  /** Takes the walk up again, or begins a new one where nothing is missing. */
  walk(): void
  /**
   * Answers a question now and whenever the catalogue has grown, until `signal` aborts. Rows that `rows` has given
   * keep their places as long as it is watched; others may be ranked anew.
   */
  watch(
    query: SearchQuery,
    options: WatchOptions,
    listener: (answer: SearchAnswer, watch: Watch) => void,
    signal: AbortSignal,
  ): void
  /** People whose names match `typed`, those with most looks under `query` first; their own facet left out. */
  people(query: SearchQuery, typed: string, limit: number, signal: AbortSignal): Promise<PersonCount[]>
  /** The best looks and people for a palette. */
  suggest(
    typed: string,
    limit: number,
    signal: AbortSignal,
  ): Promise<{ looks: Look[]; people: PersonCount[] }>
  /** Looks by id, in that order; undefined for those it does not know. */
  byId(ids: readonly string[], signal: AbortSignal): Promise<(Look | undefined)[]>
  /** Ids of all looks that match, as far as they are known, in the order they are listed in. */
  ids(query: SearchQuery, signal: AbortSignal): Promise<string[]>
  /** How many of these looks match; those it does not know do not. */
  countAmong(query: SearchQuery, ids: readonly string[], signal: AbortSignal): Promise<number>
  /** Looks by the values of two facets at once. */
  cross(
    query: SearchQuery,
    facets: [FacetName, FacetName],
    signal: AbortSignal,
  ): Promise<{ values: [string, string]; count: number }[]>
  changes(signal: AbortSignal): Promise<CatalogueChanges>
}

export interface Watch {
  /** Rows `from` to `to` (exclusive) of the newest answer: looks or people, as was asked for. */
  looks(from: number, to: number, signal?: AbortSignal): Promise<ListedLook[]>
  people(from: number, to: number, signal?: AbortSignal): Promise<ListedPerson[]>
}
