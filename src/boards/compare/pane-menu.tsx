import { ArrowLeft, ArrowRight, Pin, X, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'

export interface PaneMoves {
  /** Undefined where it cannot be done. */
  onReference: (() => void) | undefined
  onLeft: (() => void) | undefined
  onRight: (() => void) | undefined
  onRemove: () => void
}

export interface PaneMenuProps extends PopupAnchor, PaneMoves {
  look: Look | undefined
  name: string
  Actions: ComponentType<{ look: Look }> | undefined
  onClose: () => void
}

/** What can be done with one pane. */
export function PaneMenu({ look, name, Actions, onClose, ...props }: PaneMenuProps) {
  const { onReference, onLeft, onRight, onRemove, ...popup } = props
  const item = (Icon: LucideIcon, label: string, act: (() => void) | undefined) =>
    act && (
      <button
        type="button"
        className="flex h-9 w-full items-center gap-2.5 pointer-coarse:h-11 rounded-control px-2.5 text-left text-13 hover:bg-well"
        onClick={() => {
          onClose()
          act()
        }}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-2" />
        {label}
      </button>
    )
  return (
    <Popup {...popup} label={words.menuOf(name)} align="end">
      <div className="-m-2 flex w-60 flex-col">
        {look && Actions && (
          <div className="mb-2 flex border-b border-line px-1 pt-1 pb-3">
            <Actions look={look} />
          </div>
        )}
        {item(Pin, words.makeReference, onReference)}
        {item(ArrowLeft, words.moveLeft, onLeft)}
        {item(ArrowRight, words.moveRight, onRight)}
        {item(X, words.remove, onRemove)}
      </div>
    </Popup>
  )
}
