import { useInfiniteQuery } from '@tanstack/react-query'
import { FilterBar } from '#gallery/filter-bar.tsx'
import { ListingView, type GridNavigation } from '#gallery/listing-view.tsx'
import { countWords } from '#gallery/listing-words.ts'
import { nameOf } from '#gallery/look-words.ts'
import { useDensity, useFilters } from '#gallery/use-filters.ts'
import { useListing } from '#gallery/use-listing.ts'
import type { Group } from '#heygen/schemas/group.ts'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { pageConfig } from '#queries/page-config.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { PersonCard } from './person-card.tsx'

const groupId = (group: Group) => group.id

/** Everyone who has looks, one card a person. */
export function PeoplePage({ navigation }: { navigation: GridNavigation }) {
  const [{ own }, change] = useFilters()
  const [density] = useDensity()
  const listing = useListing(useInfiniteQuery(groupQueries.list(own)))
  return (
    <>
      <FilterBar {...countWords(listing, text.count.people)} readonly={pageConfig.readonly} />
      <main id="main" className="px-(--gutter)">
        <h1 className="sr-only">{text.title.people}</h1>
        <ListingView
          key={own}
          label={text.grid.people}
          listing={listing}
          navigation={navigation}
          density={density}
          Card={PersonCard}
          idOf={groupId}
          nameOf={nameOf}
          counted={text.count.people}
          errorNext={text.grid.errorNextPeople}
          empty={
            <Message title={own ? text.grid.emptyPeople : text.grid.emptyAll}>
              {own && <Button onClick={() => change({ own: null })}>{text.filter.clear}</Button>}
            </Message>
          }
        />
      </main>
    </>
  )
}
