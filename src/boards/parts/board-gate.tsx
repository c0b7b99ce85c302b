import type { ReactNode } from 'react'
import type { Board } from '#boards/board.ts'
import { useBoard, useBoards } from '#boards/boards.ts'
import { BoardEmpty } from './board-empty.tsx'
import { BoardMissing } from './board-missing.tsx'
import { NotKept } from './not-kept.tsx'
import { useBarePage } from './use-bare-page.ts'

export interface BoardGateProps {
  boardId: string
  children: (board: Board) => ReactNode
}

/** A page of its own about a board with looks; or what there is instead of it. */
export function BoardGate({ boardId, children }: BoardGateProps) {
  useBarePage('board')
  const board = useBoard(boardId)
  const { kept } = useBoards()
  if (board && board.looks.length > 0)
    return (
      <div className="flex h-dvh flex-col overflow-hidden bg-page">
        {children(board)}
        {!kept && <NotKept className="shrink-0 text-center" />}
      </div>
    )
  return (
    <main id="main" className="grid h-dvh place-items-center bg-page">
      {board ? <BoardEmpty level={1} /> : <BoardMissing opening={board === undefined} />}
    </main>
  )
}
