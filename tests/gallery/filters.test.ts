import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { activeFilters, readFilters, views, writeFilters, type Filters } from '#gallery/filters.ts'
import { densities } from '#gallery/layout.ts'
import { avatarTypes, ownerships } from '#heygen/schemas/look.ts'

const defaults: Filters = { type: null, own: null, group: null, view: 'looks', size: null }

const read = (search: string) => readFilters(new URLSearchParams(search))

const state = fc.record<Filters>({
  type: fc.constantFrom(null, ...avatarTypes),
  own: fc.constantFrom(null, ...ownerships),
  group: fc.option(fc.string({ minLength: 1, maxLength: 128, unit: 'binary' })),
  view: fc.constantFrom(...views),
  size: fc.constantFrom(null, ...densities),
})

test('every state comes back from its address', () => {
  fc.assert(
    fc.property(state, (filters) => {
      expect(read(writeFilters(filters))).toEqual(filters)
    }),
  )
})

test('one state has one address', () => {
  fc.assert(
    fc.property(state, (filters) => {
      const written = writeFilters(filters)
      expect(writeFilters(read(written))).toBe(written)
      expect(writeFilters(Object.fromEntries(Object.entries(filters).toReversed()))).toBe(written)
    }),
  )
})

test('defaults are not written', () => {
  expect(writeFilters(defaults)).toBe('')
  expect(writeFilters({})).toBe('')
  expect(writeFilters({ own: 'private', type: 'photo_avatar' })).toBe('?type=photo_avatar&own=private')
})

test.each([
  '?type=hologram',
  '?type=',
  '?type=STUDIO_AVATAR',
  '?type=__proto__',
  '?own=mine',
  '?view=grid',
  '?size=huge',
  '?group=',
  `?group=${'x'.repeat(129)}`,
  '?limit=999&token=abc',
  '?%E0%A4%A',
  '?type[]=studio_avatar',
  '?=&&==&%00',
])('%s reads as the default', (search) => {
  expect(read(search)).toEqual(defaults)
})

test('no address throws, and what it reads as can be written', () => {
  const names = fc.constantFrom('type', 'own', 'group', 'view', 'size', 'q', '')
  const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(pairs, (entries) => {
      const filters = readFilters(new URLSearchParams(entries))
      expect(read(writeFilters(filters))).toEqual(filters)
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => void read(junk)))
})

test('video_avatar and digital_twin are one type', () => {
  expect(read('?type=video_avatar').type).toBe('digital_twin')
  expect(read('?type=digital_twin').type).toBe('digital_twin')
})

test('the first of a repeated filter counts', () => {
  expect(read('?type=photo_avatar&type=studio_avatar').type).toBe('photo_avatar')
})

test('only the filters that narrow the list are active', () => {
  expect(activeFilters(read('?type=photo_avatar&group=g&view=people&size=s'))).toEqual(['type', 'group'])
  expect(activeFilters(defaults)).toEqual([])
})
