import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findByName, moveByKey, type GridShape } from '#gallery/grid-keys.ts'

const plain = { ctrlKey: false, metaKey: false }
const shape = fc
  .record({
    count: fc.integer({ min: 1, max: 60 }),
    columns: fc.integer({ min: 1, max: 9 }),
    pageRows: fc.integer({ min: 0, max: 6 }),
  })
  .chain((grid) => fc.tuple(fc.constant(grid), fc.nat(grid.count - 1)))

/** The same by rows and columns as they stand on the screen: up and down keep the column where the row has it. */
function moveOnScreen(key: string, index: number, { count, columns, pageRows }: GridShape): number {
  const rows: number[][] = []
  for (let at = 0; at < count; at++) (rows[Math.floor(at / columns)] ??= []).push(at)
  const row = rows.findIndex((cells) => cells.includes(index))
  const column = rows[row]?.indexOf(index) ?? 0
  const steps: Record<string, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -Math.max(1, pageRows),
    PageDown: Math.max(1, pageRows),
  }
  const landed = rows[Math.min(rows.length - 1, Math.max(0, row + (steps[key] ?? 0)))] ?? []
  return landed[column] ?? landed.at(-1) ?? index
}

test.each(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'])('%s moves as on the screen', (key) => {
  fc.assert(
    fc.property(shape, ([grid, index]) => {
      expect(moveByKey({ key, ...plain }, index, grid)).toBe(moveOnScreen(key, index, grid))
    }),
    { numRuns: 500 },
  )
})

test('left and right go on from row to row and stop at both ends', () => {
  fc.assert(
    fc.property(shape, ([grid, index]) => {
      const last = grid.count - 1
      expect(moveByKey({ key: 'ArrowRight', ...plain }, index, grid)).toBe(Math.min(last, index + 1))
      expect(moveByKey({ key: 'ArrowLeft', ...plain }, index, grid)).toBe(Math.max(0, index - 1))
    }),
  )
})

test('Home and End stay in the row, with Ctrl or Cmd they span the grid', () => {
  fc.assert(
    fc.property(shape, fc.constantFrom('ctrlKey', 'metaKey'), ([grid, index], modifier) => {
      const home = moveByKey({ key: 'Home', ...plain }, index, grid) ?? -1
      const end = moveByKey({ key: 'End', ...plain }, index, grid) ?? -1
      const row = Math.floor(index / grid.columns)
      expect([home, end].map((at) => Math.floor(at / grid.columns))).toEqual([row, row])
      expect(home % grid.columns).toBe(0)
      expect(end === grid.count - 1 || (end + 1) % grid.columns === 0).toBe(true)
      expect(moveByKey({ key: 'Home', ...plain, [modifier]: true }, index, grid)).toBe(0)
      expect(moveByKey({ key: 'End', ...plain, [modifier]: true }, index, grid)).toBe(grid.count - 1)
    }),
  )
})

test('no key leaves the grid, and other keys do not move', () => {
  const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown')
  fc.assert(
    fc.property(shape, key, fc.boolean(), ([grid, index], pressed, ctrlKey) => {
      const target = moveByKey({ key: pressed, ctrlKey, metaKey: false }, index, grid)
      expect(target).toBeGreaterThanOrEqual(0)
      expect(target).toBeLessThan(grid.count)
    }),
  )
  for (const other of ['a', 'Enter', 'Tab', ' ', 'Escape'])
    expect(moveByKey({ key: other, ...plain }, 3, { count: 10, columns: 4, pageRows: 2 })).toBeNull()
})

const names = ['Ana', 'Åsa', 'Bob', '  anna lee', 'Émile', 'aaron']
const find = (typed: string, from: number, among: readonly (string | undefined)[] = names) =>
  findByName((index) => among[index] ?? '', among.length, typed, from)

test.each([
  { typed: 'b', from: 0, found: 2 },
  { typed: 'a', from: 0, found: 1 },
  { typed: 'aa', from: 1, found: 3 },
  { typed: 'aaa', from: 3, found: 5 },
  { typed: 'a', from: 5, found: 0 },
  { typed: 'an', from: 0, found: 0 },
  { typed: 'ann', from: 0, found: 3 },
  { typed: 'EM', from: 0, found: 4 },
  { typed: 'é', from: 0, found: 4 },
  { typed: 'zz', from: 0, found: null },
  { typed: ' ', from: 0, found: null },
  { typed: '', from: 0, found: null },
])('"$typed" typed on card $from goes to $found', ({ typed, from, found }) => {
  expect(find(typed, from)).toBe(found)
})

test('nothing is found in an empty grid', () => {
  expect(find('a', 0, [])).toBeNull()
})

test('items that are not loaded are passed over', () => {
  expect(find('b', 0, ['Ana', undefined, undefined, 'Bob'])).toBe(3)
  expect(find('c', 0, [undefined, undefined])).toBeNull()
})
