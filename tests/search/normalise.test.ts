import { expect, test } from 'vitest'
import { fold, wordsOf } from '#search/normalise.ts'
import { splitId, splitName } from '#search/split-words.ts'

test.each([
  ['Crème Brûlée', 'creme brulee'],
  ['Ångström', 'angstrom'],
  ['Straße', 'strasse'],
  ['Smørrebrød', 'smorrebrod'],
  ['Łódź', 'lodz'],
  ['Đorđe', 'dorde'],
  ['Ægir Œuvre', 'aegir oeuvre'],
  ['İSTANBUL ışık', 'istanbul isik'],
  ['ΣΟΦΟΣ σοφός', 'σοφοσ σοφοσ'],
  ['Юлия Йозеф Ёлка', 'юлия иозеф елка'],
  ['ＡＢＣ１２３', 'abc123'],
  ['ﬁne', 'fine'],
  ['co\u00adworking zero\u200bwidth', 'coworking zerowidth'],
  ['שָׁלוֹם', 'שלום'],
  ['مُحَمَّد', 'محمد'],
  ['がぎ', 'がぎ'],
  ['हिन्दी', 'हिन्दी'],
  ['한국', '한국'],
  ['\ud800x\udfff', '\ud800x\udfff'],
])('%j folds to %j', (text, expected) => {
  expect(fold(text)).toBe(expected)
  expect(fold(fold(text))).toBe(fold(text))
})

test.each([
  ['dante office 1', ['dante', 'office', '1']],
  [' \t"chef  with"\n2 ', ['chef', 'with', '2']],
  ['blue shirt (left)', ['blue', 'shirt', 'left']],
  ['小雨 in rain', ['小', '雨', 'in', 'rain']],
  ['abc小雨def', ['abc', '小', '雨', 'def']],
  ['ひらがなカ', ['ひ', 'ら', 'が', 'な', 'カ']],
  ['שירה הולכת', ['שירה', 'הולכת']],
  ['हिन्दी', ['हिन्दी']],
  ['👍🏽 🇩🇪 ok', ['ok']],
  ['.*+?^${}()|[]\\', []],
  ['__proto__ constructor', ['proto', 'constructor']],
])('the words of %j are %j', (text, expected) => {
  expect(wordsOf(text)).toEqual(expected)
})

test.each([
  ['Office', { words: ['office'], more: [] }],
  ['LivelyGestures', { words: ['livelygestures'], more: ['lively', 'gestures'] }],
  ['LInkediN', { words: ['linkedin'], more: ['inkedi'] }],
  ['Adam2', { words: ['adam2'], more: ['adam', '2'] }],
  ['T-Shirt', { words: ['t', 'shirt'], more: ['tshirt'] }],
  ['Cookin’', { words: ['cookin'], more: [] }],
  ["O'Brien", { words: ['o', 'brien'], more: ['obrien'] }],
  ['UGC/Influencer', { words: ['ugc', 'influencer'], more: [] }],
])('the name piece %j', (piece, expected) => {
  expect(splitName(piece)).toEqual(expected)
})

test.each([
  ['Amelia_lying_lounge_side', ['amelia', 'lying', 'lounge', 'side']],
  ['Abigail_expressive_2024112501', ['abigail', 'expressive']],
  ['Hada_LivelyGestures_Side_public', ['hada', 'lively', 'gestures', 'side', 'public']],
  ['Mido-pro-greysweater-20221209', ['mido', 'pro', 'greysweater']],
  ['938fe631f5b04423b89d015f82f4b5af', []],
  ['1ad51ab9-fee2-4ae8-8af0-67206e14a1d8', []],
  ['', []],
])('the id %j', (id, expected) => {
  expect(splitId(id)).toEqual(expected)
})

test('a word without end is cut', () => {
  expect(splitName('x'.repeat(100_000)).words).toEqual(['x'.repeat(64)])
})
