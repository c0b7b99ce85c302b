import { CSPProvider } from '@base-ui/react/csp-provider'
import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import type { PopupAnchor } from './use-popup.ts'

export interface PopupProps extends PopupAnchor {
  label: string
  children: ReactNode
  align?: 'start' | 'end'
}

/** A panel at a button: closes by Escape and by a click outside, and gives the focus back. */
export function Popup({ anchor, open, onOpenChange, label, children, align = 'start' }: PopupProps) {
  return (
    <CSPProvider disableStyleElements>
      <Popover.Root open={open} onOpenChange={onOpenChange}>
        <Popover.Portal>
          <Popover.Positioner
            anchor={anchor}
            align={align}
            sideOffset={6}
            collisionPadding={12}
            className="z-40"
          >
            <Popover.Popup
              aria-label={label}
              finalFocus={anchor}
              className="rounded-media border border-line bg-raised p-4 text-ink shadow-panel transition-[opacity,scale] duration-120 outline-none data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
            >
              {children}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </CSPProvider>
  )
}
