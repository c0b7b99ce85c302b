import { keepOne, setVerdict } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf } from '#boards/board.ts'
import { boards, useBoard, useMe } from '#boards/boards.ts'
import { boardName } from '#boards/names.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { compareText as words } from '#messages/en-compare.ts'
import type { CompareReview } from './compare-view.tsx'

/** One's verdicts on a board for the looks that are compared; undefined without a board, or where it is not here. */
export function useCompareReview(
  boardId: string | null,
  lookIds: readonly string[],
): CompareReview | undefined {
  const board = useBoard(boardId ?? '')
  const { id: me } = useMe()
  if (!board) return undefined
  const mine = reviewerOf(board, me)
  return {
    boardName: boardName(board),
    verdictOf: (lookId) => reviewOf(mine, lookId).verdict,
    onVerdict: (lookId, verdict) =>
      boards.edit(board.id, setVerdict(me, [lookId], verdict), boardWords.verdict[verdict]),
    onKeep: (lookId) => boards.edit(board.id, keepOne(me, lookId, lookIds), words.keep),
    onUndo: () => void boards.step(board.id, 'undo'),
  }
}
