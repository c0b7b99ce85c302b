import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  activeFacets,
  apiFilters,
  longestSearch,
  readFilters,
  views,
  writeFilters,
  type Filters,
} from '#gallery/filters.ts'
import { densities } from '#gallery/layout.ts'
import { avatarTypes, ownerships } from '#heygen/schemas/look.ts'
import { facetNames, stateOf, toggle, type FacetName } from '#search/query.ts'

const defaults: Filters = { q: '', picks: {}, view: 'looks', size: null }

const read = (search: string) => readFilters(new URLSearchParams(search))

const words = fc.stringMatching(/^[a-z0-9_.:]{1,20}$/)
const valuesOf = (name: FacetName) =>
  name === 'type'
    ? fc.constantFrom<string>(...avatarTypes)
    : name === 'own'
      ? fc.constantFrom<string>(...ownerships)
      : words
const picksOf = (name: FacetName) =>
  fc
    .uniqueArray(valuesOf(name), { maxLength: 4 })
    .chain((values) => fc.tuple(...values.map((value) => fc.constantFrom(value, `-${value}`))))

const picks = fc
  .record(Object.fromEntries(facetNames.map((name) => [name, picksOf(name)])))
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0)))

const state = fc.record<Filters>({
  q: fc.string({ unit: 'grapheme', maxLength: 60 }).map((q) => q.replace(/\s+/g, ' ').trim()),
  picks,
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
      const turned = Object.fromEntries(Object.entries(filters.picks).toReversed())
      expect(writeFilters({ ...filters, picks: turned })).toBe(written)
    }),
  )
})

test('defaults are not written, and commas stand as they are', () => {
  expect(writeFilters(defaults)).toBe('')
  expect(writeFilters({})).toBe('')
  expect(
    writeFilters({ q: 'red, dress', picks: { own: ['private'], type: ['photo_avatar', '-studio_avatar'] } }),
  ).toBe('?q=red,+dress&type=photo_avatar,-studio_avatar&own=private')
})

test.each([
  '?type=hologram',
  '?type=',
  '?type=,,',
  '?type=STUDIO_AVATAR',
  '?type=__proto__',
  '?own=mine',
  '?view=grid',
  '?size=huge',
  '?group=',
  `?group=${'x'.repeat(129)}`,
  '?q=%20%20',
  '?limit=999&token=abc',
  '?%E0%A4%A',
  '?type[]=studio_avatar',
  '?=&&==&%00',
])('%s reads as the default', (search) => {
  expect(read(search)).toEqual(defaults)
})

test('no address throws, and what it reads as can be written', () => {
  const names = fc.constantFrom<string>(...facetNames, 'view', 'size', 'q', '')
  const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(pairs, (entries) => {
      const filters = readFilters(new URLSearchParams(entries))
      expect(read(writeFilters(filters))).toEqual(filters)
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => void read(junk)))
})

test('an address with the longest search fits through the server', () => {
  for (const sign of ['x', 'é', '語', '👩‍🎤'])
    expect(writeFilters(read(writeFilters({ q: sign.repeat(10_000) }))).length).toBeLessThan(4000)
  expect(read(`?q=${'x'.repeat(10_000)}`).q).toHaveLength(longestSearch)
})

test('video_avatar and digital_twin are one type', () => {
  expect(read('?type=video_avatar').picks.type).toEqual(['digital_twin'])
  expect(read('?type=digital_twin,-video_avatar').picks.type).toEqual(['digital_twin'])
})

test('the first of a repeated filter counts', () => {
  expect(read('?type=photo_avatar&type=studio_avatar').picks.type).toEqual(['photo_avatar'])
})

test('only the facets that narrow the list are active', () => {
  expect(activeFacets(read('?type=photo_avatar&group=g&view=people&size=s').picks)).toEqual(['type', 'group'])
  expect(activeFacets({ type: [] })).toEqual([])
})

test('one value of type, ownership and person is for the API, all else for the index', () => {
  expect(apiFilters(defaults)).toEqual({ type: null, own: null, group: null })
  expect(apiFilters(read('?type=photo_avatar&own=private&group=g'))).toEqual({
    type: 'photo_avatar',
    own: 'private',
    group: 'g',
  })
  for (const search of ['?q=a', '?type=photo_avatar,studio_avatar', '?type=-photo_avatar', '?gender=female'])
    expect(apiFilters(read(search))).toBeNull()
})

test('a value is taken in, turned round and taken out', () => {
  const picked = toggle(['a', '-b'], 'c', 'in')
  expect(picked).toEqual(['a', '-b', 'c'])
  expect(toggle(picked, 'b', 'in')).toEqual(['a', 'c', 'b'])
  expect(toggle(picked, 'b', 'out')).toEqual(['a', 'c'])
  expect(stateOf(picked, 'b')).toBe('out')
  expect(stateOf(picked, 'd')).toBeNull()
  expect(stateOf(undefined, 'd')).toBeNull()
})
