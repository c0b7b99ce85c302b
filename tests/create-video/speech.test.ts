import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { speechSeconds, wordCount } from '#create-video/speech.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  ['', 0],
  [' \n ', 0],
  ['… — !', 0],
  ['Hello, and welcome to the spring release.', 7],
  ['Don’t stop: it costs $3.50.', 5],
  ['one\ntwo\tthree  four', 4],
  ['Wait <break time="1s"/> a <b>moment</b>', 3],
  ['2 < 3 and 5 > 4', 5],
  ['<'.repeat(5000), 0],
  ['你好，世界。', 2],
  ['今日は良い天気です', 5],
  ['Привет, мир', 2],
])('%j has %i words', (text, words) => {
  expect(wordCount(text)).toBe(words)
})

test('a browser that cannot find words counts what stands between spaces', async () => {
  vi.stubGlobal('Intl', new Proxy(Intl, { has: (intl, name) => name !== 'Segmenter' && name in intl }))
  vi.resetModules()
  const { wordCount: counted } = await import('#create-video/speech.ts')
  expect(counted('Well, this – <b>all of it</b> – counts: 5.')).toBe(7)
  expect(counted(' … ')).toBe(0)
  expect(counted('你好，世界。')).toBe(1)
})

const wordsOf = (count: number) => 'word '.repeat(count)

test.each([
  { words: 0, speed: 1, low: 0, about: 0, high: 0 },
  { words: 1, speed: 1, low: 1, about: 1, high: 2 },
  { words: 23, speed: 1, low: 8, about: 9, high: 10 },
  { words: 150, speed: 1, low: 54, about: 60, high: 66 },
  { words: 150, speed: 1.5, low: 36, about: 40, high: 44 },
  { words: 150, speed: 0.5, low: 108, about: 120, high: 132 },
  { words: 150, speed: Number.NaN, low: 54, about: 60, high: 66 },
  { words: 150, speed: 0, low: 108, about: 120, high: 132 },
  { words: 150, speed: 99, low: 36, about: 40, high: 44 },
])('$words words at speed $speed take $low to $high s', ({ words, speed, ...length }) => {
  expect(speechSeconds(wordsOf(words), speed)).toEqual(length)
})

test('any text at any speed has a length in whole seconds, longer the slower', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.double(), (text, speed) => {
      const { low, about, high } = speechSeconds(text, speed)
      expect([low, about, high].every(Number.isInteger)).toBe(true)
      expect(low <= about && about <= high).toBe(true)
      expect(high > low).toBe(wordCount(text) > 0)
      expect(speechSeconds(text, 0.5).about).toBeGreaterThanOrEqual(speechSeconds(text, 1.5).about)
    }),
  )
})
