import { Ellipsis, EyeOff, Keyboard, ListFilter, Swords, Undo2 } from 'lucide-react'
import type { ComponentType } from 'react'
import { Link } from 'react-router'
import type { Board } from '#boards/board.ts'
import { boardHref, duelsHref } from '#boards/hrefs.ts'
import { boardName } from '#boards/names.ts'
import { BackLink } from '#boards/parts/back-link.tsx'
import { partFailed } from '#gallery/part-failed.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { filterWord } from './filter-word.ts'
import type { Review } from './use-review.ts'

const loadFilter = async () => (await import('./filter-popup.tsx')).FilterPopup
const loadKeys = async () => (await import('./keys-popup.tsx')).KeysPopup
const loadMenu = async () => (await import('./menu-popup.tsx')).MenuPopup

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const
const pill =
  'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full bg-well px-3 text-12 font-medium text-ink-2 tabular-nums'
const iconLink =
  'inline-flex size-9 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink'

export interface TopBarProps {
  board: Board
  me: string
  review: Review
  /** There is little room: all but the way back and the count is in a menu. */
  compact: boolean
  /** Clicked by the `?` key. */
  keysId: string
  ShareButton?: ComponentType<{ board: Board }> | undefined
}

export function TopBar({ board, me, review, compact, keysId, ShareButton }: TopBarProps) {
  const { position, shown, undecided, filter } = review
  return (
    <header className="flex h-15 shrink-0 items-center gap-2 px-3 sm:px-6">
      <BackLink to={boardHref(board.id)} label={boardWords.back} />
      <h1 className="min-w-0 truncate pr-2 text-14 font-semibold sm:pl-2" dir="auto">
        {boardName(board)}
      </h1>
      <span className={pill}>
        {position < 0 ? reviewText.outside(shown.length) : reviewText.position(position + 1, shown.length)}
      </span>
      {!compact && (
        <>
          <span className={`${pill} ml-1`}>
            {undecided > 0 ? boardWords.undecided(undecided) : reviewText.allDecided}
          </span>
          <FilterButton board={board} me={me} review={review} on={filter !== 'all'} />
        </>
      )}
      <span className="flex-1" />
      <IconButton
        label={boardWords.undo}
        aria-keyshortcuts="Z"
        className="pointer-coarse:size-11"
        onClick={() => review.back('undo')}
      >
        <Undo2 {...icon} />
      </IconButton>
      {/* Without a mouse there is seldom a keyboard: it takes no room then, and its popup has its place. */}
      <KeysButton id={keysId} className="[@media(hover:none)]:invisible [@media(hover:none)]:w-0" />
      {compact ? (
        <MenuButton board={board} me={me} review={review} ShareButton={ShareButton} />
      ) : (
        <>
          <Link
            to={duelsHref(board.id)}
            aria-label={reviewText.duels}
            title={reviewText.duels}
            className={iconLink}
          >
            <Swords {...icon} />
          </Link>
          <button
            type="button"
            aria-pressed={board.blind}
            title={boardWords.blindHint}
            onClick={() => review.setBlind(!board.blind)}
            className={`mr-2 inline-flex h-9 items-center gap-2 rounded-control px-3 text-13 font-medium transition-colors duration-120 ${board.blind ? 'bg-accent-wash text-accent-text' : 'text-ink-2 hover:bg-well hover:text-ink'}`}
          >
            <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
            {boardWords.blind}
          </button>
          {ShareButton && <ShareButton board={board} />}
        </>
      )}
    </header>
  )
}

type PartProps = Pick<TopBarProps, 'board' | 'me' | 'review'>

function FilterButton({ on, ...list }: PartProps & { on: boolean }) {
  const { button, popup, Popup } = usePopup(loadFilter, partFailed)
  return (
    <>
      <button
        {...button}
        type="button"
        aria-label={`${reviewText.filterLabel}: ${filterWord(list.review.filter)}`}
        className={`ml-1 inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full px-3 text-12 font-medium transition-colors duration-120 ${on ? 'bg-accent-wash text-accent-text' : 'text-ink-2 hover:bg-well hover:text-ink'}`}
      >
        <ListFilter size={14} strokeWidth={1.75} aria-hidden="true" />
        {filterWord(list.review.filter)}
      </button>
      {Popup && <Popup {...popup} {...list} />}
    </>
  )
}

function KeysButton({ id, className }: { id: string; className: string }) {
  const { button, popup, Popup } = usePopup(loadKeys, partFailed)
  return (
    <>
      <IconButton {...button} id={id} label={reviewText.keys} className={className}>
        <Keyboard {...icon} />
      </IconButton>
      {Popup && <Popup {...popup} />}
    </>
  )
}

function MenuButton(props: PartProps & Pick<TopBarProps, 'ShareButton'>) {
  const { button, popup, Popup } = usePopup(loadMenu, partFailed)
  return (
    <>
      <IconButton {...button} label={reviewText.menu} className="pointer-coarse:size-11">
        <Ellipsis {...icon} />
      </IconButton>
      {Popup && <Popup {...popup} {...props} />}
    </>
  )
}
