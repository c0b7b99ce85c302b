import { useRef, useSyncExternalStore, type RefObject } from 'react'

/** Rows drawn beyond the window on either side. */
const margin = 2

/**
 * The rows of the grid at `root` that are in the window, and a few around them: the page is drawn anew only when one
 * comes or goes, not with every scroll event.
 */
export function useRowsInSight(
  root: RefObject<HTMLElement | null>,
  rowPitch: number,
  rows: number,
): { first: number; last: number } {
  // From the page's top. It changes with what stands above, and not with every scroll event.
  const offset = useRef(0)
  const subscribe = (listener: () => void) => {
    const measure = () => {
      offset.current = (root.current?.getBoundingClientRect().top ?? 0) + window.scrollY
      listener()
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    window.addEventListener('scroll', listener, { passive: true })
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', listener)
      window.removeEventListener('resize', measure)
    }
  }
  const seen = useSyncExternalStore(subscribe, () => {
    const top = offset.current - window.scrollY
    const first = Math.max(0, Math.floor(-top / rowPitch) - margin)
    const last = Math.min(rows - 1, Math.floor((window.innerHeight - top) / rowPitch) + margin)
    return `${first}:${last}`
  })
  const [first = 0, last = 0] = seen.split(':').map(Number)
  return { first, last }
}
