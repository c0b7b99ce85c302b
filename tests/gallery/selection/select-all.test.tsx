import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { looksOnPage } from '#gallery/selection/looks-on-page.ts'
import { canSelectAll, selectAll } from '#gallery/selection/select-all.ts'
import { selection } from '#gallery/selection/selection.ts'
import { notices } from '#ui/notices.ts'

const ends: (() => void)[] = []
beforeEach(() => selection.clear())
afterEach(() => {
  for (const end of ends.splice(0)) end()
  notices.take()
})

test('where there is no index, what is loaded is selected, and that is said', async () => {
  // jsdom has no Worker, which is how a browser fails that cannot load it.
  ends.push(looksOnPage.shows(() => ['a', 'b']))
  ends.push(looksOnPage.answers({ q: '', picks: {} }))
  expect(canSelectAll()).toBe(true)
  await selectAll()
  expect(selection.read()).toEqual(['a', 'b'])
  expect(notices.take()).toMatchObject([
    { title: '2 selected', description: expect.stringContaining('could not be read') },
  ])
})

test('a page of people, or of none, has nothing to select all of', async () => {
  ends.push(looksOnPage.answers({ q: '', picks: {} }))
  expect(canSelectAll()).toBe(false)
  await selectAll()
  const shown = vi.fn<() => string[]>(() => ['a'])
  ends.push(looksOnPage.shows(shown))
  ends.push(looksOnPage.answers(null))
  expect(canSelectAll()).toBe(false)
  await selectAll()
  expect(selection.read()).toEqual([])
})

test('asked before the page has said what it lists, it waits for that', async () => {
  ends.push(looksOnPage.shows(() => ['a', 'b']))
  expect(canSelectAll()).toBe(true)
  const done = selectAll()
  await Promise.resolve()
  expect(selection.read()).toEqual([])
  ends.push(looksOnPage.answers({ q: '', picks: {} }))
  await done
  expect(selection.read()).toEqual(['a', 'b'])
})

test('a list that is gone does not take the place of the one after it', () => {
  const first = looksOnPage.shows(() => ['a'])
  ends.push(looksOnPage.shows(() => ['b']))
  first()
  expect(looksOnPage.loaded()).toEqual(['b'])
})
