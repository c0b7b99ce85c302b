import type { Look } from '#heygen/schemas/look.ts'
import { grow } from './grow.ts'
import { createLookText, partsOf, type LookText } from './look-text.ts'
import { listedValues } from './look-values.ts'
import { mineFacets } from './mine-facets.ts'
import { createPeopleStore, type IndexedGroup, type PeopleStore } from './people-store.ts'
import { createProfiles, type Profiles } from './profiles.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

export interface IndexedLook {
  look: Look
  own: boolean
}

/** The first three characters of an id as a number, by which most ids are told apart without reading them. */
export const idKey = (lowerCaseId: string) =>
  ((lowerCaseId.charCodeAt(0) & 1023) << 20) |
  ((lowerCaseId.charCodeAt(1) & 1023) << 10) |
  (lowerCaseId.charCodeAt(2) & 1023)

/**
 * Looks by slot, in order of arrival. A slot is never used again and keeps its look when that is removed, so that lists
 * made before still hold; a walk finds a few dozen looks gone, and the page does not stay open for ever.
 */
export interface LookStore {
  readonly vocabulary: Vocabulary
  readonly people: PeopleStore
  readonly text: LookText
  readonly profiles: Profiles
  /** Looks that are there. */
  readonly count: number
  /** Slots given out. */
  readonly slots: number
  readonly persons: Uint32Array
  readonly profileOf: Uint32Array
  readonly idKeys: Uint32Array
  /** Where each look's words begin: see LookText. */
  readonly texts: Uint32Array
  entry(slot: number): IndexedLook | undefined
  slotOf(id: string): number | undefined
  /** Slots of the looks that are there, in order of arrival. */
  live(): Iterable<number>
  put(indexed: IndexedLook): void
  remove(id: string): void
  putGroup(indexed: IndexedGroup): void
  removeGroup(id: string): void
  /** Reads names again that are to be read otherwise since their person's name is another. */
  settle(): void
}

const sameText = (a: Look, b: Look) =>
  a.name === b.name && a.tags.length === b.tags.length && a.tags.every((tag, i) => tag === b.tags[i])

export function createLookStore(): LookStore {
  const vocabulary = createVocabulary()
  const people = createPeopleStore(vocabulary)
  const text = createLookText(vocabulary)
  const profiles = createProfiles()
  const entries: IndexedLook[] = []
  const byId = new Map<string, number>()
  /** Persons whose looks are to be read again. */
  const stale = new Set<number>()
  let persons: Uint32Array = new Uint32Array(0)
  let profileOf: Uint32Array = new Uint32Array(0)
  let idKeys: Uint32Array = new Uint32Array(0)
  let texts: Uint32Array = new Uint32Array(0)

  function wordsFrom(from: number, count: number): string[] {
    const words: string[] = []
    for (let i = from; i < from + count; i++) words.push(vocabulary.word(text.pool[i] ?? 0))
    return words
  }

  function readValues(slot: number) {
    const entry = entries[slot]
    if (!entry) return
    const at = (texts[slot] ?? 0) + 1
    const { words, more, tags, id } = partsOf(text.pool[at - 1] ?? 0)
    const { first } = people.all[persons[slot] ?? 0] ?? {}
    const mined = mineFacets(wordsFrom(at, words), wordsFrom(at + words + more + tags, id), first)
    profileOf[slot] = profiles.add({ ...listedValues(entry.look, entry.own), ...mined })
  }

  function newSlot(id: string): number {
    const slot = entries.length
    byId.set(id, slot)
    persons = grow(persons, slot + 1)
    idKeys = grow(idKeys, slot + 1)
    texts = grow(texts, slot + 1)
    profileOf = grow(profileOf, slot + 1)
    idKeys[slot] = idKey(id.toLowerCase())
    return slot
  }

  return {
    vocabulary,
    people,
    text,
    profiles,
    get count() {
      return byId.size
    },
    get slots() {
      return entries.length
    },
    get persons() {
      return persons
    },
    get profileOf() {
      return profileOf
    },
    get idKeys() {
      return idKeys
    },
    get texts() {
      return texts
    },
    entry: (slot) => entries[slot],
    slotOf: (id) => byId.get(id),
    live: () => byId.values(),
    put(indexed) {
      const { look } = indexed
      const slot = byId.get(look.id) ?? newSlot(look.id)
      const before = entries[slot]?.look
      if (!before || !sameText(before, look)) {
        if (before) text.drop(texts[slot] ?? 0)
        texts[slot] = text.write(look)
      }
      persons[slot] = people.number(look.group_id)
      entries[slot] = indexed
      readValues(slot)
    },
    remove(id) {
      const slot = byId.get(id)
      if (slot === undefined) return
      byId.delete(id)
      text.drop(texts[slot] ?? 0)
    },
    putGroup(indexed) {
      const renamed = people.put(indexed)
      if (renamed !== undefined) stale.add(renamed)
    },
    removeGroup(id) {
      const renamed = people.remove(id)
      if (renamed !== undefined) stale.add(renamed)
    },
    settle() {
      if (stale.size === 0) return
      for (const slot of byId.values()) if (stale.has(persons[slot] ?? 0)) readValues(slot)
      stale.clear()
    },
  }
}
