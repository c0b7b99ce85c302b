import { expect, test } from 'vitest'
import { markWords } from '#search/mark-words.ts'

/** The name with marks as brackets. */
const mark = (name: string, typed: string[], like: string[] = []) =>
  markWords(name, [...typed.map((word) => ({ typed: word, like: [] })), { typed: '\u0000', like }])
    ?.map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('') ?? null

test.each([
  ['Dante Office 1', ['off'], [], 'Dante [Off]ice 1'],
  ['Dante Office 1', ['office', 'dan'], [], '[Dan]te [Office] 1'],
  ['Dante Office 1', ['ffice'], [], null],
  ['A woman at the Apron shop', ['a'], [], '[A] woman at the Apron shop'],
  ['Kitchen 2', [], ['kitchen'], '[Kitchen] 2'],
  ['Kitchenette', [], ['kitchen'], null],
  ['Crème brûlée chef', ['brul'], [], 'Crème [brûl]ée chef'],
  ['Cre\u0300me', ['creme'], [], '[Cre\u0300me]'],
  ['T-Shirt Day', ['tshirt'], [], '[T-Shirt] Day'],
  ['LivelyGestures', ['gest'], [], 'Lively[Gest]ures'],
  ['Adam2', ['2'], [], 'Adam[2]'],
  ['At the News  Desk', ['news desk'], [], 'At the [News  Desk]'],
  ['和小雨在一起', ['小 雨'], [], '和[小雨]在一起'],
  ['Юлия', ['юл'], [], '[Юл]ия'],
  ['Straße', ['stras'], [], '[Straß]e'],
  ['👩‍🚀 Astronaut', ['astro'], [], '👩‍🚀 [Astro]naut'],
  ['\ud83d lone', ['lone'], [], '\ud83d [lone]'],
  ['', ['a'], [], null],
])('%j with %j and %j marked', (name, typed, like, expected) => {
  expect(mark(name, typed, like)).toBe(expected)
  const pieces = markWords(name, [{ typed: 'a', like: [] }])
  expect(pieces?.map(({ text }) => text).join('') ?? name).toBe(name)
})
