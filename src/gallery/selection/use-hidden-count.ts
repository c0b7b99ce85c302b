import { useQuery } from '@tanstack/react-query'
import { withCatalogue } from '#search/catalogue-state.ts'
import type { SearchQuery } from '#search/query.ts'
import { useCatalogueWhole } from '#search/use-catalogue.ts'

const everything: SearchQuery = { q: '', picks: {} }

/**
 * How many of the looks a list does not show. Said only where every look is known; the last answer stays until there
 * is a new one. Null for `query` is a list of no looks, which hides none.
 */
export function useHiddenCount(lookIds: readonly string[], query: SearchQuery | null): number {
  const whole = useCatalogueWhole()
  const counted = whole && query !== null
  const { data = 0 } = useQuery({
    queryKey: ['selection', 'shown', query, lookIds],
    queryFn: async ({ signal }) => {
      if (!query) return 0
      const catalogue = await withCatalogue((opened) => opened)
      // Looks that are gone are hidden by nothing.
      const [known, shown] = await Promise.all([
        catalogue.countAmong(everything, lookIds, signal),
        catalogue.countAmong(query, lookIds, signal),
      ])
      return known - shown
    },
    enabled: counted,
    placeholderData: (before) => before,
    // What was selected before is not asked about again, and may be long.
    gcTime: 0,
    retry: false,
  })
  return counted ? Math.min(data, lookIds.length) : 0
}
