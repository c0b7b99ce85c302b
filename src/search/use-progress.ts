import { useCallback, useSyncExternalStore } from 'react'
import type { Catalogue, CatalogueProgress } from './protocol.ts'

const nothing = () => undefined

/** How far the catalogue is known, kept up to date; null without one. */
export function useProgress(catalogue: Catalogue | null | undefined): CatalogueProgress | null {
  const subscribe = useCallback(
    (listener: () => void) => catalogue?.subscribe(listener) ?? nothing,
    [catalogue],
  )
  return useSyncExternalStore(subscribe, () => catalogue?.readProgress() ?? null)
}

/** Whether looks may still come: what is counted and what is not found are said with care till then. */
export const isGrowing = ({ whole }: CatalogueProgress) => !whole
