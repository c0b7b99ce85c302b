import { useInfiniteQuery } from '@tanstack/react-query'
import type { Look } from '#heygen/schemas/look.ts'
import { text } from '#messages/en.ts'
import { lookQueries } from '#queries/looks.ts'
import { pageConfig } from '#queries/page-config.ts'
import { FilterBar } from './filter-bar.tsx'
import { writeFilters } from './filters.ts'
import { ListingView, type GridNavigation } from './listing-view.tsx'
import { countWords } from './listing-words.ts'
import { LookCard } from './look-card.tsx'
import { nameOf } from './look-words.ts'
import { NoLooks } from './no-looks.tsx'
import { useDensity, useFilters } from './use-filters.ts'
import { useListing } from './use-listing.ts'

export const lookId = (look: Look) => look.id

/** All looks, as far as the API's own filters narrow them. */
export function LooksPage({ navigation }: { navigation: GridNavigation }) {
  const [filters] = useFilters()
  const [density] = useDensity()
  const { type, own, group } = filters
  const listing = useListing(useInfiniteQuery(lookQueries.list({ type, own, group })))
  return (
    <>
      <FilterBar {...countWords(listing, text.count.looks)} readonly={pageConfig.readonly} />
      <main id="main" className="px-(--gutter)">
        <h1 className="sr-only">{text.title.looks}</h1>
        <ListingView
          key={writeFilters({ type, own, group })}
          label={text.grid.looks}
          listing={listing}
          navigation={navigation}
          density={density}
          Card={LookCard}
          idOf={lookId}
          nameOf={nameOf}
          counted={text.count.looks}
          errorNext={text.grid.errorNext}
          empty={<NoLooks filters={filters} />}
        />
      </main>
    </>
  )
}
