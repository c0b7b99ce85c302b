import { useEffect, type RefObject } from 'react'
import type { GridLayout } from '#gallery/layout.ts'
import { isNearEnd } from './grid-rules.ts'

/** Asks for more by the window's own position, so that every grid asks at the same moment whatever it tells of itself. */
export function useNearEnd(
  root: RefObject<HTMLElement | null>,
  count: number,
  layout: GridLayout,
  loadMore: () => void,
) {
  useEffect(() => {
    const top = root.current?.offsetTop ?? 0
    const check = () => {
      if (isNearEnd(top, count, layout)) loadMore()
    }
    check()
    window.addEventListener('scroll', check, { passive: true })
    return () => window.removeEventListener('scroll', check)
  }, [root, count, layout, loadMore])
}
