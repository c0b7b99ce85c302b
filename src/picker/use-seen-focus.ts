import { useEffect, type RefObject } from 'react'

/** The grid brings a card in focus into the window, and does not know of the bar at its foot: that is made up for. */
export function useSeenFocus(foot: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const card = target instanceof Element ? target.closest('[role=gridcell]') : null
      if (!card || !foot.current) return
      const hidden = card.getBoundingClientRect().bottom + 8 - foot.current.getBoundingClientRect().top
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: 'instant' })
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [foot])
}
