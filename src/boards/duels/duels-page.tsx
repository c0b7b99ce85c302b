import { Undo2 } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { Board } from '#boards/board.ts'
import { useMe } from '#boards/boards.ts'
import { boardHref, reviewHref } from '#boards/hrefs.ts'
import { letterKeys } from '#boards/letter-keys.ts'
import { boardName } from '#boards/names.ts'
import { BackLink } from '#boards/parts/back-link.tsx'
import { BoardGate } from '#boards/parts/board-gate.tsx'
import { usePageKeys } from '#boards/parts/use-page-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { duelText } from '#messages/en-review.ts'
import { text } from '#messages/en.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { ComingPicture } from './coming-picture.tsx'
import { Contender } from './contender.tsx'
import { duelAction, type DuelAction } from './duel-keys.ts'
import { RankingList } from './ranking-list.tsx'
import { useDuels, type Duels } from './use-duels.ts'

export interface DuelsPageProps {
  boardId: string
  /** The looks to decide between; null for the reviewer's picks and maybes. */
  ids: readonly string[] | null
  /** Back to the board. */
  onLeave: () => void
}

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** `/boards/:boardId/duels`: two looks at a time, until there is an order. */
export function DuelsPage({ boardId, ids, onLeave }: DuelsPageProps) {
  return (
    <BoardGate boardId={boardId}>
      {(board) => (
        <Deciding key={`${board.id} ${ids?.join() ?? ''}`} board={board} ids={ids} onLeave={onLeave} />
      )}
    </BoardGate>
  )
}

function Deciding({ board, ids, onLeave }: Omit<DuelsPageProps, 'boardId'> & { board: Board }) {
  const { id: me } = useMe()
  const duels = useDuels(board, me, ids)
  const page = useRef<HTMLElement>(null)
  const { pair, over, players, fought, about } = duels
  useTitle(text.title.of(duelText.title(boardName(board))))
  useLayoutEffect(() => page.current?.focus({ preventScroll: true }), [])
  function act(action: DuelAction) {
    if (action === 'leave') return onLeave()
    if (action === 'undo') return duels.undo()
    if (over || !pair) return undefined
    if (action === 'skip') return duels.skip()
    return duels.choose(action === 'left' ? pair[0] : pair[1])
  }
  usePageKeys(page, (event) => {
    const action = duelAction(event, letterKeys.read())
    if (action) act(action)
    return action !== null
  })
  return (
    <main ref={page} id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <header className="flex h-15 shrink-0 items-center gap-2 px-3 sm:px-6">
        <BackLink to={boardHref(board.id)} label={boardWords.back} />
        {/* On a phone one above the other: beside each other the name would be cut to a few letters. */}
        <div className="min-w-0 sm:flex sm:items-center sm:gap-2">
          <h1 className="min-w-0 truncate pr-2 text-14 font-semibold sm:pl-2" dir="auto">
            {boardName(board)}
          </h1>
          {players.length > 1 && (
            <span
              role="status"
              className="block shrink-0 text-12 font-medium text-ink-2 tabular-nums sm:inline-flex sm:h-7 sm:items-center sm:rounded-full sm:bg-well sm:px-3"
            >
              {duelText.progress(fought, about)}
            </span>
          )}
        </div>
        <span className="flex-1" />
        <IconButton
          label={boardWords.undo}
          aria-keyshortcuts="Z"
          className="pointer-coarse:size-11"
          onClick={duels.undo}
        >
          <Undo2 {...icon} />
        </IconButton>
        {players.length > 1 && !over && (
          <Button className="shrink-0 pointer-coarse:h-11" onClick={() => duels.setStopped(true)}>
            {duelText.stop}
          </Button>
        )}
      </header>
      {players.length > 1 ? (
        <div className="flex min-h-0 flex-1 flex-col min-[900px]:flex-row">
          <Ring board={board} duels={duels} />
          <RankingList looks={board.looks} duels={duels} />
        </div>
      ) : (
        <Message title={duelText.none} hint={duelText.noneHint}>
          <ButtonLink to={reviewHref(board.id)}>{duelText.review}</ButtonLink>
        </Message>
      )}
    </main>
  )
}

/** The two, or that there are none any more. */
function Ring({ board, duels }: { board: Board; duels: Duels }) {
  const { pair, over, stopped, fought, about, players } = duels
  const [left, right] = pair?.map((id) => board.looks.find((look) => look.id === id)) ?? []
  if (over || !left || !right)
    return (
      <div className="grid min-h-0 min-w-0 flex-1 place-items-center">
        <Message
          title={stopped && pair ? duelText.stopped : duelText.over}
          hint={stopped && pair ? duelText.progress(fought, about) : duelText.overHint}
        >
          {stopped && pair && <Button onClick={() => duels.setStopped(false)}>{duelText.goOn}</Button>}
          <ButtonLink to={boardHref(board.id)}>{boardWords.back}</ButtonLink>
        </Message>
      </div>
    )
  return (
    <section aria-labelledby="which" className="flex min-h-0 min-w-0 flex-1 flex-col p-3 pt-0 sm:p-6 sm:pt-2">
      <h2 id="which" className="sr-only">
        {duelText.heading}
      </h2>
      <div className="flex min-h-0 flex-1 gap-3 sm:gap-6">
        {/* By their places, not by their looks: the button that was pressed keeps the focus. */}
        <Contender look={left} shortcut="←" onChoose={() => duels.choose(left.id)} />
        <Contender look={right} shortcut="→" onChoose={() => duels.choose(right.id)} />
        <div hidden>
          {duels.upcoming.map((id) => (
            <ComingPicture key={id} id={id} />
          ))}
        </div>
      </div>
      <div className="flex min-h-9 flex-wrap items-center justify-center gap-x-4 gap-y-1 pt-3">
        <Button
          variant="quiet"
          className="pointer-coarse:h-11"
          aria-keyshortcuts="ArrowDown"
          onClick={duels.skip}
        >
          {duelText.skip}
          <span aria-hidden="true" className="text-ink-3 [@media(hover:none)]:hidden">
            ↓
          </span>
        </Button>
        {fought >= about && players.length > 2 && <p className="text-13 text-ink-2">{duelText.enough}</p>}
      </div>
    </section>
  )
}
