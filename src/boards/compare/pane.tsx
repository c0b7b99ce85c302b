import { Ellipsis } from 'lucide-react'
import type { ComponentType } from 'react'
import { Link } from 'react-router'
import { partFailed } from '#gallery/part-failed.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf, shapeWord, typeWord } from '#looks/look-words.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { errorText } from '#messages/en-errors.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { nextTry } from '#queries/next-try.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SecondsLeft } from '#ui/seconds-left.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { useRetry } from '#ui/use-retry.ts'
import { PaneMedia, ratioOf, type PaneMediaProps } from './pane-media.tsx'
import type { PaneMoves } from './pane-menu.tsx'
import { PaneVerdict, type PaneVerdictProps } from './pane-verdict.tsx'
import type { PaneLook } from './use-compare-looks.ts'

const loadMenu = async () => (await import('./pane-menu.tsx')).PaneMenu

export interface PaneProps extends Omit<PaneMediaProps, 'look'>, PaneMoves {
  pane: PaneLook
  href: string
  /** The one of all panes that Tab stops at. */
  isCurrent: boolean
  onFocus: () => void
  Actions: ComponentType<{ look: Look }> | undefined
  review: PaneVerdictProps | undefined
}

/** One look of the comparison: its media, its name and what can be done with it. */
export function Pane(props: PaneProps) {
  const { pane, href, isCurrent, onFocus, Actions, review, ...rest } = props
  const { onReference, onLeft, onRight, onRemove, ...media } = rest
  const { id, look } = pane
  const name = look ? nameOf(look) : id
  const { button, popup, Popup: Menu } = usePopup(loadMenu, partFailed)
  return (
    <div role="gridcell" tabIndex={isCurrent ? 0 : -1} data-pane={id} className="pane" onFocus={onFocus}>
      {look ? (
        <PaneMedia {...media} look={look} />
      ) : (
        <Absent pane={pane} display={media.display} onRemove={onRemove} />
      )}
      <div className="flex items-center gap-2 py-2 pr-1.5 pl-3.5 pointer-coarse:py-1">
        <div className="min-w-0 flex-1">
          {look ? (
            <Link
              to={href}
              className="block truncate rounded-sm leading-6 font-medium hover:underline"
              dir="auto"
            >
              {name}
            </Link>
          ) : (
            <span className="block truncate leading-6 text-ink-2">{name}</span>
          )}
          <p className="truncate text-12 text-ink-2 tabular-nums">
            {look
              ? [typeWord(look.avatar_type), shapeWord(look)].filter(Boolean).join('\u2002·\u2002')
              : '\u00a0'}
          </p>
        </div>
        <IconButton {...button} label={words.menuOf(name)} className="pointer-coarse:size-11">
          <Ellipsis size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        {Menu && (
          <Menu
            {...popup}
            {...{ look, name, Actions, onReference, onLeft, onRight, onRemove }}
            onClose={() => popup.onOpenChange(false, { event: new Event('chosen') })}
          />
        )}
      </div>
      {review && look && <PaneVerdict {...review} />}
    </div>
  )
}

/** In the place of a picture: still loading, gone, or failed. */
function Absent({ pane, display, onRemove }: Pick<PaneProps, 'pane' | 'display' | 'onRemove'>) {
  const { gone, error, onRetry } = pane
  return (
    <div
      className="pane-media grid place-items-center p-4 text-center"
      style={{ aspectRatio: ratioOf(display.frame) }}
    >
      {gone ? (
        <div>
          <p className="text-14 font-medium">{boardWords.gone}</p>
          <p className="mt-1 text-13 text-ink-2">{words.goneHint}</p>
          <Button className="mt-3" onClick={onRemove}>
            {words.removeShort}
          </Button>
        </div>
      ) : error ? (
        <Failed error={error} onRetry={onRetry} />
      ) : (
        <span className="sr-only">{words.loading}</span>
      )}
    </div>
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, hint } = describeError(error, navigator.onLine)
  const left = useRetry(nextTry(error), onRetry)
  return (
    <div role="alert">
      <p className="text-14 font-medium">{title}</p>
      <p className="mt-1 text-13 text-ink-2">
        <SecondsLeft left={left} hint={hint} words={errorText} />
      </p>
      <Button className="mt-3" aria-disabled={!!left} onClick={() => left || onRetry()}>
        {text.app.retry}
      </Button>
    </div>
  )
}
