import { useRef, type PointerEvent, type SyntheticEvent } from 'react'

/** Milliseconds: what phones take for a long press. */
const held = 500

/**
 * Handlers for a finger that is held: `onHold` is called, and the click that follows is not. Mice have other ways, and
 * their button going down is told to `onPress`: a finger may only have come to scroll.
 */
export function useLongPress(onHold: () => void, onPress?: (event: PointerEvent) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const swallow = useRef(false)
  const end = () => clearTimeout(timer.current)
  return {
    onPointerDown: (event: PointerEvent) => {
      swallow.current = false
      if (event.pointerType !== 'touch') return onPress?.(event)
      timer.current = setTimeout(() => {
        swallow.current = true
        onHold()
      }, held)
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: end,
    // The phone's own menu would come up under the finger.
    onContextMenu: (event: SyntheticEvent) => swallow.current && event.preventDefault(),
    onClickCapture: (event: SyntheticEvent) => {
      if (swallow.current) event.stopPropagation()
      swallow.current = false
    },
  }
}
