import { setNote } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { reviewText } from '#messages/en-review.ts'
import { noteDrafts } from './note-drafts.ts'
import { mergeNote } from './note-merge.ts'

/** Puts notes onto a board that were typed and had not reached the database when their page closed. */
export function recoverNotes(boardId: string, me: string) {
  for (const { look, reviewer, base, text } of noteDrafts.of(boardId)) {
    const board = boards.get(boardId)
    if (!board || reviewer !== me) continue
    const now = reviewOf(reviewerOf(board, me), look).note
    boards.edit(boardId, setNote(me, look, mergeNote(base, text, now)), reviewText.noteStep)
    void boards.settled().then(() => noteDrafts.drop({ board: boardId, look }))
  }
}
