import { anything, assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { heldSearch, holdLocked, readOptions, type PickerOptions } from '#picker/options.ts'

function optionsOf(sent: object): PickerOptions {
  const options = readOptions(sent)
  if (typeof options === 'string') throw new Error(options)
  return options
}

test('without options it is one look, and the address keeps its filters', () => {
  const options = {
    multiple: false,
    min: 1,
    max: 1,
    preselected: [],
    filters: null,
    locked: [],
    theme: 'auto',
  }
  expect(readOptions(undefined)).toEqual(options)
  expect(readOptions({})).toEqual(options)
})

test('one look is one look, whatever numbers come along', () => {
  expect(readOptions({ min: 0, max: 9, preselected: ['a', 'b', 'a'] })).toMatchObject({
    min: 1,
    max: 1,
    preselected: ['a'],
  })
})

test('several have their bounds', () => {
  expect(readOptions({ multiple: true })).toMatchObject({ min: 1, max: 100 })
  const bounded = { multiple: true, min: 0, max: 2, preselected: ['a', 'b', 'b', 'c'] }
  expect(readOptions(bounded)).toMatchObject({ min: 0, max: 2, preselected: ['a', 'b'] })
})

test('filters are read as the address is', () => {
  const { filters } = optionsOf({
    query: '  blue   shirt ',
    filters: { type: 'video_avatar', own: ['public', 'nobody'], gender: ['female', '-male'] },
  })
  expect(filters).toEqual({
    q: 'blue shirt',
    picks: { type: ['digital_twin'], own: ['public'], gender: ['female', '-male'] },
  })
})

test.each([
  [null, 'an object'],
  [7, 'an object'],
  [[], 'an object'],
  [{ lockedFilter: ['type'] }, '"lockedFilter"'],
  [{ multiple: 'yes' }, '"multiple"'],
  [{ multiple: true, min: 3, max: 2 }, '"min"'],
  [{ multiple: true, min: -1 }, '"min"'],
  [{ multiple: true, max: 0 }, '"max"'],
  [{ multiple: true, max: 101 }, '"max"'],
  [{ multiple: true, max: 1.5 }, '"max"'],
  [{ multiple: true, max: Infinity }, '"max"'],
  [{ preselected: 'a' }, '"preselected"'],
  [{ preselected: [''] }, '"preselected.0"'],
  [{ preselected: ['x'.repeat(201)] }, '"preselected.0"'],
  [{ preselected: Array.from({ length: 101 }, String) }, '"preselected"'],
  [{ query: 'x'.repeat(401) }, '"query"'],
  [{ filters: [] }, '"filters"'],
  [{ filters: { colour: 'red' } }, '"filters"'],
  [{ filters: { constructor: 'red' } }, '"filters"'],
  [{ filters: { type: 7 } }, '"filters"'],
  [{ filters: { type: Array.from({ length: 33 }, String) } }, '"filters"'],
  [{ lockedFilters: ['q'] }, '"lockedFilters.0"'],
  [{ theme: 'blue' }, '"theme"'],
])('%j is refused in a sentence that names it', (sent, named) => {
  const refusal = readOptions(sent)
  expect(refusal).toEqual(expect.stringContaining(named))
  expect(refusal).toMatch(/\.$/)
})

test('whatever is sent, it reads it or says a short sentence', () => {
  assert(
    property(anything(), (sent) => {
      const read = readOptions(sent)
      if (typeof read === 'string') return read.length < 200
      return read.min <= read.max && read.preselected.length <= read.max
    }),
  )
})

test('a locked facet goes back to what the host gave, or to nothing', () => {
  const options = optionsOf({ filters: { type: 'photo_avatar' }, lockedFilters: ['type', 'own'] })
  expect(holdLocked({ type: ['studio_avatar'], own: ['private'], gender: ['male'] }, options)).toEqual({
    type: ['photo_avatar'],
    gender: ['male'],
  })
  expect(holdLocked({}, options)).toEqual({ type: ['photo_avatar'] })
})

test('the address begins with the filters of the host, and keeps its own where it has none', () => {
  const options = optionsOf({ query: 'knit', filters: { type: 'photo_avatar' }, lockedFilters: ['type'] })
  expect(heldSearch('?gender=male&size=l', options, true)).toBe('?q=knit&type=photo_avatar&size=l')
  expect(heldSearch('?q=blue&type=studio_avatar', options, false)).toBe('?q=blue&type=photo_avatar')
  expect(heldSearch('?gender=male', optionsOf({}), true)).toBe('?gender=male')
})
