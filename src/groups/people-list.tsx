import { ListingView, type GridNavigation } from '#gallery/listing-view.tsx'
import { useDensity, useFilters } from '#gallery/use-filters.ts'
import type { LoadedListing } from '#gallery/use-listing.ts'
import type { Group } from '#heygen/schemas/group.ts'
import { nameOf } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { PersonCard } from './person-card.tsx'

const groupId = (group: Group) => group.id

export interface PeopleListProps {
  listing: LoadedListing<Group>
  navigation: GridNavigation
}

/** Everyone who has looks, one card a person. */
export function PeopleList({ listing, navigation }: PeopleListProps) {
  const [{ own }, change] = useFilters()
  const [density] = useDensity()
  return (
    <ListingView
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
  )
}
