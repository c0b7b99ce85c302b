import { useRef, type PointerEvent, type SyntheticEvent } from 'react'

/** Milliseconds: what phones take for a long press. */
const held = 500

/** Handlers for a finger that is held: `onHold` is called, and the click that follows is not. Mice have other ways. */
export function useLongPress(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const swallow = useRef(false)
  const end = () => clearTimeout(timer.current)
  return {
    onPointerDown: ({ pointerType }: PointerEvent) => {
      swallow.current = false
      if (pointerType !== 'touch') return
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
