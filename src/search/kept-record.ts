import type { CatalogueRecord } from './catalogue-record.ts'
import { BadRow, list, number, numberOrNull, text, textOrNull } from './stored-values.ts'
import type { ListingEnd, ListingState } from './walk-step.ts'

const ends: readonly (ListingEnd | null)[] = ['whole', 'cut', 'broken', null]

function readEnd(value: unknown): ListingEnd | null {
  const end = ends.find((known) => known === value)
  if (end === undefined) throw new BadRow(`no end of a listing: ${String(value)}`)
  return end
}

function readListing(row: unknown): [string, ListingState] {
  const [name, next, end, skipped] = list(row)
  return [text(name), { next: textOrNull(next), end: readEnd(end), skipped: number(skipped) }]
}

function readRemoved(row: unknown) {
  const [id, name] = list(row)
  return { id: text(id), name: text(name) }
}

export const packRecord = ({ changes, walk, ...record }: CatalogueRecord): string =>
  JSON.stringify([
    record.line,
    record.seq,
    record.endedAt,
    record.walkedAt,
    record.whole ? 1 : 0,
    record.missing,
    walk && [
      walk.at,
      Array.from(walk.listings, ([name, { next, end, skipped }]) => [name, next, end, skipped]),
    ],
    [
      changes.since,
      changes.added,
      changes.changed,
      changes.removed.map(({ id, name }) => [id, name]),
      [changes.counts.added, changes.counts.changed, changes.counts.removed],
    ],
  ])

/** Throws a BadRow or a SyntaxError. */
export function readRecord(stored: unknown): CatalogueRecord {
  const [line, seq, endedAt, walkedAt, whole, missing, walk, changes] = list(JSON.parse(text(stored)))
  const [at, listings] = walk === null ? [] : list(walk)
  const [since, added, changed, removed, counts] = list(changes)
  const [addedCount, changedCount, removedCount] = list(counts).map(number)
  return {
    line: text(line),
    seq: number(seq),
    endedAt: numberOrNull(endedAt),
    walkedAt: numberOrNull(walkedAt),
    whole: number(whole) === 1,
    missing: number(missing),
    walk: walk === null ? null : { at: number(at), listings: new Map(list(listings).map(readListing)) },
    changes: {
      since: numberOrNull(since),
      added: list(added).map(text),
      changed: list(changed).map(text),
      removed: list(removed).map(readRemoved),
      counts: { added: addedCount ?? 0, changed: changedCount ?? 0, removed: removedCount ?? 0 },
    },
  }
}
