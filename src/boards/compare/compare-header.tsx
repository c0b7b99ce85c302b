import { ChevronDown, Keyboard, Link, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { touchHeight } from '#boards/parts/touch.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { usePopup } from '#ui/use-popup.ts'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { compareSettings, useCompareSettings } from './compare-settings.ts'
import type { DisplayMenuProps } from './display-menu.tsx'

const loadDisplay = async () => (await import('./display-menu.tsx')).DisplayMenu
const loadKeys = async () => (await import('./keys-popup.tsx')).KeysPopup
const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const
const chip = `max-sm:px-2.5 ${touchHeight}`
const small = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const

export interface CompareHeaderProps extends Omit<DisplayMenuProps, keyof PopupAnchor> {
  title: string
  /** 1 is the whole picture. */
  scale: number
  onZoom: (larger: boolean) => void
  onWhole: () => void
  withBoard: boolean
  back: ReactNode
  add: ReactNode
}

/** The title and how the comparison is shown. */
export function CompareHeader(props: CompareHeaderProps) {
  const { title, scale, onZoom, onWhole, withBoard, back, add, ...display } = props
  const { linked, onlyDifferences } = useCompareSettings()
  const frames = usePopup(loadDisplay, partFailed)
  const keys = usePopup(loadKeys, partFailed)
  const DisplayMenu = frames.Popup
  const KeysPopup = keys.Popup
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
      <div className="flex min-w-0 items-center gap-1 max-sm:w-full">
        {back}
        <h1 className="mr-auto min-w-0 truncate text-20 font-semibold tracking-[-0.01em]">{title}</h1>
        <span className="ml-3">{add}</span>
      </div>
      <div className="flex flex-wrap items-center gap-2 pointer-coarse:gap-y-3 sm:gap-3">
        {/* A phone's fingers pinch, or tap twice. */}
        <div className="flex items-center max-sm:pointer-coarse:hidden">
          <IconButton {...keys.button} label={words.keys.label} className="[@media(hover:none)]:hidden">
            <Keyboard {...icon} />
          </IconButton>
          {KeysPopup && <KeysPopup {...keys.popup} withBoard={withBoard} />}
          <IconButton label={words.zoomOut} aria-disabled={scale <= 1} onClick={() => onZoom(false)}>
            <ZoomOut {...icon} />
          </IconButton>
          <button
            type="button"
            title={words.zoomWhole}
            className="h-8 w-12 rounded-control text-13 text-ink-2 tabular-nums hover:bg-well hover:text-ink"
            onClick={onWhole}
          >
            <span className="sr-only">{words.zoomWhole}, </span>
            {words.zoomed(scale)}
          </button>
          <IconButton label={words.zoomIn} onClick={() => onZoom(true)}>
            <ZoomIn {...icon} />
          </IconButton>
        </div>
        <Chip
          pressed={onlyDifferences}
          className={chip}
          onClick={() => compareSettings.change({ onlyDifferences: !onlyDifferences })}
        >
          {words.onlyDifferences}
        </Chip>
        <Chip
          pressed={linked}
          className={chip}
          title={words.linkedHint}
          onClick={() => compareSettings.change({ linked: !linked })}
        >
          {!linked && <Link {...small} />}
          {words.linked}
        </Chip>
        <button
          type="button"
          {...frames.button}
          className={`inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border border-line-2 bg-surface px-3.5 text-13 font-medium whitespace-nowrap transition-colors duration-120 hover:bg-well ${chip}`}
        >
          {display.frame === 'own' ? words.frameOwn : words.frameChip(words.frames[display.frame])}
          <ChevronDown {...small} />
        </button>
        {DisplayMenu && <DisplayMenu {...frames.popup} {...display} />}
      </div>
    </div>
  )
}
