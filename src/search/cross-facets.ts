import type { LookStore } from './look-store.ts'
import type { FacetName } from './query.ts'

/** A look's values in a facet, by a number that many looks have. */
function columnOf(store: LookStore, name: FacetName) {
  if (name === 'group')
    return {
      numberOf: (slot: number) => store.persons[slot] ?? 0,
      valuesOf: (person: number) => (person === 0 ? [] : [store.people.all[person]?.id ?? '']),
    }
  const column = store.profiles.column(name)
  const sets = store.profiles.sets(name)
  return {
    numberOf: (slot: number) => column[store.profileOf[slot] ?? 0] ?? 0,
    valuesOf: (set: number) => sets.values(set),
  }
}

/** Looks by the values of two facets at once, most first; a look with several values counts with each. */
export function crossFacets(
  store: LookStore,
  matching: Uint32Array,
  [down, across]: [FacetName, FacetName],
): { values: [string, string]; count: number }[] {
  const [downs, acrosses] = [columnOf(store, down), columnOf(store, across)]
  const pairs = new Map<number, number>()
  const wide = 2 ** 24
  for (const slot of matching) {
    const pair = downs.numberOf(slot) * wide + acrosses.numberOf(slot)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  const counts = new Map<string, { values: [string, string]; count: number }>()
  for (const [pair, count] of pairs)
    for (const a of downs.valuesOf(Math.floor(pair / wide)))
      for (const b of acrosses.valuesOf(pair % wide)) {
        const key = JSON.stringify([a, b])
        const cell = counts.get(key)
        if (cell) cell.count += count
        else counts.set(key, { values: [a, b], count })
      }
  return [...counts]
    .toSorted(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1))
    .map(([, cell]) => cell)
}
