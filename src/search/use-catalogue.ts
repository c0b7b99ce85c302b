import { useSyncExternalStore } from 'react'
import { readProgress, subscribeProgress } from './catalogue-state.ts'

/** How far the catalogue is known; null before it is opened, which asking does not do. */
export const useCatalogueProgress = () => useSyncExternalStore(subscribeProgress, readProgress)

const readWhole = () => readProgress()?.whole ?? false

/** Whether every look is known, for what changes with that alone. */
export const useCatalogueWhole = () => useSyncExternalStore(subscribeProgress, readWhole)
