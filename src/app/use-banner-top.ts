import { useLayoutEffect, useState } from 'react'

/** Pixels between the bars and what hangs below them. */
const gap = 8

/** Where the bars over the page end, in pixels of the window; they scroll, some of them, and come with the page. */
export function useBannerTop(on: boolean): number {
  const [top, setTop] = useState(gap)
  useLayoutEffect(() => {
    if (!on) return undefined
    const measure = () => {
      const bottoms = [...document.querySelectorAll('[data-sticky]')].map(
        (bar) => bar.getBoundingClientRect().bottom,
      )
      setTop(Math.max(0, ...bottoms) + gap)
    }
    measure()
    const changes = new MutationObserver(measure)
    const root = document.querySelector('#root')
    if (root) changes.observe(root, { childList: true, subtree: true })
    window.addEventListener('scroll', measure, { passive: true })
    window.addEventListener('resize', measure)
    return () => {
      changes.disconnect()
      window.removeEventListener('scroll', measure)
      window.removeEventListener('resize', measure)
    }
  }, [on])
  return top
}
