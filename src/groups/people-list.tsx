import type { ReactNode } from 'react'
import { ListingView, type GridNavigation, type ListingViewProps } from '#gallery/listing-view.tsx'
import { useDensity } from '#gallery/use-filters.ts'
import type { LoadedListing } from '#gallery/use-listing.ts'
import { nameOf } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import type { ListedPerson } from '#search/protocol.ts'
import { personCells } from './person-cell.ts'

const groupId = ({ group }: ListedPerson) => group.id
const personName = ({ group }: ListedPerson) => nameOf(group)

export interface PeopleListProps extends Pick<ListingViewProps<ListedPerson>, 'listKey' | 'marks'> {
  listing: LoadedListing<ListedPerson>
  navigation: GridNavigation
  /** What stands there where there are none. */
  empty: ReactNode
}

/** People who have looks that match, one card a person. */
export function PeopleList({ empty, ...props }: PeopleListProps) {
  const [density] = useDensity()
  return (
    <ListingView
      label={text.grid.people}
      density={density}
      cells={personCells}
      idOf={groupId}
      nameOf={personName}
      counted={text.count.people}
      errorNext={text.grid.errorNextPeople}
      empty={empty}
      {...props}
    />
  )
}
