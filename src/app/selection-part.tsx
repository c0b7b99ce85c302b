import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { looksOnPage } from '#gallery/selection/looks-on-page.ts'
import { useSelection } from '#gallery/selection/use-selection.ts'
import { pageConfig } from '#queries/page-config.ts'
import { useMedia } from '#ui/use-media.ts'
import { usePart } from '#ui/use-part.ts'
import { compareHref, compareLimits } from './compare-address.ts'
import { createTarget } from './create-address.ts'
import { listPlace } from './list-place.ts'
import { loadBatch, loadCreate } from './load-create.ts'

const loadTray = async () => (await import('./selection-tray.tsx')).SelectionTray

/** The tray of what is selected, on the pages that list looks or people. */
export function SelectionPart() {
  const location = useLocation()
  const lookIds = useSelection()
  const wide = useMedia('(min-width: 1200px)')
  const place = listPlace(location)
  const query = place?.query
  useEffect(() => (query === undefined ? undefined : looksOnPage.answers(query)), [query])

  const shown = place !== null && lookIds.length > 0
  // Without its code what is selected stays so, and is marked in the grid.
  const { Part: Tray } = usePart(loadTray, shown, () => {})
  if (!shown || !Tray) return null
  return (
    <Tray
      lookIds={lookIds}
      query={place.query}
      ofPerson={place.person}
      beside={place.lookOpen && wide}
      covered={place.lookOpen && !wide}
      compareLimits={compareLimits}
      compareTo={compareHref(lookIds)}
      createTo={createTarget(location, lookIds)}
      createLimit={pageConfig.readonly ? 0 : pageConfig.batchLimit}
      onNearCreate={() => void (lookIds.length > 1 ? loadBatch() : loadCreate()).catch(() => undefined)}
    />
  )
}
