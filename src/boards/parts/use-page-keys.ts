import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isTyping } from '#gallery/is-typing.ts'

/**
 * Hears the keys while the focus is on the page itself: not in a field, and not in a dialog or popup over it. `act` says
 * whether the key was its own.
 */
export function usePageKeys(page: RefObject<HTMLElement | null>, act: (event: KeyboardEvent) => boolean) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (event.defaultPrevented || isTyping(target)) return
    const free = target === document.body || (target instanceof Node && page.current?.contains(target))
    if (free && act(event)) event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
