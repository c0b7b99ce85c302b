import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookSchema, type Look } from '#heygen/schemas/look.ts'
import {
  captionOf,
  engineWord,
  enginesOf,
  genderWord,
  initialsOf,
  isNotReady,
  longTypeWord,
  nameOf,
  shapeWord,
  statusWord,
  typeWord,
} from '#looks/look-words.ts'

const look = (given: Partial<Look> = {}): Look => ({ ...lookSchema.parse({ id: 'a' }), ...given })

test.each([
  ['Carmen Suit Hall', 'Carmen Suit Hall'],
  ['\tHana Tee\nStudio  ', 'Hana Tee Studio'],
  ['  ', 'No name'],
  ['', 'No name'],
  ['<b>Bold</b> & co', '<b>Bold</b> & co'],
  ['نور في الغابة', 'نور في الغابة'],
])('the name %j is shown as %j', (name, shown) => {
  expect(nameOf({ name })).toBe(shown)
})

test.each([
  [1920, 1080, '16:9'],
  [1918, 1080, '16:9'],
  [1080, 1920, '9:16'],
  [1080, 1350, '4:5'],
  [720, 720, '1:1'],
  [1024, 768, '4:3'],
  [2000, 1000, 'landscape'],
  [500, 1000, 'portrait'],
])('%i x %i pixels are %s', (image_width, image_height, shape) => {
  expect(shapeWord(look({ image_width, image_height }))).toBe(shape)
})

test('without a size the preferred orientation is said, and without either nothing', () => {
  expect(shapeWord(look({ preferred_orientation: 'landscape' }))).toBe('landscape')
  expect(shapeWord(look({ preferred_orientation: 'sideways' }))).toBe('sideways')
  expect(shapeWord(look())).toBe('')
})

test('values that are not known yet are shown as they came', () => {
  expect(typeWord('hologram')).toBe('hologram')
  expect(longTypeWord('hologram')).toBe('hologram')
  expect(engineWord('avatar_ix')).toBe('avatar_ix')
  expect(statusWord('dreaming')).toBe('dreaming')
  expect(typeWord('')).toBe('Unknown type')
  expect(longTypeWord('')).toBe('Unknown type')
})

// The catalogue of words is an object, and HeyGen's values are any text.
test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a value named %s is text too',
  (value) => {
    for (const word of [typeWord, longTypeWord, engineWord, statusWord]) expect(word(value)).toBe(value)
  },
)

test('engines come newest first, unknown ones after them', () => {
  const supported_api_engines = ['avatar_iii', 'avatar_x', 'avatar_v', 'avatar_iv']
  expect(enginesOf(look({ supported_api_engines }))).toEqual([
    'avatar_v',
    'avatar_iv',
    'avatar_iii',
    'avatar_x',
  ])
})

test('the caption says type, shape and engines, and leaves out what is not known', () => {
  const full = look({
    avatar_type: 'digital_twin',
    image_width: 1080,
    image_height: 1350,
    supported_api_engines: ['avatar_iii', 'avatar_iv'],
  })
  expect(captionOf(full).split(/\s*·\s*/)).toEqual(['Video', '4:5', 'IV, III'])
  expect(captionOf(look())).toBe('Unknown type')
})

test.each([
  ['male', 'Male'],
  ['FEMALE', 'Female'],
  ['Man', 'Male'],
  ['Woman', 'Female'],
  ['Genderqueer', 'Genderqueer'],
])('the gender %s is shown as %s', (gender, shown) => {
  expect(genderWord(gender)).toBe(shown)
})

test('a look is ready when HeyGen says so or says nothing', () => {
  expect([null, 'completed', 'processing', 'pending_consent', 'failed', 'dreaming'].map(isNotReady)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ])
})

test.each([
  ['Carmen Suit Hall', 'CS'],
  ['mei', 'M'],
  ['<b>Bold</b> & co', 'BB'],
  ['نور في الغابة', 'نف'],
  ['𝒜𝓃𝒶 Lee', '𝒜L'],
  ['  ', '?'],
  ['***', '?'],
])('the initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('any name has initials of one or two letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(initialsOf(name)).not.toBe('')
    }),
  )
})
