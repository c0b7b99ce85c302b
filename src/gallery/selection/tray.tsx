import { Clapperboard, Columns3, Ellipsis, X } from 'lucide-react'
import { useEffect, useRef, type ComponentType } from 'react'
import type { NavigateOptions, To } from 'react-router'
import { partFailed } from '#gallery/part-failed.ts'
import { selectionText as words } from '#messages/en-selection.ts'
import type { SearchQuery } from '#search/query.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { clearSelection } from './clear-selection.ts'
import { focusGrid } from './focus-grid.ts'
import { TrayLink } from './tray-link.tsx'
import { TrayThumb } from './tray-thumb.tsx'
import { useHiddenCount } from './use-hidden-count.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const
const loadMenu = async () => (await import('./tray-menu.tsx')).TrayMenu

/** What another feature does with the selection. */
type SelectionAction = ComponentType<{ lookIds: readonly string[] }>

export interface TrayProps {
  lookIds: readonly string[]
  /** What the list on the page shows; null where it shows no looks. */
  query: SearchQuery | null
  /** The list is one person's, which no filters narrow. */
  ofPerson: boolean
  /** A look is open beside the grid, in whose middle the tray stands. */
  beside: boolean
  /** A look is open over the page, which cannot be used meanwhile. */
  covered: boolean
  compareLimits: { least: number; most: number }
  /** Where they are compared. */
  compareTo: string
  /** Where a video is made with them, or several. */
  createTo: { to: To; options: NavigateOptions }
  /** The most videos at once; with 0 none can be made. */
  createLimit: number
  onNearCreate: () => void
  /** A button between comparing and creating. */
  BoardAction?: SelectionAction
  /** Lines in the menu of the rest. */
  ExportActions?: SelectionAction
}

/** What is selected, and what can be done with it: at the foot of the window, over the grid. */
export function Tray({ lookIds, query, ofPerson, beside, covered, BoardAction, ...props }: TrayProps) {
  const box = useRef<HTMLElement>(null)
  const more = usePopup(loadMenu, partFailed)
  const hidden = useHiddenCount(lookIds, query)
  const count = lookIds.length
  const createMask = props.createTo.options.mask

  useEffect(() => {
    const element = box.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      focusGrid()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    // Notices stand above it.
    const { style } = document.documentElement
    style.setProperty('--notices-bottom', 'calc(84px + env(safe-area-inset-bottom))')
    return () => void style.removeProperty('--notices-bottom')
  }, [])

  return (
    <section
      ref={box}
      aria-label={words.tray}
      inert={covered}
      className={`fixed inset-x-3 bottom-[max(12px,env(safe-area-inset-bottom))] z-20 flex justify-center ${beside ? 'lg:right-123' : ''} pointer-events-none`}
    >
      <div className="pointer-events-auto flex max-w-full items-center gap-2 rounded-panel border border-line bg-raised p-2.5 shadow-panel transition-[translate,opacity] duration-200 ease-in motion-reduce:transition-none max-sm:gap-1 starting:translate-y-3 starting:opacity-0">
        <div className="flex shrink-0 -space-x-2 max-sm:hidden" aria-hidden="true">
          {lookIds.slice(-3).map((id) => (
            <TrayThumb key={id} lookId={id} />
          ))}
        </div>
        <p className="min-w-0 px-1.5 text-14 leading-[1.2] font-medium tabular-nums sm:mr-1">
          {words.selected(count)}
          {hidden > 0 && (
            <span className="text-ink-2 max-sm:block max-sm:text-12 max-sm:font-normal">
              {' '}
              {ofPerson ? words.elsewhere(hidden) : words.hidden(hidden)}
            </span>
          )}
        </p>
        <TrayLink
          icon={Columns3}
          label={words.compare}
          reason={compareReason(count, props.compareLimits)}
          to={props.compareTo}
        />
        {BoardAction && <BoardAction lookIds={lookIds} />}
        {props.createLimit > 0 && (
          <TrayLink
            variant="main"
            icon={Clapperboard}
            label={count > 1 ? words.createSeveral : words.create}
            reason={count > props.createLimit ? words.createTooMany(props.createLimit) : null}
            onPointerEnter={props.onNearCreate}
            onFocus={props.onNearCreate}
            to={props.createTo.to}
            // To the router it is the same place, and links to the same place replace it.
            replace={false}
            state={props.createTo.options.state as unknown}
            {...(createMask === undefined ? {} : { mask: createMask })}
          />
        )}
        <IconButton label={words.more} {...more.button}>
          <Ellipsis {...icon} />
        </IconButton>
        {more.Popup && <more.Popup {...more.popup} lookIds={lookIds} ExportActions={props.ExportActions} />}
        <IconButton
          label={words.clear}
          onClick={() => {
            focusGrid()
            clearSelection()
          }}
        >
          <X {...icon} />
        </IconButton>
      </div>
    </section>
  )
}

function compareReason(count: number, { least, most }: TrayProps['compareLimits']): string | null {
  if (count < least) return words.compareTooFew
  return count > most ? words.compareTooMany(most) : null
}
