import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { LookFilters } from '#queries/looks.ts'
import { reloaded } from './reloaded.ts'

/** Milliseconds after which the pages are asked for one by one, as on a first visit. */
const patience = 2000

/**
 * After a reload, has the list filled with the looks it held; true while that is under way. A person who had come
 * down to the 8,000th look would else wait for 160 pages.
 */
export function useRestoredFeed(filters: LookFilters | null): boolean {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState(() => filters !== null && reloaded())

  const restore = useEffectEvent(async (signal: AbortSignal) => {
    const { keepFeed, keptFeed, restoreFeed } = await import('#gallery/kept-feed.ts')
    window.addEventListener('pagehide', () => keepFeed(client), { signal })
    const kept = waiting && filters ? keptFeed(filters) : null
    if (!kept || !filters) return
    const late = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    // The index may not even open.
    const over = new Promise((resolve) => late.addEventListener('abort', resolve))
    await Promise.race([restoreFeed(client, filters, kept, late), over])
  })
  useEffect(() => {
    const left = new AbortController()
    const end = () => left.signal.aborted || setWaiting(false)
    restore(left.signal).then(end, end)
    return () => left.abort()
  }, [])
  return waiting
}
