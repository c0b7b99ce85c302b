import { expect, test } from 'vitest'
import type { Page } from '#heygen/paging.ts'
import { nextToken, selectItems } from '#queries/pages.ts'

interface Item {
  id: string
  version?: number
}

const page = (ids: string[], next: string | null, more: Partial<Page<Item>> = {}): Page<Item> => ({
  items: ids.map((id) => ({ id })),
  skipped: 0,
  next,
  cut: false,
  ...more,
})
const idOf = ({ id }: Item) => id

test('the next page is asked for by its token, and never twice', () => {
  expect(nextToken(page(['a'], 't1'), [], undefined, [undefined])).toBe('t1')
  expect(nextToken(page(['a'], null), [], undefined, [undefined])).toBeUndefined()
  expect(nextToken(page(['b'], 't1'), [], 't1', [undefined, 't1'])).toBeUndefined()
  expect(nextToken(page(['c'], 't1'), [], 't2', [undefined, 't1', 't2'])).toBeUndefined()
})

test('one that comes twice keeps its first place and its last content', () => {
  const first = page([], 't1', { items: [{ id: 'a', version: 1 }, { id: 'b' }] })
  const second = page([], null, { items: [{ id: 'c' }, { id: 'a', version: 2 }] })
  const { items } = selectItems({ pages: [first, second], pageParams: [undefined, 't1'] }, idOf)
  expect(items).toEqual([{ id: 'a', version: 2 }, { id: 'b' }, { id: 'c' }])
})

test('entries that could not be read are counted over all pages', () => {
  const data = {
    pages: [page(['a'], 't1', { skipped: 2 }), page(['b'], null, { skipped: 1 })],
    pageParams: [undefined, 't1'],
  }
  expect(selectItems(data, idOf)).toEqual({ items: [{ id: 'a' }, { id: 'b' }], skipped: 3, cut: false })
})

test.each([
  { what: 'a listing that says it is whole', last: page(['b'], null), cut: false },
  { what: 'a listing that broke off', last: page(['b'], null, { cut: true }), cut: true },
  { what: 'a cursor that came before', last: page(['b'], 't1'), cut: true },
  { what: 'a listing with more to come', last: page(['b'], 't2'), cut: false },
])('$what is cut: $cut', ({ last, cut }) => {
  const data = { pages: [page(['a'], 't1'), last], pageParams: [undefined, 't1'] }
  expect(selectItems(data, idOf).cut).toBe(cut)
})

test('nothing loaded is an empty listing', () => {
  expect(selectItems({ pages: [], pageParams: [] }, idOf)).toEqual({ items: [], skipped: 0, cut: false })
})
