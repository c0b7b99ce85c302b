import { expect, test } from 'vitest'
import { layOut, paneGap } from '#boards/compare/pane-layout.ts'

test('three cards fill a window in one row', () => {
  expect(layOut(3, 1392, 4 / 5, 653)).toEqual({ columns: 3, width: 456, oneRow: true })
})

test('five wide frames take two rows: they are larger that way', () => {
  expect(layOut(5, 1392, 16 / 9, 653)).toEqual({ columns: 3, width: 456, oneRow: false })
})

test('a phone has two beside each other, or one below the other where they are wide', () => {
  expect(layOut(4, 366, 4 / 5, 574)).toEqual({ columns: 2, width: 177, oneRow: false })
  expect(layOut(4, 366, 16 / 9, 574)).toEqual({ columns: 1, width: 366, oneRow: false })
})

test('at no width and number are panes wider than their room, or too small to see a face', () => {
  for (let width = 296; width < 4000; width += 37)
    for (let count = 2; count <= 6; count++)
      for (const ratio of [4 / 5, 16 / 9, 9 / 16, 1]) {
        const { columns, width: pane } = layOut(count, width, ratio, 600)
        expect(columns * pane + (columns - 1) * paneGap).toBeLessThanOrEqual(width)
        expect(pane).toBeGreaterThanOrEqual(140)
      }
})
