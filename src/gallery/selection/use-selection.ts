import { useSyncExternalStore } from 'react'
import { selection } from './selection.ts'

/** Ids of the looks that are selected, in their order. */
export const useSelection = (): readonly string[] => useSyncExternalStore(selection.subscribe, selection.read)
