import { Link, useLocation, useNavigate } from 'react-router'
import type { Board } from '#boards/board.ts'
import { useBoard, useBoards, useMe } from '#boards/boards.ts'
import { boardName } from '#boards/names.ts'
import { BoardMissing } from '#boards/parts/board-missing.tsx'
import { NotKept } from '#boards/parts/not-kept.tsx'
import { visibleReviewers } from '#boards/roll-up.ts'
import { boardText } from '#messages/en-boards.ts'
import { text } from '#messages/en.ts'
import { useTitle } from '#ui/use-title.ts'
import { boardViews, readBoardShown, writeBoardShown, type BoardShown } from './board-address.ts'
import { BoardHeader, type BoardSlot } from './board-header.tsx'
import { DecisionView } from './decision-view.tsx'
import { LooksView } from './looks-view.tsx'
import { ReviewersList } from './reviewers-list.tsx'
import { RollUpTable } from './roll-up-table.tsx'
import { useKeptScroll } from './use-kept-scroll.ts'

export interface BoardPageProps {
  id: string
  hrefOf: (lookId: string) => string
  onCompare: (lookIds: readonly string[], board: Board) => void
  /** Left out where nothing can be made. */
  onCreate?: (lookIds: readonly string[]) => void
  ShareButton?: BoardSlot
  ExportMenu?: BoardSlot
}

/** `/boards/:boardId`. */
export function BoardPage(props: BoardPageProps) {
  const board = useBoard(props.id)
  useTitle(text.title.of(board ? boardName(board) : boardText.board))
  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) pb-16 outline-none">
      {board ? <Opened {...props} board={board} /> : <BoardMissing opening={board === undefined} />}
    </main>
  )
}

function Opened({
  board,
  hrefOf,
  onCompare,
  onCreate,
  ShareButton,
  ExportMenu,
}: BoardPageProps & { board: Board }) {
  const { kept } = useBoards()
  const { id: me, name: myName } = useMe()
  const location = useLocation()
  const navigate = useNavigate()
  useKeptScroll(location.key)
  const shown = readBoardShown(new URLSearchParams(location.search))
  const visible = visibleReviewers(board, me)
  const searchOf = (change: Partial<BoardShown>) => writeBoardShown({ ...shown, ...change })
  return (
    <>
      <BoardHeader board={board} me={me} ShareButton={ShareButton} ExportMenu={ExportMenu} />
      {!kept && <NotKept className="my-2 rounded-control" />}
      <nav
        aria-label={boardText.views.label}
        className="mt-2 mb-4 flex w-fit rounded-control bg-well p-0.5 max-sm:w-full"
      >
        {boardViews.map((view) => (
          <Link
            key={view}
            to={{ search: searchOf({ view }) }}
            replace
            aria-current={view === shown.view ? 'page' : undefined}
            className="inline-flex h-7 items-center justify-center rounded-[6px] px-3 max-sm:flex-1 pointer-coarse:h-11 text-13 font-medium text-ink-2 hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-card"
          >
            {boardText.views[view]}
          </Link>
        ))}
      </nav>
      {shown.view === 'looks' && (
        <LooksView
          board={board}
          visible={visible}
          me={me}
          shown={shown}
          onChange={(change) =>
            void navigate({ search: searchOf(change) }, { replace: true, flushSync: true })
          }
          hrefOf={hrefOf}
          onOpen={(id) => void navigate(hrefOf(id))}
          onCompare={(ids) => onCompare(ids, board)}
          onCreate={onCreate}
        />
      )}
      {shown.view === 'reviews' && (
        <div className="flex flex-col gap-8 lg:flex-row lg:gap-12">
          <ReviewersList board={board} visible={visible} me={me} myName={myName} />
          <RollUpTable board={board} visible={visible} hrefOf={hrefOf} />
        </div>
      )}
      {shown.view === 'decision' && <DecisionView board={board} visible={visible} me={me} myName={myName} />}
    </>
  )
}
