import { newBoard } from './board-edits.ts'
import { boards } from './boards.ts'
import { randomId } from './random-id.ts'

/** Makes a board that looks can be added to; gives its id. */
export function makeBoard(name: string): string {
  const id = randomId()
  boards.edit(id, newBoard(name, '', Date.now()))
  return id
}
