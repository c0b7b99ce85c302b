import type { ReactNode } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import { ListingView, type GridNavigation } from './listing-view.tsx'
import { LookCard } from './look-card.tsx'
import { useDensity } from './use-filters.ts'
import type { LoadedListing } from './use-listing.ts'

const lookId = (look: Look) => look.id

export interface LooksListProps {
  listing: LoadedListing<Look>
  navigation: GridNavigation
  /** What stands there where there are none. */
  empty: ReactNode
}

/** Looks in a grid: all of them, or one person's. */
export function LooksList({ listing, navigation, empty }: LooksListProps) {
  const [density] = useDensity()
  return (
    <ListingView
      label={text.grid.looks}
      listing={listing}
      navigation={navigation}
      density={density}
      Card={LookCard}
      idOf={lookId}
      nameOf={nameOf}
      counted={text.count.looks}
      errorNext={text.grid.errorNext}
      empty={empty}
    />
  )
}
