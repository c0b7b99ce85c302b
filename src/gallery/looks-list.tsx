import type { ReactNode } from 'react'
import { nameOf } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import type { ListedLook } from '#search/protocol.ts'
import { firstBody } from './first-grid.ts'
import { ListingView, type GridNavigation, type ListingViewProps } from './listing-view.tsx'
import { lookCells, lookId } from './look-cell.ts'
import { useDensity } from './use-filters.ts'
import type { LoadedListing } from './use-listing.ts'

export interface LooksListProps extends Pick<ListingViewProps<ListedLook>, 'listKey' | 'marks' | 'onUnfold'> {
  listing: LoadedListing<ListedLook>
  navigation: GridNavigation
  /** What stands there where there are none. */
  empty: ReactNode
}

/** Looks in a grid: all of them, or one person's. */
export function LooksList({ empty, ...props }: LooksListProps) {
  const [density] = useDensity()
  return (
    <ListingView
      label={text.grid.looks}
      density={density}
      cells={lookCells}
      createBody={firstBody}
      idOf={lookId}
      nameOf={nameOf}
      counted={text.count.looks}
      errorNext={text.grid.errorNext}
      empty={empty}
      {...props}
    />
  )
}
