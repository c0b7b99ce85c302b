import { useEffect, useEffectEvent } from 'react'

/**
 * Escape cancels, where nothing else has a use for it: a popup closes first, a clip stops, the search empties. Those
 * stop the event, or take its default, or are gone by the time it gets here, so that open popups are counted before.
 */
export function useCancelKey(onCancel: () => void) {
  const cancel = useEffectEvent(onCancel)
  useEffect(() => {
    let popup = false
    const before = () => {
      popup = document.querySelector('[aria-haspopup][aria-expanded=true]') !== null
    }
    const after = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !popup && !event.defaultPrevented && !event.isComposing) cancel()
    }
    window.addEventListener('keydown', before, true)
    window.addEventListener('keydown', after)
    return () => {
      window.removeEventListener('keydown', before, true)
      window.removeEventListener('keydown', after)
    }
  }, [])
}
