import { useSyncExternalStore } from 'react'
import { createRendersStore } from './create-store.ts'

/** The renders of this browser. */
export const rendersStore = createRendersStore({ storage: () => localStorage, events: window })

export const useRenders = () => useSyncExternalStore(rendersStore.subscribe, rendersStore.read)
