import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridAt, longestPage, pageAt } from '#gallery/long-page.ts'

const scale = fc
  .record({
    grid: fc.integer({ min: 1000, max: 60_000_000 }),
    page: fc.integer({ min: 1000, max: 15_000_000 }),
  })
  .map(({ grid, page }) => ({ grid, page: Math.min(grid, page) }))
const part = fc.double({ min: 0, max: 1, noNaN: true })

test('every place of the grid has one on the page, and comes back from it', () => {
  fc.assert(
    fc.property(scale, part, (at, share) => {
      const place = share * at.grid
      expect(pageAt(place, at)).toBeGreaterThanOrEqual(0)
      expect(pageAt(place, at)).toBeLessThanOrEqual(at.page)
      expect(gridAt(pageAt(place, at), at)).toBeCloseTo(place, 3)
    }),
  )
})

test('further down the page is further down the grid', () => {
  fc.assert(
    fc.property(scale, part, part, (at, one, other) => {
      const [less, more] = [Math.min(one, other) * at.page, Math.max(one, other) * at.page]
      expect(gridAt(less, at)).toBeLessThanOrEqual(gridAt(more, at))
    }),
  )
})

test('at both ends, and wherever the page is long enough, a pixel is a pixel', () => {
  const long = { grid: 52_000_000, page: 10_000_000 }
  expect(gridAt(-300, long)).toBe(-300)
  expect(gridAt(2000, long)).toBe(2000)
  expect(gridAt(9_999_200, long)).toBe(51_999_200)
  expect(gridAt(3_000_000, { grid: 6_200_000, page: 6_200_000 })).toBe(3_000_000)
})

test('100,000 looks in six columns fit a page at every usual pixel ratio; a page is never longer than browsers draw', () => {
  for (const ratio of [0.5, 1, 2, 3, 4]) {
    expect(longestPage(ratio)).toBeGreaterThan(6_200_000)
    expect(longestPage(ratio) * ratio).toBeLessThan(33_554_428)
    expect(longestPage(ratio)).toBeLessThan(17_895_697)
  }
})
