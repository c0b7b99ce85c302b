import { useSyncExternalStore } from 'react'

export interface KeptChoice<T> {
  read: () => T
  change: (next: T) => void
  subscribe: (listener: () => void) => () => void
}

/**
 * A choice of this browser's: kept in local storage, and in memory where that is full or blocked. `parse` takes what is
 * kept, null where there is nothing, and throws where it is not understood: then it is asked with null.
 */
export function keptChoice<T>(key: string, parse: (kept: unknown) => T): KeptChoice<T> {
  const listeners = new Set<() => void>()
  let held: T
  try {
    held = parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    held = parse(null)
  }
  return {
    read: () => held,
    change(next) {
      held = next
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Full or blocked: the choice holds until the page is left.
      }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export const useKeptChoice = <T>({ subscribe, read }: KeptChoice<T>) => useSyncExternalStore(subscribe, read)
