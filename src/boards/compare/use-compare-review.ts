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
): Omit<CompareReview, 'href' | 'onPut'> | undefined {
  const board = useBoard(boardId ?? '')
  const { id: me } = useMe()
  if (!board) return undefined
  const mine = reviewerOf(board, me)
  const on = new Set(board.looks.map(({ id }) => id))
  return {
    boardName: boardName(board),
    looks: board.looks,
    // A verdict on what is not on the board would be seen by nobody.
    verdictOf: (lookId) => (on.has(lookId) ? reviewOf(mine, lookId).verdict : null),
    onVerdict(lookId, verdict) {
      if (on.has(lookId))
        boards.edit(board.id, setVerdict(me, [lookId], verdict), boardWords.verdict[verdict])
    },
    onKeep(lookId) {
      const among = lookIds.filter((id) => on.has(id))
      if (on.has(lookId)) boards.edit(board.id, keepOne(me, lookId, among), words.keep)
    },
    onUndo: () => void boards.step(board.id, 'undo'),
  }
}
