import { expect, test } from 'vitest'
import { countWords } from '#gallery/listing-words.ts'
import type { LoadedListing } from '#gallery/use-listing.ts'
import { text } from '#messages/en.ts'

const listing = (count: number, given: Partial<LoadedListing<number>> = {}): LoadedListing<number> => ({
  items: Array.from({ length: count }, (_, at) => at),
  count,
  growing: false,
  skipped: 0,
  cut: false,
  pending: false,
  hasMore: false,
  error: null,
  nextError: null,
  slow: false,
  loadMore: () => {},
  retry: () => {},
  ...given,
})

const wordsOf = (...given: Parameters<typeof listing>) => countWords(listing(...given), text.count.looks)

test('the count is honest about what is still to come', () => {
  expect(wordsOf(100, { hasMore: true }).count).toBe('100+ looks')
  expect(wordsOf(112).count).toBe('112 looks')
  expect(wordsOf(1).count).toBe('1 look')
  expect(wordsOf(1, { hasMore: true }).count).toBe('1+ looks')
  expect(wordsOf(25_000).count).toBe('25,000 looks')
})

test('a list that the index may add to is open, and one row may stand for several looks', () => {
  expect(wordsOf(650, { growing: true }).count).toBe('650+ looks')
  expect(wordsOf(3, { count: 36 }).count).toBe('36 looks')
})

test('a screen reader hears the first page and the end, not every page', () => {
  const heard = [50, 100, 150].map((count) => wordsOf(count, { hasMore: true }).status)
  expect(new Set([...heard, wordsOf(162).status])).toEqual(new Set(['50+ looks', '162 looks']))
})

test('nothing is counted while there is nothing to count', () => {
  expect(wordsOf(0, { pending: true })).toEqual({ count: '', status: '' })
  expect(wordsOf(0, { error: new Error('x') })).toEqual({ count: '', status: '' })
})
