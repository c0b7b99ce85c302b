import { expect, test } from 'vitest'
import { speechSeconds, writeSrt } from '#sandbox/captions.ts'

test.each([
  ['one', 1, 1],
  [Array.from({ length: 150 }, () => 'word').join(' '), 1, 60],
  [Array.from({ length: 10 }, () => 'word').join('\n'), 1, 4],
  [Array.from({ length: 10 }, () => 'word').join(' '), 1.5, 2.7],
  ['', 1, 1],
])('%# a text takes its time by its words and the speed', (text, speed, seconds) => {
  expect(speechSeconds(text, speed)).toBe(seconds)
})

test('cues end with their sentence or after seven words, and follow one another to the end', () => {
  expect(writeSrt('Hello there. One two three four five six seven eight nine', 11)).toBe(
    [
      '1\n00:00:00,000 --> 00:00:02,000\nHello there.\n',
      '2\n00:00:02,000 --> 00:00:09,000\nOne two three four five six seven\n',
      '3\n00:00:09,000 --> 00:00:11,000\neight nine\n',
    ].join('\n'),
  )
})

test('long videos are counted in hours and minutes', () => {
  expect(writeSrt('End.', 3725.25)).toContain('00:00:00,000 --> 01:02:05,250')
})
