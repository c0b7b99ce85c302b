import type { Location } from 'react-router'
import { expect, test } from 'vitest'
import { listPlace } from '#app/list-place.ts'

const at = (pathname: string, search = '', state: unknown = null): Location => ({
  pathname,
  search,
  state,
  hash: '',
  key: 'k',
})
const below = (path: string) => ({ below: { path, key: 'k', search: '' } })
const all = { q: '', picks: {} }

test('the list that a page shows is read from its address', () => {
  expect(listPlace(at('/'))).toEqual({ query: all, person: false, lookOpen: false })
  expect(listPlace(at('/', '?q=knit&type=photo_avatar'))?.query).toEqual({
    q: 'knit',
    picks: { type: ['photo_avatar'] },
  })
  expect(listPlace(at('/', '?view=people'))).toMatchObject({ query: null, person: false })
  expect(listPlace(at('/people/a%20b', '?q=knit'))).toMatchObject({
    query: { q: '', picks: { group: ['a b'] } },
    person: true,
  })
})

test('below a look and the create dialog is the list they were opened over, else all looks', () => {
  expect(listPlace(at('/looks/x', '?q=knit', below('/')))).toMatchObject({
    query: { q: 'knit', picks: {} },
    lookOpen: true,
  })
  expect(listPlace(at('/looks/x', '', below('/people/p')))).toMatchObject({
    query: { q: '', picks: { group: ['p'] } },
    person: true,
  })
  expect(listPlace(at('/looks/x'))?.query).toEqual(all)
  expect(listPlace(at('/create', '?look=x'))).toMatchObject({ query: all, lookOpen: false })
})

test('other pages have no list', () => {
  for (const path of ['/renders', '/catalogue', '/compare', '/pick', '/boards/b', '/nowhere'])
    expect(listPlace(at(path))).toBeNull()
})
