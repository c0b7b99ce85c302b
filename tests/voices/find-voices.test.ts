import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findVoices,
  isFiltered,
  keepOrder,
  languagesOf,
  noFilters,
  type VoiceFilters,
} from '#voices/find-voices.ts'
import { makeVoice } from './make-voice.ts'

const carmen = makeVoice('Carmen - Warm', { gender: 'Female' })
const lucia = makeVoice('Lucía', { language: 'Spanish', preview_audio_url: null })
const lukasz = makeVoice('Łukasz Groß', { language: 'Polish', gender: 'male' })
const theo = makeVoice("Theo O'Neill", { language: 'Multilingual', gender: 'Male' })
const robin = makeVoice('Robin\tNews', { language: 'unknown', gender: 'unknown', preview_audio_url: null })
const ruth = makeVoice('Ruth', { type: 'private', language: '', gender: 'Woman', preview_audio_url: null })
const all = [robin, lucia, carmen, lukasz, ruth, theo]

const find = (filters: Partial<VoiceFilters>, standard: string | null = null) =>
  findVoices(all, { ...noFilters, ...filters }, standard)

test.each<[typed: string, found: object[]]>([
  ['carm', [carmen]],
  ['WARM carmen', [carmen]],
  ['lucia', [lucia]],
  ['LUCÍA', [lucia]],
  ['lukasz', [lukasz]],
  ['gross', [lukasz]],
  ['oneill', [theo]],
  ['o’neill', [theo]],
  ['span', [lucia]],
  ['male', [lukasz, theo]],
  ['female', [ruth, carmen, lucia]],
  ['multi theo', [theo]],
  ['news robin', [robin]],
  ['armen', []],
  ['carmen polish', []],
  ['  ', [ruth, carmen, lukasz, theo, robin, lucia]],
])('typing %j', (typed, found) => {
  expect(find({ text: typed })).toEqual(found)
})

test.each<[string, Partial<VoiceFilters>, object[]]>([
  ['female', { gender: 'female' }, [ruth, carmen, lucia]],
  ['male', { gender: 'male' }, [lukasz, theo]],
  ['a language', { language: 'polish' }, [lukasz]],
  ['an unknown language', { language: '' }, [ruth, robin]],
  ['mine', { mine: true }, [ruth]],
  ['with sample', { sample: true }, [carmen, lukasz, theo]],
  ['all at once', { gender: 'female', sample: true, language: 'english', text: 'w' }, [carmen]],
])('only %s', (_, filters, found) => {
  expect(find(filters)).toEqual(found)
  expect(isFiltered({ ...noFilters, ...filters })).toBe(true)
})

test('the default comes first, then own voices, those with a sample and the rest', () => {
  expect(find({}, robin.voice_id)).toEqual([robin, ruth, carmen, lukasz, theo, lucia])
  expect(isFiltered({ ...noFilters, text: ' ' })).toBe(false)
})

test('voices on the screen keep their places, and others come after them', () => {
  const renamed = { ...carmen, name: 'Renamed' }
  expect(keepOrder([lucia, ruth, carmen], [theo, renamed, robin, lucia])).toEqual([
    lucia,
    renamed,
    theo,
    robin,
  ])
})

test('languages are counted, under one spelling, by name and with the unknown last', () => {
  const voices = [robin, lucia, ruth, makeVoice('a', { language: ' spanish' }), carmen]
  expect(languagesOf(voices)).toEqual([
    { key: 'english', name: 'English', count: 1 },
    { key: 'spanish', name: 'Spanish', count: 2 },
    { key: '', name: '', count: 2 },
  ])
})

const voices = fc.array(
  fc.record({
    name: fc.string({ unit: 'grapheme' }),
    language: fc.constantFrom('English', 'Español', 'unknown', '', 'Multilingual'),
    gender: fc.constantFrom('male', 'Female', 'unknown', 'neutral'),
    type: fc.constantFrom('public', 'private', null),
    preview_audio_url: fc.constantFrom(null, 'https://x.test/a.mp3'),
  }),
)

const anyFilters = fc.record({
  text: fc.oneof(fc.string(), fc.constantFrom('e', 'es m', 'MALE', 'multi')),
  language: fc.constantFrom(null, 'english', 'espanol', ''),
  gender: fc.constantFrom(null, 'male' as const, 'female' as const),
  mine: fc.boolean(),
  sample: fc.boolean(),
})

test('filters only ever leave out: what is found keeps the order of the whole, and loses nothing without them', () => {
  fc.assert(
    fc.property(voices, anyFilters, (drawn, filters) => {
      const made = drawn.map((one, at) => makeVoice('', { ...one, voice_id: String(at) }))
      const whole = findVoices(made, noFilters, '0')
      expect(new Set(whole)).toEqual(new Set(made))
      expect(whole).toHaveLength(made.length)
      const found = findVoices(made, filters, '0')
      expect(whole.filter((voice) => found.includes(voice))).toEqual(found)
    }),
  )
})

test('a voice is found by the beginnings of its words, in any order and case', () => {
  const word = fc.stringMatching(/^[A-Za-zà-öø-ÿ]{1,8}$/)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.boolean(),
      (words, cut, upper) => {
        const typed = words
          .toReversed()
          .map((one) => one.slice(0, 1 + (cut % one.length)))
          .join(' ')
        const voice = makeVoice(words.join('-'))
        const text = upper ? typed.toUpperCase() : typed.toLowerCase()
        expect(findVoices([voice], { ...noFilters, text }, null)).toEqual([voice])
      },
    ),
  )
})
