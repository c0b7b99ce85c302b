import { longTypeWord } from '#looks/look-words.ts'
import { facetWord } from '#search/facet-labels.ts'
import type { FacetCounts } from '#search/protocol.ts'

export type CountedFacet = keyof FacetCounts

/** A facet's value as people say it, at length: here is room. */
export const valueWord = (facet: CountedFacet, value: string) =>
  facet === 'type' ? longTypeWord(value) : facetWord(facet, value)

type Counts = FacetCounts[CountedFacet]

/**
 * The counts in the order they were in `before`, new values at the end: while numbers grow, no row may change its
 * place under the pointer.
 */
export function inKeptOrder(counts: Counts, before: readonly string[]): Counts {
  const now = new Map(counts)
  const kept = before.flatMap((value): Counts => {
    const count = now.get(value)
    return count === undefined ? [] : [[value, count]]
  })
  return [...kept, ...counts.filter(([value]) => !before.includes(value))]
}
