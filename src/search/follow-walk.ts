import type { Book } from './catalogue-book.ts'
import { looksOnShelf, seenGroups } from './keep-book.ts'
import type { TabMessage } from './share-walk.ts'

type Snapshot = Extract<TabMessage, { kind: 'snapshot' }>
type Hello = Extract<TabMessage, { kind: 'hello' }>

/** What a tab that has come to `seq` of `line` lacks; null where it lacks nothing. `first`: where this book begins. */
export function snapshotFor(book: Book, { tab, line, seq }: Hello, first: number): Snapshot | null {
  const { record } = book
  if (line === record.line && seq === record.seq) return null
  const full = line !== record.line || seq < first
  const shelves = full ? [...book.roster.shelves.keys()] : book.shelvesSince(seq)
  return {
    kind: 'snapshot',
    to: tab,
    full,
    record,
    groups: seenGroups(book),
    looks: shelves.flatMap((name) => looksOnShelf(book, name)),
    gone: full ? [] : book.goneSince(seq),
  }
}

export function takeSnapshot(book: Book, { full, record, groups, looks, gone }: Snapshot): void {
  if (full) book.clear()
  const listed = new Set(groups.map(({ group }) => group.id))
  const left = Array.from(book.index.everyGroup(), ({ group }) => group.id).filter((id) => !listed.has(id))
  book.setRecord(record)
  book.put(groups, looks)
  // A look that went and came back is among both.
  const back = new Set(looks.map(({ look }) => look.id))
  book.drop(
    gone.filter((id) => !back.has(id)),
    left,
  )
}

/** next: the step that follows what this book knows; known: it is in already; gap: some are missing before it. */
export function placeOf(book: Book, { line, seq }: { line: string; seq: number }): 'next' | 'known' | 'gap' {
  const { record } = book
  if (line !== record.line) return 'gap'
  return seq === record.seq + 1 ? 'next' : seq <= record.seq ? 'known' : 'gap'
}
