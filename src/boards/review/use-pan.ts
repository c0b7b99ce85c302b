import { useRef, type PointerEvent } from 'react'
import { reviewText } from '#messages/en-review.ts'

/** A picture larger than its box can be dragged by the mouse, scrolled by fingers, wheel and keys. */
export function usePan(on: boolean) {
  const from = useRef<{ x: number; y: number } | null>(null)
  if (!on) return {}
  return {
    // A box that scrolls is reached by the Tab key.
    tabIndex: 0,
    role: 'group',
    'aria-label': reviewText.picture,
    onPointerDown({
      pointerType,
      button,
      clientX,
      clientY,
      currentTarget,
      target,
    }: PointerEvent<HTMLElement>) {
      if (pointerType !== 'mouse' || button !== 0 || (target instanceof Element && target.closest('button')))
        return
      from.current = { x: clientX + currentTarget.scrollLeft, y: clientY + currentTarget.scrollTop }
    },
    onPointerMove({ buttons, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
      if (buttons === 0) from.current = null
      if (!from.current) return
      currentTarget.scrollLeft = from.current.x - clientX
      currentTarget.scrollTop = from.current.y - clientY
    },
    onPointerUp() {
      from.current = null
    },
  }
}
