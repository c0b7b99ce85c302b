import { Minus, Plus } from 'lucide-react'
import { viewMenuText as words } from '#messages/en-view-menu.ts'
import { text } from '#messages/en.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Popup } from '#ui/popup.tsx'
import { Segmented } from '#ui/segmented.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { densities, stepDensity, type Density } from './layout.ts'
import { pictureFits, previewMode, previewModes, useViewSettings, viewSettings } from './view-settings.ts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface ViewMenuProps extends PopupAnchor {
  density: Density
  onDensity: (density: Density) => void
}

/** How the grid looks and behaves: size, picture and clips. Applied at once, kept in this browser. */
export function ViewMenu({ density, onDensity, ...popup }: ViewMenuProps) {
  const { fit, preview, fold } = useViewSettings()
  return (
    <Popup {...popup} align="end" label={text.settings.label}>
      <div className="flex w-64 flex-col gap-4">
        <div>
          <div className="mb-2 flex items-baseline justify-between text-13">
            <span className="font-medium">{words.size}</span>
            <span className="text-12 text-ink-2 [@media(hover:none)]:hidden">{words.sizeKeys}</span>
          </div>
          <div className="flex items-center gap-1">
            <IconButton
              label={words.smaller}
              aria-disabled={density === densities[0]}
              onClick={() => onDensity(stepDensity(density, -1))}
            >
              <Minus {...icon} />
            </IconButton>
            <input
              type="range"
              aria-label={words.size}
              aria-valuetext={words.sizes[density]}
              min={0}
              max={densities.length - 1}
              value={densities.indexOf(density)}
              onChange={(event) => onDensity(densities[event.target.valueAsNumber] ?? density)}
              className="min-w-0 flex-1 accent-accent"
            />
            <IconButton
              label={words.larger}
              aria-disabled={density === densities.at(-1)}
              onClick={() => onDensity(stepDensity(density, 1))}
            >
              <Plus {...icon} />
            </IconButton>
          </div>
        </div>
        <div>
          <p className="mb-2 text-13 font-medium">{words.picture}</p>
          <Segmented
            label={words.picture}
            className="flex"
            value={fit}
            options={pictureFits.map((value) => ({ value, label: words[value] }))}
            onChange={(value) => viewSettings.change({ fit: value })}
          />
        </div>
        <div>
          <p className="mb-2 text-13 font-medium">{words.preview}</p>
          <Segmented
            label={words.preview}
            className="flex"
            value={previewMode(preview)}
            options={previewModes.map((value) => ({ value, label: words.previews[value] }))}
            onChange={(value) => viewSettings.change({ preview: value })}
          />
        </div>
        <label className="flex min-h-6 cursor-pointer items-center gap-2.5 text-13 font-medium">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={fold}
            onChange={(event) => viewSettings.change({ fold: event.target.checked })}
          />
          {words.fold}
        </label>
      </div>
    </Popup>
  )
}
