import { CSPProvider } from '@base-ui/react/csp-provider'
import { Popover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

export interface PopupProps {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  children: ReactNode
  align?: 'start' | 'end'
  defaultOpen?: boolean
}

/** A panel at a button: closes by Escape and by a click outside, and gives the focus back. */
export function Popup({ trigger, label, children, align = 'start', defaultOpen = false }: PopupProps) {
  return (
    <CSPProvider disableStyleElements>
      <Popover.Root defaultOpen={defaultOpen}>
        <Popover.Trigger render={trigger} />
        <Popover.Portal>
          <Popover.Positioner align={align} sideOffset={6} collisionPadding={12} className="z-40">
            <Popover.Popup
              aria-label={label}
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
