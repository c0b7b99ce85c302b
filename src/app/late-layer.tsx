import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { loadErrorView } from '#gallery/error-message.tsx'
import { Banner } from './banner.tsx'
import { createLookIds } from './create-address.ts'
import { PaletteLayer } from './palette-layer.tsx'
import { SelectionPart } from './selection-part.tsx'
import { usePageFocus } from './use-page-focus.ts'
import { useRecovery } from './use-recovery.ts'

/** What stands over every page and is not needed before it is at rest. */
export function LateLayer() {
  const location = useLocation()
  usePageFocus(location.pathname)
  useRecovery()
  useEffect(() => void loadErrorView().catch(() => undefined), [])
  return (
    <>
      <Banner busy={createLookIds(location) !== null} />
      <SelectionPart />
      <PaletteLayer />
    </>
  )
}
