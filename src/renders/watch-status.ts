import { useSyncExternalStore } from 'react'
import type { WatchStatus } from './poll.ts'

const listeners = new Set<() => void>()
let status: WatchStatus = { checking: false, failedAt: null }

const read = () => status
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function setWatchStatus(next: WatchStatus) {
  status = next
  for (const listener of listeners) listener()
}

/** What this tab's own checks are doing. */
export const useWatchStatus = () => useSyncExternalStore(subscribe, read)
