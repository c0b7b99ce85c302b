import { expect, test, vi } from 'vitest'
import { aRender, fakeBrowserStorage } from './fixtures.ts'

const name = 'lookbook.renders'

test('a render is kept through a reload, newest first', () => {
  const browser = fakeBrowserStorage()
  const store = browser.tab()
  store.put(aRender('a', { placedAt: 1 }))
  store.put(aRender('b', { placedAt: 2 }))
  store.update(new Map([['a', { state: 'waiting' }]]))
  const reloaded = browser.tab().read()
  expect(reloaded.map(({ key, state }) => [key, state])).toEqual([
    ['b', 'rendering'],
    ['a', 'waiting'],
  ])
  expect(reloaded).toEqual(store.read())
})

test('tabs are in step, and neither loses what the other writes', () => {
  const browser = fakeBrowserStorage()
  const [one, two] = [browser.tab(), browser.tab()]
  const heard = vi.fn<() => void>()
  two.subscribe(heard)
  one.put(aRender('a'))
  expect(heard).toHaveBeenCalledTimes(1)
  two.put(aRender('b'))
  one.update(new Map([['b', { state: 'done' }]]))
  expect(two.read().map(({ key, state }) => [key, state])).toEqual([
    ['b', 'done'],
    ['a', 'rendering'],
  ])
  one.remove('a')
  two.update(new Map([['a', { state: 'done' }]]))
  expect(two.read().map(({ key }) => key)).toEqual(['b'])
})

test('what another tab wrote is kept, even before this one has heard of it', () => {
  const browser = fakeBrowserStorage()
  const deaf = browser.tab({ events: new EventTarget() })
  browser.tab().put(aRender('a'))
  deaf.put(aRender('b'))
  expect(
    browser
      .tab()
      .read()
      .map(({ key }) => key),
  ).toEqual(['b', 'a'])
})

test('what is read stays the same until it changes', () => {
  const store = fakeBrowserStorage().tab()
  store.put(aRender('a'))
  const before = store.read()
  store.update(new Map([['no-such', { state: 'done' }]]))
  expect(store.read()).toBe(before)
})

test('the form of a render that is done is dropped, that of a failed one is not', () => {
  const store = fakeBrowserStorage().tab()
  store.put(aRender('a', { state: 'done' }))
  store.put(aRender('b', { state: 'failed' }))
  expect(store.read().map(({ draft }) => draft)).toEqual([{ script: 'Hello' }, null])
})

test('of more than 200 the oldest that have ended go', () => {
  const store = fakeBrowserStorage().tab()
  store.put(aRender('running', { placedAt: 0 }))
  for (let at = 1; at <= 201; at++) store.put(aRender(`${at}`, { placedAt: at, state: 'failed' }))
  const keys = store.read().map(({ key }) => key)
  expect(keys).toHaveLength(200)
  expect(keys).toContain('running')
  expect(keys).not.toContain('2')
  expect(keys).toContain('3')
})

test.each(['{', 'null', '{}', '"x"', '[1,null,{}]'])('storage that holds %s is empty', (stored) => {
  expect(
    fakeBrowserStorage({ [name]: stored })
      .tab()
      .read(),
  ).toEqual([])
})

test('a bad record does not cost the others, nor a bad field its record', () => {
  const good = aRender('good')
  const stored = [
    { ...good, key: '' },
    { ...good, key: 'no-route', route: '/v3/assets' },
    { ...good, key: 'no-state', state: 'parked' },
    { ...good, key: 'odd', title: 7, progress: 'half', failure: 'x' },
    good,
  ]
  const store = fakeBrowserStorage({ [name]: JSON.stringify(stored) }).tab()
  expect(store.read().map(({ key, title, progress }) => [key, title, progress])).toEqual([
    ['odd', '', null],
    ['good', 'Take good', null],
  ])
})

test('blocked storage: it works in memory', () => {
  const store = fakeBrowserStorage().tab({
    storage: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  store.put(aRender('a'))
  store.put(aRender('b'))
  store.update(new Map([['a', { state: 'done' }]]))
  expect(store.read()).toHaveLength(2)
})

test('full storage: what is in memory counts, until it can be written again', () => {
  const items = new Map<string, string>()
  let full = false
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  }
  const store = fakeBrowserStorage().tab({ storage: () => storage })
  store.put(aRender('a'))
  full = true
  store.put(aRender('b'))
  store.put(aRender('c'))
  expect(store.read()).toHaveLength(3)
  full = false
  store.update(new Map([['c', { state: 'done' }]]))
  expect(JSON.parse(items.get(name) ?? '')).toHaveLength(3)
})

test.each(['sending', 'unknown', 'absent', 'refused'] as const)(
  'one that HeyGen has taken does not become %s, whichever tab took it',
  (state) => {
    const browser = fakeBrowserStorage()
    const deaf = browser.tab({ events: new EventTarget() })
    deaf.put(aRender('a', { state: 'sending', id: null, videoId: null }))
    browser.tab().update(new Map([['a', { state: 'waiting', id: 'v1' }]]))
    deaf.update(new Map([['a', { state, checkedAt: 5 }]]))
    expect(deaf.read()).toMatchObject([{ state: 'waiting', id: 'v1', checkedAt: null }])
    deaf.update(new Map([['a', { state: 'failed', checkedAt: 5 }]]))
    expect(deaf.read()).toMatchObject([{ state: 'failed', checkedAt: 5 }])
  },
)
