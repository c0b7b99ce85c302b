import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveLooks } from '#boards/board-edits.ts'
import { addLooks, newBoard } from '#boards/board-edits.ts'
import { readBoard } from '#boards/board.ts'
import { edgeSpeed, gapAt, gapBefore, lookAfter, standsThere } from '#boards/page/place.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'
import { noteOf } from '../random-boards.ts'

const named = (ids: readonly string[]) => ids.map((id) => ({ id }))
const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

test('looks go where the gap is, among those shown, whatever is hidden or carried along', () => {
  fc.assert(
    fc.property(
      fc.subarray(all, { minLength: 1 }),
      fc.subarray(all, { minLength: 1 }),
      fc.nat(all.length),
      (shown, ids, at) => {
        const index = Math.min(at, shown.length)
        const before = lookAfter(named(all), named(shown), ids, index)
        const rest = all.filter((id) => !ids.includes(id))
        const to = before === null ? rest.length : rest.indexOf(before)
        const result = [...rest.slice(0, to), ...ids, ...rest.slice(to)]
        // What stays of the shown ones is on the side of them that it was on.
        for (const [place, id] of shown.entries()) {
          if (ids.includes(id)) continue
          const isLeft = result.indexOf(id) < result.indexOf(ids[0] ?? '')
          expect(isLeft).toBe(place < index)
        }
        expect(standsThere(named(result), ids, before)).toBe(true)
      },
    ),
  )
})

test('a move through the registers gives the order that was asked for', () => {
  let registers: Registers = new Map()
  const write = (changes: readonly Change[]) => {
    registers = mergeRegisters(registers, writeChanges(registers, changes, 'ann1', 5))
  }
  const board = () => readBoard('board123', registers)
  write(newBoard('Spring', '', 1))
  write(
    addLooks(
      board(),
      all.map((id) => ({ id, note: noteOf(id) })),
    ),
  )
  const { looks } = board()
  write(moveLooks(board(), ['b', 'g'], lookAfter(looks, looks, ['b', 'g'], 4)))
  expect(
    board()
      .looks.map(({ id }) => id)
      .join(''),
  ).toBe('acdbgefh')
})

test('a look that is dropped where it stands does not move', () => {
  expect(standsThere(named(all), ['c'], 'd')).toBe(true)
  expect(standsThere(named(all), ['h'], null)).toBe(true)
  expect(standsThere(named(all), ['c', 'd'], 'e')).toBe(true)
  expect(standsThere(named(all), ['d', 'c'], 'e')).toBe(false)
  expect(standsThere(named(all), ['c'], null)).toBe(false)
})

const layout = { columns: 3, cellWidth: 100, gap: 10, rowPitch: 200 }

test.each([
  [0, 0, 7, { index: 0, row: 0, column: 0 }],
  [60, 50, 7, { index: 1, row: 0, column: 1 }],
  [320, 50, 7, { index: 3, row: 0, column: 3 }],
  [0, 250, 7, { index: 3, row: 1, column: 0 }],
  [300, 900, 7, { index: 7, row: 2, column: 1 }],
  [-50, -50, 7, { index: 0, row: 0, column: 0 }],
  [300, 450, 6, { index: 6, row: 1, column: 3 }],
])('the gap at %i, %i of %i looks', (x, y, count, gap) => {
  expect(gapAt(x, y, count, layout)).toEqual(gap)
})

test('the gap behind a full last row is at its end', () => {
  expect(gapBefore(6, 6, 3)).toEqual({ index: 6, row: 1, column: 3 })
  expect(gapBefore(7, 7, 3)).toEqual({ index: 7, row: 2, column: 1 })
  expect(gapBefore(3, 7, 3)).toEqual({ index: 3, row: 1, column: 0 })
  expect(gapBefore(0, 0, 3)).toEqual({ index: 0, row: 0, column: 0 })
})

test('the page scrolls near its edges only, the faster the nearer', () => {
  expect(edgeSpeed(500, 56, 900)).toBe(0)
  expect(edgeSpeed(60, 56, 900)).toBeLessThan(edgeSpeed(140, 56, 900))
  expect(edgeSpeed(140, 56, 900)).toBeLessThan(0)
  expect(edgeSpeed(890, 56, 900)).toBeGreaterThan(edgeSpeed(820, 56, 900))
  expect(edgeSpeed(2000, 56, 900)).toBe(edgeSpeed(900, 56, 900))
})
