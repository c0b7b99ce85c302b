import { expect, test } from 'vitest'
import { parseRetryAfter } from '#heygen/retry-after.ts'

const now = Date.parse('2026-10-21T07:28:00Z')

test.each([
  ['0', 0],
  ['7', 7],
  [' 120 ', 120],
  ['999999999', 999_999_999],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 30],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 0],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['Wednesday, 21-Oct-26 07:29:00 GMT', 60],
  ['Wed Oct 21 07:29:00 2026 GMT', 60],
  [null, undefined],
  ['', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['99999999999999999999', undefined],
  ['soon', undefined],
  ['in 5 minutes', undefined],
  ['5s', undefined],
  ['1e9', undefined],
  ['NaN', undefined],
  ['<script>', undefined],
])('Retry-After: %s is %s seconds', (value, seconds) => {
  expect(parseRetryAfter(value, now)).toBe(seconds)
})

test('a fraction of a second is waited for', () => {
  expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', now - 1)).toBe(31)
})
