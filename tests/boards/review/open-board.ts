import { addLooks, newBoard } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf, type Board } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { me } from '#boards/me.ts'
import type { Change } from '#boards/register.ts'
import { noteOf } from '../random-boards.ts'

let made = 0

export function boardWith(id: string): Board {
  const board = boards.get(id)
  if (!board) throw new Error('The board is gone.')
  return board
}

/** A board in the store of the page, with looks of which each two are of one person. */
export function makeBoard(lookIds: readonly string[], ...edits: Change[][]): string {
  made += 1
  const id = `board0000${made}`
  boards.edit(id, newBoard('Spring', '', Date.now()))
  const looks = lookIds.map((look, index) => ({ id: look, note: noteOf(look, `g${Math.floor(index / 2)}`) }))
  boards.edit(id, addLooks(boardWith(id), looks))
  for (const changes of edits) boards.edit(id, changes)
  return id
}

/** What the person at this browser says of a look. */
export const myReview = (id: string, look: string) => reviewOf(reviewerOf(boardWith(id), me.read().id), look)
