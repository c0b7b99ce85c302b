import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { driftLimit, rateFor } from '#boards/compare/drift.ts'

test('a clip that is ahead slows down, one behind hurries, and noise is left alone', () => {
  expect(rateFor(0.01, 1)).toBe(1)
  expect(rateFor(0.04, 1)).toBeCloseTo(0.92)
  expect(rateFor(-0.04, 2)).toBeCloseTo(2.16)
})

test('beyond 80 ms only a seek helps', () => {
  expect(rateFor(0.081, 1)).toBeNull()
  expect(rateFor(-0.2, 1)).toBeNull()
})

test('what is within the limit comes nearer and never overshoots before the next look', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -driftLimit, max: driftLimit, noNaN: true }),
      fc.constantFrom(0.5, 1, 1.5, 2),
      (drift, speed) => {
        const rate = rateFor(drift, speed)
        if (rate === null) throw new Error('It is within the limit.')
        // Clips are looked at each 100 ms.
        const after = drift + (rate - speed) * 0.1
        expect(Math.abs(after)).toBeLessThanOrEqual(Math.abs(drift))
        expect(Math.abs(rate / speed - 1)).toBeLessThanOrEqual(0.1 + 1e-9)
      },
    ),
  )
})
