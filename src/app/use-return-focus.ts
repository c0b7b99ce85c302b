import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the focus where the person is: closing a look or a person's page gives it back to the card it was opened
 * from, and a person's page takes it. A look takes it itself.
 */
export function useReturnFocus(
  list: RefObject<HTMLElement | null>,
  lookId: string | null,
  groupId: string | null,
) {
  const open = lookId ?? groupId
  const opened = useRef(open)
  useEffect(() => {
    const closed = opened.current
    opened.current = open
    if (closed === open) return undefined
    // A list that comes back measures itself first, and has its cards in the next frame.
    const frame = requestAnimationFrame(() => {
      if (lookId !== null) return
      const card = closed === null ? null : `[data-card="${CSS.escape(closed)}"] > a`
      const target = card && list.current?.querySelector<HTMLElement>(card)
      if (target) target.focus({ preventScroll: true })
      else if (groupId !== null) document.getElementById('main')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [list, open, lookId, groupId])
}
