import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { openBoardDatabase } from '#boards/board-database.ts'
import { addLooks, newBoard, setNote, setVerdict } from '#boards/board-edits.ts'
import { createBoardStore, type BoardChannel, type BoardStore } from '#boards/board-store.ts'
import { reviewerOf, reviewOf } from '#boards/board.ts'
import { noteOf } from './random-boards.ts'

let names = 0
let listeners: ((message: unknown) => void)[] = []

afterEach(() => {
  names += 1
  listeners = []
})

/** A channel between the stores of a test, each of which hears the others. */
function openChannel(): BoardChannel {
  let own: ((message: unknown) => void) | null = null
  return {
    post: (message) => {
      for (const listener of listeners) if (listener !== own) listener(structuredClone(message))
    },
    listen: (listener) => {
      own = listener
      listeners.push(listener)
    },
  }
}

const openTab = (by = 'ann1', channel: BoardChannel | null = openChannel()) =>
  createBoardStore({
    by: () => by,
    now: () => Date.now(),
    openDatabase: (onClosed) => openBoardDatabase(`boards-${names}`, onClosed),
    channel,
  })

const opened = async (store: BoardStore) => {
  store.subscribe(() => undefined)
  await store.settled()
  await store.refresh()
  return store
}

const boardIn = (store: BoardStore) => {
  const [board] = store.read().boards
  if (!board) throw new Error('There is no board.')
  return board
}

test('a board is there again in the next session', async () => {
  const first = await opened(openTab())
  first.edit('board1234', newBoard('Spring', 'Who?', 5))
  first.edit('board1234', addLooks(boardIn(first), [{ id: 'a', note: noteOf('Ann') }]))
  expect(first.read()).toMatchObject({ ready: true, kept: true })
  await first.settled()
  const second = await opened(openTab())
  expect(boardIn(second)).toMatchObject({
    name: 'Spring',
    brief: 'Who?',
    looks: [{ id: 'a', note: { name: 'Ann' } }],
  })
})

test('two tabs edit one board, and both edits survive, heard or not', async () => {
  for (const channel of [undefined, null]) {
    names += 1
    const one = await opened(openTab('ann1', channel))
    one.edit('board1234', newBoard('Spring', '', 5))
    await one.settled()
    const two = await opened(openTab('ann1', channel))
    one.edit('board1234', setVerdict('ann1', ['a'], 'pick'))
    two.edit('board1234', setNote('ann1', 'a', 'Warm'))
    two.edit('board1234', [['name', 'Summer']])
    await Promise.all([one.settled(), two.settled()])
    for (const tab of [one, two, await opened(openTab('ann1', channel))]) {
      await tab.refresh()
      const board = boardIn(tab)
      expect(board.name).toBe('Summer')
      expect(reviewOf(reviewerOf(board, 'ann1'), 'a')).toEqual({ verdict: 'pick', score: null, note: 'Warm' })
    }
  }
})

test('without storage the board lives in memory, and says so', async () => {
  const store = createBoardStore({
    by: () => 'ann1',
    now: () => 1,
    openDatabase: () => Promise.reject(new Error('blocked')),
    channel: null,
  })
  await opened(store)
  store.edit('board1234', newBoard('Spring', '', 5), 'New board')
  expect(store.read()).toMatchObject({ ready: true, kept: false })
  expect(boardIn(store).name).toBe('Spring')
  expect(store.step('board1234', 'undo')).toBe('New board')
})

test('storage that is full is said, and what was not kept goes in when there is room', async () => {
  const database = await openBoardDatabase(`boards-${names}`, () => undefined)
  let full = true
  const store = createBoardStore({
    by: () => 'ann1',
    now: () => Date.now(),
    openDatabase: () =>
      Promise.resolve({
        ...database,
        merge: (...board: Parameters<typeof database.merge>) =>
          full ? Promise.reject(new DOMException('Full', 'QuotaExceededError')) : database.merge(...board),
      }),
    channel: null,
  })
  await opened(store)
  store.edit('board1234', newBoard('Spring', '', 5))
  await store.settled()
  expect(store.read().kept).toBe(false)
  full = false
  store.edit('board1234', [['brief', 'Later']])
  await store.settled()
  expect(store.read().kept).toBe(true)
  expect(boardIn(await opened(openTab()))).toMatchObject({ name: 'Spring', brief: 'Later' })
})

test('a board that was removed is gone everywhere, and comes back whole', async () => {
  const one = await opened(openTab())
  one.edit('board1234', newBoard('Spring', '', 5))
  await one.settled()
  const two = await opened(openTab('ben2'))
  expect(two.read().boards).toHaveLength(1)
  const back = one.remove('board1234')
  await one.settled()
  expect(two.read().boards).toEqual([])
  expect((await opened(openTab())).read().boards).toEqual([])
  back()
  await one.settled()
  expect(boardIn(await opened(openTab()))).toMatchObject({ name: 'Spring' })
})

test('messages that are not ours do nothing', async () => {
  const store = await opened(openTab())
  store.edit('board1234', newBoard('Spring', '', 5))
  const before = store.read()
  const hostile = [
    null,
    1,
    'x',
    {},
    { kind: 'changed' },
    { kind: 'changed', board: { id: '../x' } },
    { kind: 'removed' },
  ]
  for (const message of hostile) for (const listener of listeners) listener(message)
  await store.settled()
  expect(store.read().boards).toEqual(before.boards)
})
