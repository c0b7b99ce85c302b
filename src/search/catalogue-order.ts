import type { LookStore } from './look-store.ts'

/**
 * The slots of all looks, person by person in the people's order, each person's in order of arrival; looks of no known
 * person last. A counting sort: one pass over the looks, cheap enough to do again whenever some have come.
 */
export function catalogueOrder(store: LookStore): Uint32Array {
  const { persons, people } = store
  const known = people.all.flatMap((person, n) => (person.known ? [{ n, place: person.place }] : []))
  known.sort((a, b) => a.place - b.place)
  const rank = new Uint32Array(people.all.length).fill(known.length)
  for (const [i, { n }] of known.entries()) rank[n] = i

  const ends = new Uint32Array(known.length + 2)
  for (const slot of store.live()) {
    const bin = (rank[persons[slot] ?? 0] ?? 0) + 1
    ends[bin] = (ends[bin] ?? 0) + 1
  }
  for (let bin = 1; bin < ends.length; bin++) ends[bin] = (ends[bin] ?? 0) + (ends[bin - 1] ?? 0)

  const order = new Uint32Array(store.count)
  for (const slot of store.live()) {
    const bin = rank[persons[slot] ?? 0] ?? 0
    const at = ends[bin] ?? 0
    order[at] = slot
    ends[bin] = at + 1
  }
  return order
}
