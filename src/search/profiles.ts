import { createFacetSets, type FacetSets } from './facet-sets.ts'
import { minedFacets } from './facet-words.ts'
import { grow } from './grow.ts'
import { listedFacets } from './look-values.ts'

/** A facet whose values looks have themselves; the person is apart. */
export const facets = [...listedFacets, ...minedFacets] as const
export type Facet = (typeof facets)[number]

type FacetValues = Record<Facet, readonly string[]>

/**
 * What looks have in all facets together, numbered: 25,000 looks have some 4,000 profiles. Filters are worked out and
 * counts are added up by profile, so that a look costs one number and one step.
 */
export interface Profiles {
  readonly size: number
  add(values: FacetValues): number
  /** The number of the combination in a facet, by profile. */
  column(facet: Facet): Uint32Array
  sets(facet: Facet): FacetSets
  values(profile: number, facet: Facet): readonly string[]
}

interface Table {
  sets: FacetSets
  column: Uint32Array
}

const emptyTable = (): Table => ({ sets: createFacetSets(), column: new Uint32Array(0) })

/** A character a set, which is made and found fastest, as long as they are few enough. */
const keyOf = (sets: readonly number[]) =>
  sets.every((set) => set < 0xffff) ? String.fromCharCode(...sets) : sets.join()

export function createProfiles(): Profiles {
  const numbers = new Map<string, number>()
  const byFacet: Record<Facet, Table> = {
    type: emptyTable(),
    own: emptyTable(),
    gender: emptyTable(),
    ori: emptyTable(),
    engine: emptyTable(),
    has: emptyTable(),
    place: emptyTable(),
    wear: emptyTable(),
    pose: emptyTable(),
    shot: emptyTable(),
  }

  return {
    get size() {
      return numbers.size
    },
    add(values) {
      const sets = facets.map((facet) => byFacet[facet].sets.add(values[facet]))
      const key = keyOf(sets)
      const known = numbers.get(key)
      if (known !== undefined) return known
      const profile = numbers.size
      numbers.set(key, profile)
      for (const [i, facet] of facets.entries()) {
        const table = byFacet[facet]
        table.column = grow(table.column, profile + 1)
        table.column[profile] = sets[i] ?? 0
      }
      return profile
    },
    column: (facet) => byFacet[facet].column,
    sets: (facet) => byFacet[facet].sets,
    values: (profile, facet) => byFacet[facet].sets.values(byFacet[facet].column[profile] ?? 0),
  }
}
