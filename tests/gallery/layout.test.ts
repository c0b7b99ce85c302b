import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionHeight, densities, gridLayout, stepDensity } from '#gallery/layout.ts'

const density = fc.constantFrom(...densities)
const width = fc.integer({ min: 1, max: 4096 })

// The widths of the target screens within their margins: 1440 and 390 px, then 320 px and 4K.
test.each([
  { inner: 1392, density: 'l', columns: 6, cell: 222 },
  { inner: 366, density: 'l', columns: 2, cell: 179 },
  { inner: 296, density: 'l', columns: 2, cell: 144 },
  { inner: 296, density: 'xl', columns: 1, cell: 296 },
  { inner: 1392, density: 's', columns: 11, cell: 122.909 },
  { inner: 1392, density: 'm', columns: 8, cell: 167 },
  { inner: 1392, density: 'xl', columns: 4, cell: 336 },
  { inner: 3792, density: 'l', columns: 15, cell: 241.6 },
] as const)('$inner px at density $density are $columns columns', ({ inner, density: at, columns, cell }) => {
  const layout = gridLayout(inner, at)
  expect(layout.columns).toBe(columns)
  expect(layout.cellWidth).toBeCloseTo(cell, 2)
})

test('the cells and gaps of a row fill the width', () => {
  fc.assert(
    fc.property(width, density, (inner, at) => {
      const { columns, cellWidth, gap } = gridLayout(inner, at)
      expect(columns * cellWidth + (columns - 1) * gap).toBeCloseTo(inner, 6)
      expect(cellWidth).toBeGreaterThan(0)
    }),
  )
})

test('rows have whole pixels, a 4:5 picture and room for two lines', () => {
  fc.assert(
    fc.property(width, density, (inner, at) => {
      const { cellWidth, mediaHeight, rowPitch, gap } = gridLayout(inner, at)
      expect(Number.isInteger(rowPitch)).toBe(true)
      expect(Math.abs(mediaHeight - cellWidth * 1.25)).toBeLessThanOrEqual(0.5)
      expect(rowPitch).toBeGreaterThanOrEqual(mediaHeight + captionHeight + gap)
    }),
  )
})

test('a wider window never has fewer columns', () => {
  fc.assert(
    fc.property(width, width, density, (a, b, at) => {
      const [less, more] = a < b ? [a, b] : [b, a]
      expect(gridLayout(less, at).columns).toBeLessThanOrEqual(gridLayout(more, at).columns)
    }),
  )
})

test('larger pictures never come in more columns, and cells are no wider than their density aims for', () => {
  const aims = { s: 128, m: 184, l: 248, xl: 336 }
  fc.assert(
    fc.property(width, (inner) => {
      const columns = densities.map((at) => gridLayout(inner, at).columns)
      expect(columns).toEqual(columns.toSorted((a, b) => b - a))
      for (const at of densities) expect(gridLayout(inner, at).cellWidth).toBeLessThanOrEqual(aims[at])
    }),
  )
})

test('a width that is not known yet is one column, not a crash', () => {
  expect(gridLayout(0, 'l')).toMatchObject({ columns: 1, cellWidth: 0 })
})

test('density steps one by one and stops at both ends', () => {
  expect(densities.map((at) => stepDensity(at, 1))).toEqual(['m', 'l', 'xl', 'xl'])
  expect(densities.map((at) => stepDensity(at, -1))).toEqual(['s', 's', 'm', 'l'])
})
