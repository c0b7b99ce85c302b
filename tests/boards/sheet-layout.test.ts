import { expect, test } from 'vitest'
import {
  pagesOf,
  paperSize,
  papers,
  perPage,
  readSettings,
  sheetGrid,
  ways,
  writeSettings,
} from '#boards/sheet/sheet-layout.ts'

const all = perPage.flatMap((per) => papers.flatMap((paper) => ways.map((way) => ({ per, paper, way }))))

test('whatever is chosen, a full page of looks fits the paper', () => {
  for (const settings of all) {
    const { width, height } = paperSize(settings)
    const { columns, rows, picture } = sheetGrid(settings)
    expect(columns * rows).toBeGreaterThanOrEqual(settings.per)
    expect((columns - 1) * rows).toBeLessThan(settings.per)
    expect(columns * picture + (columns - 1) * 4).toBeLessThanOrEqual(width - 20 + 1e-6)
    expect(14 + rows * (picture * 1.25 + 17) + (rows - 1) * 4).toBeLessThanOrEqual(height - 20 + 1e-6)
    expect(picture).toBeGreaterThan(20)
  }
})

test('fewer looks a page are larger ones', () => {
  for (const paper of papers)
    for (const way of ways) {
      const pictures = perPage.map((per) => sheetGrid({ per, paper, way }).picture)
      expect(pictures).toEqual(pictures.toSorted((a, b) => b - a))
    }
})

test('settings come out of an address as they went in, and bad ones are the usual', () => {
  for (const settings of all)
    expect(readSettings(new URLSearchParams(writeSettings(settings)))).toEqual(settings)
  expect(readSettings(new URLSearchParams('per=7&paper=a3&way=up'))).toEqual({
    per: 12,
    paper: 'a4',
    way: 'portrait',
  })
})

test('each look is on one page, in order', () => {
  expect(pagesOf([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([[1, 2, 3], [4, 5, 6], [7]])
  expect(pagesOf([1, 2, 3], 3)).toEqual([[1, 2, 3]])
  expect(pagesOf([], 3)).toEqual([])
})
