import { expect, test } from 'vitest'
import { addLooks, setVerdict } from '#boards/board-edits.ts'
import { readBoard, reviewerOf } from '#boards/board.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'
import { matching, reviewOrder } from '#boards/review/filter.ts'
import { nextAround, personStep, stepFrom } from '#boards/review/moves.ts'
import { mergeNote } from '#boards/review/note-merge.ts'
import { stepLook } from '#boards/review/step-look.ts'
import { centredLeft, stripRange, stripWidth } from '#boards/review/strip-window.ts'
import { swipeStep } from '#boards/review/swipe.ts'
import { noteOf } from '../random-boards.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const fits = (id: string) => 'bd'.includes(id)

function boardOf(...edits: Change[][]) {
  let registers: Registers = new Map()
  const looks = order.map((id) => ({ id, note: noteOf(id, 'abc'.includes(id) ? 'g1' : null) }))
  for (const changes of [addLooks(readBoard('b', registers), looks), ...edits])
    registers = mergeRegisters(registers, writeChanges(registers, changes, 'x', 1))
  return readBoard('board123', registers)
}

test('steps go over what the filter takes, also from a look that it does not', () => {
  expect(stepFrom(order, 'c', 1, fits)).toBe('d')
  expect(stepFrom(order, 'c', -1, fits)).toBe('b')
  expect(stepFrom(order, 'd', 1, fits)).toBeNull()
  expect(stepFrom(order, 'b', -1, fits)).toBeNull()
})

test('the next undecided look is looked for around the end, and is never the same one', () => {
  expect(nextAround(order, 'd', (id) => 'bd'.includes(id))).toBe('b')
  expect(nextAround(order, 'd', (id) => id === 'd')).toBeNull()
  expect(nextAround(order, 'a', (id) => 'ace'.includes(id))).toBe('c')
})

test('people follow each other by their first look, wherever their others stand', () => {
  const looks = ['a1', 'b1', 'a2', 'x', 'b2', 'y'].map((id) => ({
    id,
    note: { group: /^[ab]/.exec(id)?.[0] ?? null },
  }))
  expect(personStep(looks, 'a2', 1)).toBe('b1')
  expect(personStep(looks, 'b2', 1)).toBe('x')
  expect(personStep(looks, 'b2', -1)).toBe('a1')
  expect(personStep(looks, 'x', 1)).toBe('y')
  expect(personStep(looks, 'y', 1)).toBeNull()
  expect(personStep(looks, 'a1', -1)).toBeNull()
})

test("filters go by one's own verdicts, disputes by those that may be seen", () => {
  const board = boardOf(
    setVerdict('ann1', ['a', 'b'], 'pick'),
    setVerdict('ben2', ['b', 'c'], 'reject'),
    setVerdict('ben2', ['a'], 'maybe'),
  )
  const of = (filter: Parameters<typeof matching>[3], on = board) => [
    ...matching(on, reviewerOf(on, 'ann1'), 'ann1', filter),
  ]
  expect(of('pick')).toEqual(['a', 'b'])
  expect(of('undecided')).toEqual(['c', 'd', 'e'])
  expect(of('reject')).toEqual([])
  expect(of('disputed')).toEqual(['a', 'b'])
  expect(of('disputed', { ...board, blind: true })).toEqual([])
})

test("a board that is blind comes in another order for everyone, an open one in the board's", () => {
  const board = boardOf()
  const ids = (on: typeof board, me: string) => reviewOrder(on, me).map(({ id }) => id)
  expect(ids(board, 'ann1')).toEqual(order)
  const blind = { ...board, blind: true }
  const orders = new Set(['ann1', 'ben2', 'cyd3', 'dan4'].map((me) => ids(blind, me).join('')))
  expect(orders.size).toBeGreaterThan(1)
  expect(ids(blind, 'ann1').toSorted()).toEqual(order)
})

test('a step back leads to the look it was about, of several to the one that was picked', () => {
  const before = boardOf().registers
  const write = (changes: Change[]) => mergeRegisters(before, writeChanges(before, changes, 'x', 9))
  const picked = write([...setVerdict('ann1', ['a', 'b'], 'reject'), ...setVerdict('ann1', ['c'], 'pick')])
  expect(stepLook(before, picked)).toBe('c')
  expect(stepLook(before, write(setVerdict('ann1', ['d'], 'reject')))).toBe('d')
  expect(stepLook(before, write([['name', 'Other']]))).toBeNull()
})

test('of a note that two tabs changed nothing is lost', () => {
  expect(mergeNote('', 'mine', '')).toBe('mine')
  expect(mergeNote('old', 'old', 'theirs')).toBe('theirs')
  expect(mergeNote('old', 'old and mine', 'old')).toBe('old and mine')
  expect(mergeNote('', 'warm, calm', 'warm')).toBe('warm, calm')
  expect(mergeNote('', 'mine', 'theirs')).toBe('theirs\nmine')
  expect(mergeNote('a', '', 'a')).toBe('')
  const long = 'x'.repeat(2000)
  expect(mergeNote('', long, 'theirs')).toBe(long)
  expect(mergeNote('', 'mine', long)).toHaveLength(2000)
})

test('the filmstrip draws what is near, and puts the current one into the middle', () => {
  expect(stripRange(1000, 0, 754)).toEqual({ from: 0, to: 20 })
  const { from, to } = stripRange(1000, 20_000, 754)
  expect([from > 0, to < 1000, to - from < 30]).toEqual([true, true, true])
  expect(stripRange(0, 0, 754)).toEqual({ from: 0, to: 0 })
  expect(centredLeft(0, 64, 754)).toBe(0)
  expect(centredLeft(63, 64, 754)).toBe(stripWidth(64) - 754)
  expect(centredLeft(20, 64, 754)).toBe(3 + 20 * 58 + 26 - 377)
  expect(centredLeft(2, 3, 754)).toBe(0)
})

test('a finger that goes across is a swipe, one that goes up or hardly moves is none', () => {
  expect(swipeStep(-80, 10)).toBe(1)
  expect(swipeStep(80, -10)).toBe(-1)
  expect(swipeStep(20, 0)).toBeNull()
  expect(swipeStep(60, 90)).toBeNull()
})
