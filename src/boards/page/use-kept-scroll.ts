import { useEffect, useLayoutEffect } from 'react'

/** Where pages were left, in CSS pixels, by entry of the history; until the page is reloaded. */
const left = new Map<string, number>()

/** Goes back to where the page was when its entry of the history is shown again; a new one begins at its top. */
export function useKeptScroll(key: string) {
  useLayoutEffect(() => {
    window.scrollTo({ top: left.get(key) ?? 0, behavior: 'instant' })
    // oxlint-disable-next-line react/exhaustive-deps -- a filter replaces the entry, and the page stays where it is
  }, [])
  useEffect(() => {
    const keep = () => left.set(key, window.scrollY)
    window.addEventListener('scroll', keep, { passive: true })
    return () => window.removeEventListener('scroll', keep)
  }, [key])
}
