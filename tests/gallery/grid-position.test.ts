import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { densities, gridLayout } from '#gallery/layout.ts'
import { positionAt, scrolledTo } from '#gallery/use-grid-position.ts'

const layout = fc
  .tuple(fc.integer({ min: 200, max: 4000 }), fc.constantFrom(...densities))
  .map(([width, density]) => gridLayout(width, density))

test('a scroll position comes back as it was, above the grid too', () => {
  fc.assert(
    fc.property(layout, fc.integer({ min: -500, max: 2_000_000 }), (at, scrolled) => {
      expect(scrolledTo(positionAt(scrolled, 100, at), at)).toBeCloseTo(scrolled, 6)
    }),
  )
})

test('in another layout the first card in sight is in the topmost row', () => {
  fc.assert(
    fc.property(layout, layout, fc.integer({ min: 0, max: 2_000_000 }), (before, after, scrolled) => {
      const { index, part } = positionAt(scrolled, 100, before)
      const row = Math.floor(index / after.columns)
      expect(scrolledTo({ index, part: 0, count: 100 }, after)).toBe(row * after.rowPitch)
      expect(part).toBeGreaterThanOrEqual(0)
      expect(part).toBeLessThan(1)
    }),
  )
})

test('the position names the first card of its row and how many were loaded', () => {
  const at = gridLayout(1392, 'l')
  expect(positionAt(at.rowPitch * 3.25, 150, at)).toEqual({ index: 18, part: 0.25, count: 150 })
  expect(positionAt(at.rowPitch / -4, 150, at)).toEqual({ index: 0, part: -0.25, count: 150 })
})
