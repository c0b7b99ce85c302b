import type { Group } from '#heygen/schemas/group.ts'
import { splitName } from './split-words.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface IndexedGroup {
  group: Group
  own: boolean
}

/** A person, or a group id that looks name and that is not known yet. */
export interface Person {
  id: string
  known: IndexedGroup | undefined
  /** Place among the people: order of arrival. */
  place: number
  /** The name's words, and other ways to write them. */
  words: readonly number[]
  more: readonly number[]
  /** The first word of the name. */
  first: string | undefined
}

const noName = { words: [], more: [], first: undefined }

export interface PeopleStore {
  /** By number; 0 stands for no person. */
  readonly all: readonly Person[]
  readonly known: number
  /** The number of a group id, which is new where it has none. */
  number(id: string | null): number
  find(id: string): IndexedGroup | undefined
  /** Adds or replaces; gives the person's number where looks may have been read by another first word than this. */
  put(indexed: IndexedGroup): number | undefined
  remove(id: string): number | undefined
}

export function createPeopleStore(vocabulary: Vocabulary): PeopleStore {
  const all: Person[] = [{ id: '', known: undefined, place: Infinity, ...noName }]
  const numbers = new Map<string, number>()
  let known = 0
  let arrivals = 0

  function number(id: string | null): number {
    if (id === null) return 0
    const given = numbers.get(id)
    if (given !== undefined) return given
    numbers.set(id, all.length)
    all.push({ id, known: undefined, place: Infinity, ...noName })
    return all.length - 1
  }

  function rename(person: Person, name: string): boolean {
    for (const term of [...person.words, ...person.more]) vocabulary.use(term, -1)
    const pieces = name.split(/\s+/).map(splitName)
    const words = pieces.flatMap((piece) => piece.words)
    person.words = words.map((word) => vocabulary.add(word))
    person.more = pieces.flatMap((piece) => piece.more).map((word) => vocabulary.add(word))
    for (const term of [...person.words, ...person.more]) vocabulary.use(term, 1)
    const changed = person.first !== words[0]
    person.first = words[0]
    return changed
  }

  return {
    all,
    get known() {
      return known
    },
    number,
    find(id) {
      const n = numbers.get(id)
      return n === undefined ? undefined : all[n]?.known
    },
    put(indexed) {
      // Of whom no look has named before, none has been read: a visit that opens what was kept names people first.
      const met = numbers.has(indexed.group.id)
      const n = number(indexed.group.id)
      const person = all[n]
      if (!person) return undefined
      if (!person.known) {
        person.place = arrivals++
        known++
      }
      const renamed = person.known?.group.name !== indexed.group.name && rename(person, indexed.group.name)
      person.known = indexed
      return met && renamed ? n : undefined
    },
    remove(id) {
      const n = numbers.get(id)
      const person = n === undefined ? undefined : all[n]
      if (!person?.known) return undefined
      person.known = undefined
      person.place = Infinity
      known--
      return rename(person, '') ? n : undefined
    },
  }
}
