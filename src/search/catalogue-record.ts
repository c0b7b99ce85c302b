import type { IndexedGroup, IndexedLook } from './catalogue-index.ts'
import { randomId } from './random-id.ts'
import type { ListingState } from './walk-step.ts'

/** Names of looks in each list of changes; beyond them only the count goes on. */
export const mostChanges = 500

/** What the walk found different from the whole one before it. */
export interface RecordedChanges {
  /** Epoch milliseconds of the walk before; null where there was none, and nothing is recorded. */
  since: number | null
  added: string[]
  changed: string[]
  removed: { id: string; name: string }[]
  counts: { added: number; changed: number; removed: number }
}

/** A walk that is under way or was broken off. */
export interface WalkRecord {
  /** Epoch milliseconds of its beginning, which is its name. */
  at: number
  listings: Map<string, ListingState>
}

/** What is known of the catalogue beside its looks and people. */
export interface CatalogueRecord {
  /** Names this line of steps: tabs that began apart count apart. */
  line: string
  /** Steps applied so far, in all tabs together. */
  seq: number
  walk: WalkRecord | null
  /** Epoch milliseconds of the last walk that was over, and of the last that was whole. */
  endedAt: number | null
  walkedAt: number | null
  whole: boolean
  missing: number
  changes: RecordedChanges
}

/** `walk`: the walk it was last seen in. */
export type SeenLook = IndexedLook & { walk: number }
export type SeenGroup = IndexedGroup & { walk: number }

export const noChanges = (since: number | null): RecordedChanges => ({
  since,
  added: [],
  changed: [],
  removed: [],
  counts: { added: 0, changed: 0, removed: 0 },
})

export const emptyRecord = (): CatalogueRecord => ({
  line: randomId(),
  seq: 0,
  walk: null,
  endedAt: null,
  walkedAt: null,
  whole: false,
  missing: 0,
  changes: noChanges(null),
})
