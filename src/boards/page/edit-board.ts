import { moveLooks, removeLooks, setScore, setVerdict } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf, type Board, type BoardLook } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import type { Verdict } from '#boards/register-keys.ts'
import { undoAction } from '#boards/step-board.ts'
import { nameOf } from '#looks/look-words.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { boardText } from '#messages/en-boards.ts'
import { announce, notify } from '#ui/notices.ts'
import { standsThere } from './place.ts'

// The edits of the board's page: each one step of undo, said to those who do not see it.

export function judge(board: Board, me: string, look: BoardLook, verdict: Verdict) {
  boards.edit(board.id, setVerdict(me, [look.id], verdict), boardWords.verdict[verdict])
  announce(boardText.said(nameOf(look.note), boardWords.verdict[verdict]))
}

/** The same score again takes it back. */
export function giveScore(board: Board, me: string, look: BoardLook, score: number) {
  const next = reviewOf(reviewerOf(board, me), look.id).score === score ? null : score
  boards.edit(board.id, setScore(me, look.id, next), boardText.steps.score)
  const said = next === null ? boardText.noScore : boardText.score(next)
  announce(boardText.said(nameOf(look.note), said))
}

export function takeOff(board: Board, ids: readonly string[]) {
  if (ids.length === 0) return
  const step = boardText.steps.remove(ids.length)
  boards.edit(board.id, removeLooks(ids), step)
  notify({ title: boardText.removed(ids.length), action: undoAction(board.id, step) })
}

/** Says whether anything moved. */
export function putBefore(board: Board, ids: readonly string[], before: string | null): boolean {
  if (standsThere(board.looks, ids, before)) return false
  boards.edit(board.id, moveLooks(board, ids, before), boardText.steps.move(ids.length))
  return true
}
