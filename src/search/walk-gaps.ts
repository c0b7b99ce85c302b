import type { Book } from './catalogue-book.ts'
import type { IndexedLook } from './catalogue-index.ts'
import type { WalkRecord } from './catalogue-record.ts'
import { personOfShelf } from './roster.ts'
import { listingName } from './walk-step.ts'

/** Read to its end, and every row of it understood: what was not in it is not there. */
function saysAll({ listings }: WalkRecord, name: string): boolean {
  const state = listings.get(name)
  return state?.end === 'whole' && state.skipped === 0
}

const ended = ({ listings }: WalkRecord, name: string) => (listings.get(name)?.end ?? null) !== null

const isWholeGroups = (walk: WalkRecord) =>
  saysAll(walk, listingName({ kind: 'groups' })) ||
  saysAll(walk, listingName({ kind: 'groups', ownership: 'public' }))

/** The names of the listings by the API's filters that a look would be in. */
function coveringNames({ look, own }: IndexedLook): string[] {
  const kind = `looks ${own ? 'private' : 'public'}`
  return [kind, `${kind} ${look.avatar_type}`]
}

/** Looks of this walk that HeyGen counts for a person and has not given. */
const shortOf = (book: Book, id: string, count: number | null) =>
  Math.max(0, (count ?? 0) - book.roster.count(id, book.record.walk?.at))

/** Known before and not met in this walk, though whatever would hold it was read: it is gone. */
function isGone(book: Book, walk: WalkRecord, found: IndexedLook): boolean {
  const person = found.look.group_id
  if (coveringNames(found).some((name) => saysAll(walk, name))) return true
  if (person === null) return false
  if (saysAll(walk, listingName({ kind: 'person', id: person }))) return true
  // HeyGen counts no more than were met, by a count of this very walk.
  const count = book.index.group(person)?.group.looks_count ?? null
  return book.walkOfGroup(person) === walk.at && count !== null && shortOf(book, person, count) === 0
}

function* unmet(book: Book, walk: WalkRecord): Iterable<IndexedLook> {
  for (const shelf of book.roster.shelves.values())
    for (const [id, last] of shelf) {
      const found = last === walk.at ? undefined : book.index.look(id)
      if (found) yield found
    }
}

/** People whose looks are to be asked for one by one, since the listings may have left some out. */
export function peopleToWalk(book: Book): string[] {
  const { walk } = book.record
  if (!walk) return []
  const people = new Set<string>()
  const listings = [...walk.listings].filter(([name]) => name.startsWith('looks '))
  const allWhole = listings.every(([name]) => saysAll(walk, name))
  for (const { group } of book.index.everyGroup()) {
    if (book.walkOfGroup(group.id) !== walk.at) continue
    const doubtful = group.looks_count === null && !allWhole
    if (doubtful || shortOf(book, group.id, group.looks_count) > 0) people.add(group.id)
  }
  for (const found of unmet(book, walk)) {
    const person = found.look.group_id
    if (person !== null && !isGone(book, walk, found)) people.add(person)
  }
  // A cut listing of people leaves out some whose looks turned up all the same.
  if (!isWholeGroups(walk))
    for (const shelf of book.roster.shelves.keys()) {
      const person = personOfShelf(shelf)
      if (person !== null && !book.index.group(person)) people.add(person)
    }
  return [...people].filter((id) => !ended(walk, listingName({ kind: 'person', id })))
}

/** What this walk, when it is over, found to be no more. */
export function findGone(book: Book): { looks: string[]; groups: string[] } {
  const { walk } = book.record
  if (!walk) return { looks: [], groups: [] }
  const looks: string[] = []
  const leaving = new Map<string, number>()
  for (const found of unmet(book, walk)) {
    if (!isGone(book, walk, found)) continue
    looks.push(found.look.id)
    const person = found.look.group_id
    if (person !== null) leaving.set(person, (leaving.get(person) ?? 0) + 1)
  }
  const groups: string[] = []
  if (isWholeGroups(walk))
    for (const { group } of book.index.everyGroup()) {
      const left = book.roster.count(group.id) - (leaving.get(group.id) ?? 0)
      if (left === 0 && book.walkOfGroup(group.id) !== walk.at) groups.push(group.id)
    }
  return { looks, groups }
}

/** How the walk stands at its end: what HeyGen counts and did not give, and whether all it gives is known. */
export function judgeWalk(book: Book): { whole: boolean; missing: number } {
  const { walk } = book.record
  if (!walk) return { whole: false, missing: 0 }
  let missing = 0
  let unread = 0
  for (const { group } of book.index.everyGroup()) {
    const short = shortOf(book, group.id, group.looks_count)
    missing += short
    const person = walk.listings.get(listingName({ kind: 'person', id: group.id }))
    if (person ? person.end !== 'whole' : short > 0) unread += 1
  }
  return { whole: unread === 0 && isWholeGroups(walk), missing }
}

/** Looks there should be; null until everyone is known. */
export function expectedLooks(book: Book): number | null {
  const { walk, endedAt } = book.record
  if (walk ? !isWholeGroups(walk) : endedAt === null) return null
  let counted = 0
  let placed = 0
  for (const { group } of book.index.everyGroup()) {
    const known = book.roster.count(group.id)
    counted += Math.max(known, group.looks_count ?? 0)
    placed += known
  }
  return counted + book.index.looks - placed
}
