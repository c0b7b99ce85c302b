import type { Look } from '#heygen/schemas/look.ts'
import { catalogueOrder } from './catalogue-order.ts'
import { crossFacets } from './cross-facets.ts'
import { filterLooks } from './filter-looks.ts'
import { countRows, listLooks, readLooks, type LookRows } from './list-looks.ts'
import { listPeople, readPeople, type PeopleRows } from './list-people.ts'
import { createLookStore, type IndexedLook } from './look-store.ts'
import { matchText, type TextMatch } from './match-text.ts'
import { parseQuery } from './parse-query.ts'
import { peopleNamed } from './people-named.ts'
import type { IndexedGroup } from './people-store.ts'
import type { ListedLook, ListedPerson, PersonCount, SearchAnswer, WatchOptions } from './protocol.ts'
import type { FacetName, SearchQuery } from './query.ts'
import { sortByRank } from './sort-looks.ts'

export type { IndexedGroup, IndexedLook }

export interface Result {
  /** What the page is told, but for what only the service knows. */
  answer: Omit<SearchAnswer, 'growing' | 'took'>
  /** Rows where looks were asked for. */
  looks(from: number, to: number): ListedLook[]
  /** Rows where people were asked for. */
  people(from: number, to: number): ListedPerson[]
}

/** The catalogue in memory. Sorted structures are made at the next question, so adding is cheap. */
export interface CatalogueIndex {
  /** Looks and people that are in it. */
  readonly looks: number
  readonly people: number
  /** Adds or replaces by id; a replaced one keeps its place. */
  putGroups(groups: readonly IndexedGroup[]): void
  putLooks(looks: readonly IndexedLook[]): void
  removeLooks(ids: Iterable<string>): void
  removeGroups(ids: Iterable<string>): void
  look(id: string): IndexedLook | undefined
  group(id: string): IndexedGroup | undefined
  /** In catalogue order: by person in order of arrival, then each person's looks; looks of no known person last. */
  everyLook(): Iterable<IndexedLook>
  everyGroup(): Iterable<IndexedGroup>
  /** The first `rows` rows of an earlier result to the same question keep their places, also where looks are gone. */
  ask(query: SearchQuery, options: WatchOptions, before?: { result: Result; rows: number }): Result
  /** People whose names match, with the looks that the rest of the query leaves them; most looks first. */
  findPeople(query: SearchQuery, typed: string, limit: number): PersonCount[]
  suggest(typed: string, limit: number): { looks: Look[]; people: PersonCount[] }
  /** Ids of the looks that match, in the order they are listed in. */
  ids(query: SearchQuery): string[]
  /** How many of these looks match. */
  countAmong(query: SearchQuery, ids: readonly string[]): number
  /** Matching looks by the values of two facets at once, most first. */
  cross(query: SearchQuery, facets: [FacetName, FacetName]): { values: [string, string]; count: number }[]
}

export function createCatalogueIndex(): CatalogueIndex {
  const store = createLookStore()
  const lists = new WeakMap<Result, { looks?: LookRows; people?: PeopleRows }>()
  // What was made of the catalogue as it stands, and of the last text: picks change more often than either.
  let order: Uint32Array | undefined
  let text: { q: string; match: TextMatch } | undefined

  function changed() {
    order = undefined
    text = undefined
  }

  function settled() {
    store.settle()
    order ??= catalogueOrder(store)
    return order
  }

  function match(q: string): TextMatch {
    const slots = settled()
    // Made in no time, and asked for beside a text: it must not drive that out.
    if (q === '') return matchText(store, slots, parseQuery(q))
    if (text?.q !== q) text = { q, match: matchText(store, slots, parseQuery(q)) }
    return text.match
  }

  function filter({ q, picks }: SearchQuery) {
    const found = match(q)
    return { text: found, ...filterLooks(store, settled(), found, picks) }
  }

  function rank({ matching, text: { ranks, ranked } }: ReturnType<typeof filter>) {
    return ranked && ranks ? sortByRank(matching, ranks) : matching
  }

  function countPeople(matching: Uint32Array): number {
    const persons = new Set<number>()
    for (const slot of matching) persons.add(store.persons[slot] ?? 0)
    return [...persons].filter((person) => store.people.all[person]?.known).length
  }

  const personCount = (person: number, count: number): PersonCount[] => {
    const known = store.people.all[person]?.known
    return known ? [{ group: known.group, count }] : []
  }

  return {
    get looks() {
      return store.count
    },
    get people() {
      return store.people.known
    },
    putGroups(groups) {
      for (const group of groups) store.putGroup(group)
      changed()
    },
    putLooks(looks) {
      for (const look of looks) store.put(look)
      changed()
    },
    removeLooks(ids) {
      for (const id of ids) store.remove(id)
      changed()
    },
    removeGroups(ids) {
      for (const id of ids) store.removeGroup(id)
      changed()
    },
    look(id) {
      const slot = store.slotOf(id)
      return slot === undefined ? undefined : store.entry(slot)
    },
    group: (id) => store.people.find(id),
    everyLook: () => [...settled()].flatMap((slot) => store.entry(slot) ?? []),
    everyGroup: () =>
      store.people.all.toSorted((a, b) => a.place - b.place).flatMap(({ known }) => known ?? []),

    ask(query, { by, fold }, before) {
      const found = filter(query)
      const ranked = rank(found)
      const earlier = before && lists.get(before.result)
      const looks =
        by === 'looks'
          ? listLooks(store, ranked, fold, earlier?.looks && { list: earlier.looks, rows: before?.rows ?? 0 })
          : undefined
      const people =
        by === 'people'
          ? listPeople(store, ranked, earlier?.people && { list: earlier.people, rows: before?.rows ?? 0 })
          : undefined
      const count = found.matching.length
      const without = [...found.without].filter(([, kept]) => kept > 0).toSorted(([, a], [, b]) => b - a)
      const result: Result = {
        answer: {
          rows: looks ? countRows(looks) : (people?.persons.length ?? 0),
          looks: count,
          people: countPeople(found.matching),
          counts: found.counts,
          words: found.text.words,
          without: count > 0 ? [] : without.map(([part, kept]) => ({ part, looks: kept })),
        },
        looks: (from, to) => (looks ? readLooks(store, looks, from, to) : []),
        people: (from, to) => (people ? readPeople(store, people, from, to) : []),
      }
      lists.set(result, { ...(looks && { looks }), ...(people && { people }) })
      return result
    },

    findPeople(query, typed, limit) {
      const { people: counts } = filter(query)
      return peopleNamed(store, typed)
        .map(({ person }) => ({ person, count: counts[person] ?? 0 }))
        .toSorted((a, b) => b.count - a.count)
        .slice(0, limit)
        .flatMap(({ person, count }) => personCount(person, count))
    },

    suggest(typed, limit) {
      const found = filter({ q: typed, picks: {} })
      if (!found.text.ranked) return { looks: [], people: [] }
      const { people: counts } = filter({ q: '', picks: {} })
      return {
        looks: [...rank(found).subarray(0, limit)].flatMap((slot) => store.entry(slot)?.look ?? []),
        people: peopleNamed(store, typed)
          .slice(0, limit)
          .flatMap(({ person }) => personCount(person, counts[person] ?? 0)),
      }
    },

    ids: (query) => [...rank(filter(query))].flatMap((slot) => store.entry(slot)?.look.id ?? []),

    countAmong(query, ids) {
      const wanted = new Set(ids.map((id) => store.slotOf(id)))
      return filter(query).matching.filter((slot) => wanted.has(slot)).length
    },

    cross: (query, names) => crossFacets(store, filter(query).matching, names),
  }
}
