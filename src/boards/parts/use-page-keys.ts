import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isTyping } from '#gallery/is-typing.ts'

/**
 * Hears the keys while the focus is on the page itself: not in a field, and not in a dialog or popup over it. `act` says
 * whether the key was its own.
 */
export function usePageKeys(page: RefObject<HTMLElement | null>, act: (event: KeyboardEvent) => boolean) {
  const onKey = useEffectEvent((event: KeyboardEvent, covered: boolean) => {
    const { target } = event
    if (event.defaultPrevented || isTyping(target)) return
    const free =
      (target === document.body && !covered) || (target instanceof Node && page.current?.contains(target))
    if (free && act(event)) event.preventDefault()
  })
  useEffect(() => {
    // A dialog that has just opened has no focus yet; one that the key closes is gone when it comes here.
    let covered = false
    const look = () => (covered = document.querySelector('[data-dialog]') !== null)
    const hear = (event: KeyboardEvent) => onKey(event, covered)
    document.addEventListener('keydown', look, { capture: true })
    document.addEventListener('keydown', hear)
    return () => {
      document.removeEventListener('keydown', look, { capture: true })
      document.removeEventListener('keydown', hear)
    }
  }, [])
}
