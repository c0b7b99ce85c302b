import { expect, test } from 'vitest'
import { readBoardKey } from '#boards/page/board-keys.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const shape = { count: 10, columns: 4, pageRows: 2 }
const read = (key: string, more: Partial<typeof plain> = {}, letters = true) =>
  readBoardKey({ ...plain, ...more, key }, 5, shape, letters)

test.each([
  ['p', 'pick'],
  ['M', 'maybe'],
  ['x', 'reject'],
  ['u', 'undecided'],
])('%s gives a verdict', (key, verdict) => {
  expect(read(key)).toEqual({ kind: 'verdict', verdict })
})

test('digits from 1 to 5 give a score, others nothing', () => {
  expect(read('4')).toEqual({ kind: 'score', score: 4 })
  expect(read('0')).toBeNull()
  expect(read('6')).toBeNull()
})

test('letters and digits do nothing where they are switched off, the other keys all the same', () => {
  expect(read('p', {}, false)).toBeNull()
  expect(read('3', {}, false)).toBeNull()
  expect(read('Delete', {}, false)).toEqual({ kind: 'remove' })
  expect(read(' ', {}, false)).toEqual({ kind: 'lift' })
})

test("the browser's own keys stay its own", () => {
  for (const key of ['p', 'x', 'm', 'u', '1', 'Delete', ' ']) {
    expect(read(key, { ctrlKey: true })).toBeNull()
    expect(read(key, { altKey: true })).toBeNull()
  }
})

test('arrows move, with Shift they select on the way', () => {
  expect(read('ArrowRight')).toEqual({ kind: 'move', index: 6 })
  expect(read('ArrowDown', { shiftKey: true })).toEqual({ kind: 'extend', index: 9 })
  expect(read('End', { ctrlKey: true })).toEqual({ kind: 'move', index: 9 })
})

test('Space lifts, with Shift it selects, and Ctrl and A selects all', () => {
  expect(read(' ')).toEqual({ kind: 'lift' })
  expect(read(' ', { shiftKey: true })).toEqual({ kind: 'select' })
  expect(read('a', { metaKey: true })).toEqual({ kind: 'all' })
  expect(read('F10', { shiftKey: true })).toEqual({ kind: 'menu' })
})
