import { addToBoardText as words, boardText } from '#messages/en-boards.ts'
import { announce, notify } from '#ui/notices.ts'
import { addLooks, type NotedLook } from './board-edits.ts'
import { boards } from './boards.ts'
import { boardHref } from './hrefs.ts'
import { boardName } from './names.ts'
import { caps } from './register-keys.ts'
import { undoAction } from './step-board.ts'

/** Puts looks on a board as one step of undo, and says so once they are kept; those on it already stay where they are. */
export async function addLooksTo(id: string, noted: readonly NotedLook[]): Promise<void> {
  const board = boards.get(id)
  if (!board) return
  const on = new Set(board.looks.map((look) => look.id))
  const fresh = noted.filter((look) => !on.has(look.id)).length
  const added = Math.min(fresh, caps.looks - board.looks.length)
  const step = boardText.steps.add(added)
  boards.edit(id, addLooks(board, noted), step)
  // Who hears it may leave the page that moment.
  await boards.settled()
  const title = words.added(added, boardName(board))
  announce(title)
  notify({
    title,
    ...(added < fresh ? { description: words.left(fresh - added) } : {}),
    link: { label: words.open, to: boardHref(id) },
    action: undoAction(id, step),
  })
}
