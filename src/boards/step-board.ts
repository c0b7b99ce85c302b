import { boardWords as words } from '#messages/en-board-common.ts'
import { announce } from '#ui/notices.ts'
import { boards } from './boards.ts'

/** Takes the last step of a board back, or brings it back, and says so. */
export function stepBoard(id: string, way: 'undo' | 'redo') {
  const label = boards.step(id, way)
  if (label !== null) announce(way === 'undo' ? words.undone(label) : words.redone(label))
}

/**
 * The button of a notice that takes the step `label` back. A notice stays for a while: by then the last step may be another
 * one, which is not meant. `undo` is for pages that do more than take it back.
 */
export const undoAction = (id: string, label: string, undo = () => stepBoard(id, 'undo')) => ({
  label: words.undo,
  run: () => {
    if (boards.steps(id).undo === label) undo()
  },
})
