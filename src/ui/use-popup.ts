import { useRef, useState, type ComponentType, type RefObject } from 'react'
import { usePart } from './use-part.ts'

/** What a popup needs of the button that opens it. */
export interface PopupAnchor {
  anchor: RefObject<HTMLButtonElement | null>
  open: boolean
  /** For the popup's library: `event` is what closed it. */
  onOpenChange: (open: boolean, details: { event: Event }) => void
}

/**
 * A button and its popup, apart: the button is there at once, the popup's code comes when it is first opened.
 * `Popup` is null until then; where the code cannot be had, `onFailed` says so and the button stays as it was.
 */
export function usePopup<P>(load: () => Promise<ComponentType<P>>, onFailed: () => void) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const { Part: Popup } = usePart(load, open, () => {
    setOpen(false)
    onFailed()
  })
  const popup: PopupAnchor = {
    anchor,
    open,
    onOpenChange: (next, { event }) => {
      // A press on the button is its own to answer: closing here would have its click open the popup again.
      const { target } = event
      if (!next && target instanceof Node && anchor.current?.contains(target) && event.type !== 'keydown')
        return
      setOpen(next)
    },
  }
  const button = {
    ref: anchor,
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    onClick: () => setOpen(!open),
  } as const
  return { button, popup, Popup }
}
