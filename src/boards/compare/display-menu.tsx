import type { ReactNode } from 'react'
import { compareText as words } from '#messages/en-compare.ts'
import { Popup } from '#ui/popup.tsx'
import { Segmented } from '#ui/segmented.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { backdrops, paneFrames, type Backdrop, type PaneFrame } from './compare-address.ts'
import { compareSettings, useCompareSettings } from './compare-settings.ts'

export interface DisplayMenuProps extends PopupAnchor {
  frame: PaneFrame
  backdrop: Backdrop
  onDisplay: (change: { frame?: PaneFrame; backdrop?: Backdrop }) => void
}

/** The shape of the panes, and what is behind the pictures. */
export function DisplayMenu({ frame, backdrop, onDisplay, ...popup }: DisplayMenuProps) {
  const { brand } = useCompareSettings()
  return (
    <Popup {...popup} align="end" label={words.frameMenu}>
      <div className="flex w-72 flex-col gap-4">
        <Choice label={words.frame}>
          <Segmented
            label={words.frame}
            value={frame}
            className="flex"
            options={paneFrames.map((name) => ({ value: name, label: words.frames[name] }))}
            onChange={(next) => onDisplay({ frame: next })}
          />
        </Choice>
        <Choice label={words.backdrop}>
          <Segmented
            label={words.backdrop}
            value={backdrop}
            className="flex"
            options={backdrops.map((name) => ({ value: name, label: words.backdrops[name] }))}
            onChange={(next) => onDisplay({ backdrop: next })}
          />
          <p className="mt-1.5 text-12 text-ink-2">{words.backdropHint}</p>
        </Choice>
        {backdrop === 'brand' && (
          <label className="flex items-center justify-between text-13 font-medium text-ink-2">
            {words.brand}
            <input
              type="color"
              value={brand}
              className="h-8 w-14 cursor-pointer rounded-control border border-line-2 bg-surface p-1"
              onChange={(event) => compareSettings.change({ brand: event.target.value })}
            />
          </label>
        )}
      </div>
    </Popup>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      {/* The radio buttons' own legend says it too. */}
      <p aria-hidden="true" className="mb-2 text-13 font-medium">
        {label}
      </p>
      {children}
    </div>
  )
}
