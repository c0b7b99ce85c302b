import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openBoardDatabase } from '#boards/board-database.ts'
import { addLooks, newBoard, setNote, setVerdict } from '#boards/board-edits.ts'
import { createBoardStore, type BoardChannel, type BoardStore } from '#boards/board-store.ts'
import { reviewerOf, reviewOf } from '#boards/board.ts'
import { caps } from '#boards/register-keys.ts'
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

/** A tab whose writes wait until they are let go, one after the other. */
async function openSlowTab(channel: BoardChannel | null = openChannel()) {
  const database = await openBoardDatabase(`boards-${names}`, () => undefined)
  const waiting: (() => void)[] = []
  let merges = 0
  const store = createBoardStore({
    by: () => 'ann1',
    now: () => Date.now(),
    openDatabase: () =>
      Promise.resolve({
        ...database,
        async merge(...board: Parameters<typeof database.merge>) {
          merges += 1
          await new Promise<void>((resolve) => waiting.push(resolve))
          return database.merge(...board)
        },
      }),
    channel,
  })
  await opened(store)
  const letGo = async () => {
    await vi.waitFor(() => expect(waiting).not.toEqual([]))
    waiting.shift()?.()
  }
  return { store, letGo, merges: () => merges }
}

test('edits that come while one is written are written together, and told together', async () => {
  const { store, letGo, merges } = await openSlowTab()
  const other = await opened(openTab('ben2'))
  store.edit('board1234', newBoard('Spring', '', 5))
  await vi.waitFor(() => expect(merges()).toBe(1))
  for (let look = 0; look < 50; look++) store.edit('board1234', setVerdict('ann1', [`look-${look}`], 'pick'))
  await letGo()
  await letGo()
  await store.settled()
  expect(merges()).toBe(2)
  await other.refresh()
  for (const tab of [other, await opened(openTab())])
    expect(reviewerOf(boardIn(tab), 'ann1')?.reviews.size).toBe(50)
})

test('a board that comes back is written after it was removed, though an edit of it was waiting', async () => {
  const { store, letGo, merges } = await openSlowTab()
  store.edit('board1234', newBoard('Spring', '', 5))
  await vi.waitFor(() => expect(merges()).toBe(1))
  store.edit('board1234', [['brief', 'First']])
  const back = store.remove('board1234')
  back()
  await letGo()
  await letGo()
  await store.settled()
  expect(boardIn(await opened(openTab()))).toMatchObject({ name: 'Spring', brief: 'First' })
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

test('a board that is removed while an edit of it is being written stays away', async () => {
  const other = await opened(openTab())
  const written = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = createBoardStore({
    by: () => 'ann1',
    now: () => Date.now(),
    channel: openChannel(),
    openDatabase: async (onClosed) => {
      const database = await openBoardDatabase(`boards-${names}`, onClosed)
      const merge: typeof database.merge = async (...board) => {
        const merged = await database.merge(...board)
        begun.resolve()
        await written.promise
        return merged
      }
      return { ...database, merge }
    },
  })
  await opened(slow)
  slow.edit('board1234', newBoard('Spring', '', 5))
  await begun.promise
  slow.remove('board1234')
  await slow.refresh()
  expect(slow.read().boards).toEqual([])
  written.resolve()
  await slow.settled()
  await other.settled()
  for (const store of [slow, other]) {
    expect(store.read().boards).toEqual([])
    await store.refresh()
    expect(store.read().boards).toEqual([])
  }
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

test('a board that was made while the clock ran ahead is there when it is right again', async () => {
  const ahead = createBoardStore({
    by: () => 'ann1',
    now: () => Date.now() + 400 * 24 * 60 * 60 * 1000,
    openDatabase: (onClosed) => openBoardDatabase(`boards-${names}`, onClosed),
    channel: null,
  })
  await opened(ahead)
  ahead.edit('board1234', newBoard('Spring', '', 5))
  await ahead.settled()
  const right = await opened(openTab())
  expect(boardIn(right).name).toBe('Spring')
  right.edit('board1234', [['brief', 'Later']])
  await right.settled()
  expect(boardIn(await opened(openTab()))).toMatchObject({ name: 'Spring', brief: 'Later' })
})

test('a board that has become larger than any file may be is read again, and edited without loss', async () => {
  const ids = Array.from({ length: caps.registers + 10 }, (_, at) => `look${at}`)
  const first = await opened(openTab())
  first.edit('board1234', newBoard('Spring', '', 5))
  first.edit('board1234', setVerdict('ann1', ids, 'pick'))
  await first.settled()
  // Nobody tells it: what it knows it has read.
  const second = await opened(openTab('ann1', null))
  expect(boardIn(second).registers.size).toBeGreaterThan(ids.length)
  second.edit('board1234', setVerdict('ann1', ['look0'], 'reject'))
  await second.settled()
  const third = boardIn(await opened(openTab('ann1', null)))
  expect(third.registers.size).toBe(boardIn(first).registers.size)
  expect(reviewOf(reviewerOf(third, 'ann1'), 'look0').verdict).toBe('reject')
})
