import type { Location } from 'react-router'
import { expect, test } from 'vitest'
import { createLookIds, createTarget, isOverPage, pageKey } from '#app/create-address.ts'

const at = (pathname: string, search = '', state: unknown = null): Location => ({
  pathname,
  search,
  hash: '',
  state,
  key: 'k1',
})

test.each([
  ['?look=a', ['a']],
  ['?looks=a,b,c', ['a', 'b', 'c']],
  ['?looks=a,a,,b', ['a', 'b']],
  ['?look=Maya_knit.front:1', ['Maya_knit.front:1']],
  ['?look=', null],
  ['', null],
])('/create%s is about %j', (search, ids) => {
  expect(createLookIds(at('/create', search))).toEqual(ids)
})

test('over a page the page stays where it is, under its own key, and the address is that of the dialog', () => {
  const page = at('/looks/x', '?type=studio_avatar', { below: { path: '/' } })
  const { to, options } = createTarget(page, ['x'])
  expect(to).toEqual({ pathname: '/looks/x', search: '?type=studio_avatar', hash: '' })
  expect(options.mask).toBe('/create?look=x')
  const opened = { ...page, state: options.state as unknown, key: 'k2' }
  expect(createLookIds(opened)).toEqual(['x'])
  expect(isOverPage(opened)).toBe(true)
  expect(pageKey(opened)).toBe('k1')
  expect(opened.state).toMatchObject({ below: { path: '/' } })
})

test('several looks are all in the address', () => {
  expect(createTarget(at('/'), ['a', 'b:c']).options.mask).toBe('/create?looks=a,b%3Ac')
})

test('a page with nothing over it, or with a state of somebody else’s, is just a page', () => {
  for (const state of [null, 'text', { create: 1 }, { create: { lookIds: 'x' } }]) {
    expect(createLookIds(at('/', '', state))).toBeNull()
    expect(isOverPage(at('/', '', state))).toBe(false)
    expect(pageKey(at('/', '', state))).toBe('k1')
  }
})
