import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceFrom, mostInSight, rowsBeyond, rowsInSight, rowsToDraw } from '#gallery/grid-window.ts'

const place = fc.record({
  scrolled: fc.integer({ min: -2000, max: 100_000 }),
  height: fc.integer({ min: 100, max: 2000 }),
  rowPitch: fc.integer({ min: 100, max: 600 }),
  rows: fc.integer({ min: 1, max: 300 }),
})

test('every row that touches the window is in sight, and no other but the last', () => {
  fc.assert(
    fc.property(place, ({ scrolled, height, rowPitch, rows }) => {
      const { first, last } = rowsInSight(scrolled, height, rowPitch, rows)
      for (let row = 0; row < rows; row++) {
        const touches = (row + 1) * rowPitch > scrolled && row * rowPitch < scrolled + height
        const pastEnd = scrolled >= rows * rowPitch && row === rows - 1
        expect(row >= first && row <= last).toBe(touches || pastEnd)
      }
      expect(last - first + 1).toBeLessThanOrEqual(mostInSight(height, rowPitch))
    }),
  )
})

test('rows beyond the window are within the list, ahead while it moves and on both sides at rest', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 3 }), ({ rows, ...at }, beyond) => {
      const seen = rowsInSight(at.scrolled, at.height, at.rowPitch, rows)
      const rest = rowsToDraw(seen, beyond, 0, rows)
      const down = rowsToDraw(seen, beyond, 1, rows)
      const up = rowsToDraw(seen, beyond, -1, rows)
      expect(down).toEqual({ first: seen.first, last: rest.last })
      expect(up).toEqual({ first: rest.first, last: seen.last })
      expect(rest.first).toBe(Math.max(0, seen.first - beyond))
      expect(rest.last).toBe(Math.min(rows - 1, seen.last + beyond))
    }),
  )
})

test('a grid without rows draws none', () => {
  const { first, last } = rowsToDraw(rowsInSight(0, 800, 300, 0), 2, 0, 0)
  expect(last).toBeLessThan(first)
})

// Cells of seven elements: a phone, the bench's window, 1440 and 2560 px, 4K in the smallest size.
test.each([
  { columns: 2, most: 4, beyond: 2 },
  { columns: 5, most: 4, beyond: 1 },
  { columns: 6, most: 4, beyond: 1 },
  { columns: 10, most: 5, beyond: 1 },
  { columns: 29, most: 11, beyond: 0 },
])('$columns columns keep $beyond rows beyond the window', ({ columns, most, beyond }) => {
  expect(rowsBeyond(columns * 7 + 1, most)).toBe(beyond)
})

test('distances from a range', () => {
  expect([2, 4, 7, 9].map((row) => distanceFrom({ first: 4, last: 7 }, row))).toEqual([2, 0, 0, 2])
})
