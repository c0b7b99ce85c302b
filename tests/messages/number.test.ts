import { expect, test } from 'vitest'
import { number } from '#messages/number.ts'

test('whole numbers are written as the language writes them', () => {
  const english = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
  for (const value of [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 25_000, 98_765_432, -1, -1234])
    expect(number.format(value)).toBe(english.format(value))
})
