import { Check, Ellipsis, NotebookText, Star } from 'lucide-react'
import { memo } from 'react'
import { Link } from 'react-router'
import type { BoardLook, Review } from '#boards/board.ts'
import { boardLookName } from '#boards/names.ts'
import { useRestedLook } from '#boards/parts/use-live-look.ts'
import { VerdictBadge, VerdictIcon } from '#boards/parts/verdict-mark.tsx'
import { givenVerdicts } from '#boards/register-keys.ts'
import { Picture } from '#looks/picture.tsx'
import { boardWords } from '#messages/en-board-common.ts'
import { boardGridText, boardText } from '#messages/en-boards.ts'
import type { Votes } from './arrange.ts'

export interface BoardCellProps {
  look: BoardLook
  index: number
  href: string
  mine: Review
  others: Votes | undefined
  picked: boolean
  /** The grid's one tab stop. */
  active: boolean
  carried: boolean
  /** Its check box is shown at rest too: something is selected. */
  picking: boolean
  drawnWidth: number
}

const tool =
  'absolute top-2 grid size-7 place-items-center rounded-control transition-opacity duration-120 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:after:absolute pointer-coarse:after:-inset-2 pointer-coarse:after:content-[""]'

/**
 * One look on a board. It has no handlers: the grid listens. Those that stay are not drawn anew with every row that comes
 * into sight.
 */
export const BoardCell = memo(function BoardCell(props: BoardCellProps) {
  const { look, index, href, mine, others, picked, active, carried, picking, drawnWidth } = props
  const { look: live, gone } = useRestedLook(look.id)
  const name = boardLookName(look, live)
  return (
    <div
      role="gridcell"
      data-card={look.id}
      data-index={index}
      aria-selected={picked}
      className={`card group ${carried ? 'opacity-40' : ''}`}
    >
      <Link to={href} tabIndex={active ? 0 : -1} draggable={false} className="card-link select-none">
        <span className="media block">
          {/* Without its look, initials; they are what stays of one that is gone. */}
          <Picture
            lookId={look.id}
            url={live?.preview_image_url ?? null}
            name={name}
            drawnWidth={drawnWidth}
          />
          <VerdictBadge verdict={mine.verdict} />
        </span>
        <span className="card-name" dir="auto">
          {name}
        </span>
        <span className="card-caption flex items-center gap-2.5">
          <Words mine={mine} others={others} gone={gone} />
          <Marks mine={mine} others={others} gone={gone} />
        </span>
      </Link>
      {picked && (
        <span
          className="pointer-events-none absolute inset-x-0 top-0 rounded-media border-3 border-accent"
          style={{ height: 'var(--media-height)' }}
        />
      )}
      <button
        type="button"
        role="checkbox"
        data-tool="select"
        tabIndex={-1}
        aria-checked={picked}
        aria-label={boardGridText.select(name)}
        className={`${tool} left-2 border ${picked ? 'border-accent bg-accent text-accent-ink' : 'border-white bg-black/50 text-transparent'} ${picked || picking ? '' : 'opacity-0 pointer-coarse:pointer-events-none'}`}
      >
        <Check size={16} strokeWidth={2.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        data-tool="menu"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={boardGridText.menu(name)}
        className={`${tool} right-2 bg-black/50 text-white opacity-0 pointer-coarse:opacity-100`}
      >
        <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  )
})

type Said = Pick<BoardCellProps, 'mine' | 'others'> & { gone: boolean }

/** What the marks say, for people who do not see them. */
function Words({ mine, others, gone }: Said) {
  const votes = givenVerdicts.filter((verdict) => (others?.[verdict] ?? 0) > 0)
  const parts = [
    gone ? boardWords.gone : '',
    boardWords.verdict[mine.verdict],
    mine.score === null ? '' : boardText.score(mine.score),
    mine.note === '' ? '' : boardText.hasNote,
    votes.length === 0
      ? ''
      : boardText.others(
          votes.map((verdict) => boardWords.votes(verdict, others?.[verdict] ?? 0)).join(', '),
        ),
  ]
  return <span className="sr-only">{parts.filter(Boolean).join('. ')}</span>
}

function Marks({ mine, others, gone }: Said) {
  return (
    <span aria-hidden="true" className="flex min-w-0 items-center gap-2.5">
      {gone && <span className="truncate text-warn">{boardWords.gone}</span>}
      {mine.score !== null && (
        <span className="flex items-center gap-1">
          <Star size={12} strokeWidth={2} />
          {mine.score}
        </span>
      )}
      {mine.note !== '' && <NotebookText size={13} strokeWidth={1.75} className="shrink-0" />}
      {others &&
        givenVerdicts.map(
          (verdict) =>
            others[verdict] > 0 && (
              <span key={verdict} className="flex items-center gap-0.5">
                <VerdictIcon verdict={verdict} size={12} coloured />
                {others[verdict]}
              </span>
            ),
        )}
    </span>
  )
}
