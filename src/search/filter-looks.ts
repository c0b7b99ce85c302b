import type { LookStore } from './look-store.ts'
import type { TextMatch } from './match-text.ts'
import { facets, type Facet, type Profiles } from './profiles.ts'
import type { FacetCounts } from './protocol.ts'
import { isExcluded, valueOf, type FacetName, type FacetPicks, type Picks } from './query.ts'

export interface Filtered {
  /** Slots that match, in catalogue order. */
  matching: Uint32Array
  counts: FacetCounts
  /** Looks by person's number, as if no person were picked. */
  people: Uint32Array
  /** Looks that only the text keeps out, and those that only one facet does. */
  without: Map<'q' | FacetName, number>
}

const addOne = (counts: Uint32Array, at = 0) => {
  counts[at] = (counts[at] ?? 0) + 1
}

function picksPass(picks: Picks): (values: readonly string[]) => boolean {
  const wanted = new Set(picks.filter((pick) => !isExcluded(pick)).map(valueOf))
  const unwanted = new Set(picks.filter(isExcluded).map(valueOf))
  return (values) =>
    (wanted.size === 0 || values.some((value) => wanted.has(value))) &&
    !values.some((value) => unwanted.has(value))
}

/** Nothing is failed, or more than one facet. */
const none = 254
const several = 255

/** By profile: the one facet whose picks it fails, as its place in `facets`. */
function failedFacet(profiles: Profiles, picks: FacetPicks): Uint8Array {
  const failed = new Uint8Array(profiles.size).fill(none)
  for (const [i, facet] of facets.entries()) {
    const picked = picks[facet] ?? []
    if (picked.length === 0) continue
    const pass = picksPass(picked)
    const sets = profiles.sets(facet)
    const open = Array.from({ length: sets.size }, (_, set) => pass(sets.values(set)))
    const column = profiles.column(facet)
    for (let profile = 0; profile < failed.length; profile++)
      if (!open[column[profile] ?? 0]) failed[profile] = failed[profile] === none ? i : several
  }
  return failed
}

function personsLetThrough({ people }: LookStore, picks: Picks = []): Uint8Array {
  const pass = picksPass(picks)
  return Uint8Array.from(people.all, ({ id }, n) => (pass(n === 0 ? [] : [id]) ? 1 : 0))
}

/** A facet's counts: looks that match, and those that only this facet keeps out. Most first. */
function countValues(profiles: Profiles, facet: Facet, byProfile: Uint32Array, failed: Uint8Array) {
  const column = profiles.column(facet)
  const own = facets.indexOf(facet)
  const bySet = new Uint32Array(profiles.sets(facet).size)
  for (let profile = 0; profile < byProfile.length; profile++) {
    const set = column[profile] ?? 0
    if (failed[profile] === none || failed[profile] === own)
      bySet[set] = (bySet[set] ?? 0) + (byProfile[profile] ?? 0)
  }
  const counts = new Map<string, number>()
  for (const [set, count] of bySet.entries())
    if (count > 0)
      for (const value of profiles.sets(facet).values(set))
        counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/**
 * One pass over the looks. One that fails nothing matches and counts in every facet; one that fails a single facet
 * counts in that facet alone, which is as if that facet had no picks; the rest count nowhere.
 */
export function filterLooks(
  store: LookStore,
  order: Uint32Array,
  { ranks }: TextMatch,
  picks: FacetPicks,
): Filtered {
  const { profiles, profileOf, persons } = store
  const failed = failedFacet(profiles, picks)
  const letThrough = personsLetThrough(store, picks.group)
  const byProfile = new Uint32Array(profiles.size)
  const people = new Uint32Array(store.people.all.length)
  const keptOut = new Uint32Array(facets.length)
  let [byText, byPerson, found] = [0, 0, 0]
  const matching = new Uint32Array(order.length)

  for (const slot of order) {
    const profile = profileOf[slot] ?? 0
    const facet = failed[profile] ?? several
    if (facet === several) continue
    const person = persons[slot] ?? 0
    const isTheirs = letThrough[person] === 1
    const isSaid = ranks === null || ranks[slot] !== 0
    if (isTheirs && isSaid) {
      addOne(byProfile, profile)
      if (facet === none) {
        matching[found++] = slot
        addOne(people, person)
      } else addOne(keptOut, facet)
    } else if (facet === none && isSaid) {
      byPerson++
      addOne(people, person)
    } else if (facet === none && isTheirs) byText++
  }

  const without = new Map<'q' | FacetName, number>([
    ['q', byText],
    ['group', byPerson],
  ])
  for (const [i, facet] of facets.entries()) without.set(facet, keptOut[i] ?? 0)
  const count = (facet: Facet) => countValues(profiles, facet, byProfile, failed)
  return {
    matching: matching.slice(0, found),
    counts: {
      type: count('type'),
      own: count('own'),
      gender: count('gender'),
      ori: count('ori'),
      engine: count('engine'),
      has: count('has'),
      place: count('place'),
      wear: count('wear'),
      pose: count('pose'),
      shot: count('shot'),
    },
    people,
    without,
  }
}
