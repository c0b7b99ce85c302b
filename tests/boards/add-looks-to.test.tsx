import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { addLooksTo } from '#boards/add-looks-to.ts'
import { openBoardDatabase } from '#boards/board-database.ts'
import { readBoard } from '#boards/board.ts'
import { makeBoard } from '#boards/make-board.ts'
import { notices } from '#ui/notices.ts'
import { noteOf } from './random-boards.ts'

/** What the browser has kept of a board. */
async function keptLooks(id: string) {
  const database = await openBoardDatabase('lookbook-boards', () => {})
  const kept = (await database.readAll()).find((board) => board.id === id)
  database.close()
  return kept && readBoard(id, kept.registers).looks.map((look) => look.id)
}

test('looks are said to be on a board when they are kept there, not before', async () => {
  const id = makeBoard('Spring')
  const told = vi.fn<() => void>()
  const end = notices.subscribe(told)
  const added = addLooksTo(id, [{ id: 'ana', note: noteOf('Ana') }])
  expect(told).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), { interval: 1 })
  expect(notices.take()[0]?.title).toBe('Added 1 look to Spring.')
  expect(await keptLooks(id)).toEqual(['ana'])
  await added
  end()
})
