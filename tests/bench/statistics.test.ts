import { expect, test } from 'vitest'
import { median, percentile, ratio, spreadOf } from './statistics.ts'

test.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %j', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('a median leaves its values in their order', () => {
  const values = [3, 1, 2]
  median(values)
  expect(values).toEqual([3, 1, 2])
})

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

test.each([
  [[], 0.95, null],
  [[3], 0.99, 3],
  [hundred, 0.95, 95],
  [hundred, 0.99, 99],
  [hundred, 1, 100],
  [hundred, 0, 1],
])('a percentile is a value that was measured', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected)
})

test('a spread is the median with the least and the most', () => {
  expect(spreadOf([5, 2, 11])).toEqual({ median: 5, min: 2, max: 11 })
  expect(spreadOf([])).toBeNull()
})

test('a ratio is ours by theirs, and none where theirs is nothing', () => {
  expect(ratio(3, 4)).toBe(0.75)
  expect(ratio(0, 0)).toBe(1)
  expect(ratio(1, 0)).toBeNull()
})
