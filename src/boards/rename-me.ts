import { nameReviewer } from './board-edits.ts'
import { reviewerOf } from './board.ts'
import { boards } from './boards.ts'
import { me } from './me.ts'

/** Gives the person at this browser a name, here and on a board: links carry what is on the board. */
export function renameMe(name: string, boardId: string) {
  me.rename(name)
  const { id, name: kept } = me.read()
  const board = boards.get(boardId)
  if (board && (reviewerOf(board, id)?.name ?? '') !== kept) boards.edit(boardId, nameReviewer(id, kept))
}
