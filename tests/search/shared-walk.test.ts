import { IDBFactory } from 'fake-indexeddb'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LivingParts } from '#search/living-catalogue.ts'
import { openTab } from './living-rig.ts'
import { idsOf, refuse, sandboxFetch } from './walk-rig.ts'

let accounts = 0

/** What tabs of one browser share: locks, channels, and storage where it works. */
const browser = (storage: IDBFactory | null = null): Partial<LivingParts> => ({
  locks: navigator.locks,
  openChannel: (name) => new BroadcastChannel(name),
  account: `shared-${(accounts += 1)}`,
  storage,
})

const rest = (ms = 50) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

async function twoTabs(looks: number, storage: IDBFactory | null, latencyMs = 3) {
  const shared = browser(storage)
  const first = sandboxFetch({ looks, latencyMs })
  const second = sandboxFetch({ looks, latencyMs })
  const a = openTab(first.send, shared)
  const b = openTab(second.send, shared)
  await a.open()
  return { a, b, asked: [first.asked, second.asked] as const, shared }
}

test.each([
  ['kept', new IDBFactory()],
  ['blocked', null],
])('two tabs share one walk, storage %s', async (_, storage) => {
  const { a, b, asked } = await twoTabs(900, storage)
  await b.open()
  await Promise.all([a.over(), b.over()])
  await b.until(({ looks, whole }) => looks === 900 && whole)
  expect(idsOf(b.book)).toEqual(idsOf(a.book))
  expect(b.book.record).toEqual(a.book.record)
  expect(asked[0].length).toBeGreaterThan(18)
  expect(asked[1]).toEqual([])
  expect(Array.from(b.book.index.everyLook(), ({ own }) => own)).toEqual(
    Array.from(a.book.index.everyLook(), ({ own }) => own),
  )
})

test.each([
  ['kept', new IDBFactory()],
  ['blocked', null],
])('a tab that comes late is told what it lacks, storage %s', async (_, storage) => {
  const { a, b, asked } = await twoTabs(900, storage)
  await a.until(({ looks }) => looks > 300)
  await b.open()
  await b.until(({ looks, state }) => looks > 300 && state === 'walking')
  await Promise.all([a.over(), b.over()])
  await b.until(({ looks }) => looks === 900)
  expect(idsOf(b.book)).toEqual(idsOf(a.book))
  expect(asked[1]).toEqual([])
})

test.each([
  ['kept', new IDBFactory()],
  ['blocked', null],
])('when the tab that walks goes, the other goes on from there, storage %s', async (_, storage) => {
  const { a, b, asked } = await twoTabs(1500, storage)
  await b.open()
  await b.until(({ looks }) => looks > 500)
  a.close()
  await rest()
  const [before] = asked
  await b.over()
  expect(b.readProgress()).toMatchObject({ looks: 1500, whole: true, missing: 0 })
  expect(asked[1].length).toBeGreaterThan(5)
  // What was known is not asked for again, but for what was under way.
  const alone = 1500 / 50 + 8
  expect(before.length + asked[1].length).toBeLessThan(alone + 6)
})

test('stop and go may be said in any tab', async () => {
  const { a, b, asked } = await twoTabs(2000, null, 20)
  await b.open()
  await b.until(({ looks }) => looks > 200)
  b.stop()
  await Promise.all([a, b].map((tab) => tab.until(({ state }) => state === 'stopped')))
  await rest()
  const { length } = asked[0]
  await rest(100)
  expect(asked[0]).toHaveLength(length)
  b.walk()
  await Promise.all([a.over(), b.over()])
  expect(b.readProgress().looks).toBe(2000)
  expect(asked[1]).toEqual([])
})

test('what one person stopped, the next tab does not take up by itself', async () => {
  const { a, b, asked } = await twoTabs(2000, null, 20)
  await b.open()
  await b.until(({ looks }) => looks > 200)
  b.stop()
  await b.until(({ state }) => state === 'stopped')
  a.close()
  await rest(150)
  expect(b.readProgress().state).toBe('stopped')
  expect(asked[1]).toEqual([])
  b.walk()
  await b.over()
  expect(b.readProgress().looks).toBe(2000)
})

test('looks that a refresh found gone go in every tab', async () => {
  const { a, b } = await twoTabs(900, null)
  await b.open()
  await Promise.all([a.over(), b.over()])
  const [gone = ''] = idsOf(a.book)
  const { look } = a.book.index.look(gone) ?? {}
  expect(look).toBeDefined()
  // As if it had been there before and HeyGen had never heard of it.
  for (const tab of [a, b])
    if (look) tab.book.put([], [{ look: { ...look, id: 'never' }, own: false, walk: 1 }])
  a.walk()
  await a.until(({ state }) => state === 'walking')
  await Promise.all([a.over(), b.over()])
  expect(a.book.index.look('never')).toBeUndefined()
  await expect.poll(() => b.book.index.look('never')).toBeUndefined()
})

test('accounts do not mix', async () => {
  const one = openTab(sandboxFetch({ looks: 300 }).send, browser())
  const other = openTab(sandboxFetch({ looks: 120 }).send, browser())
  await Promise.all([one.open(), other.open()])
  await Promise.all([one.over(), other.over()])
  expect([one.readProgress().looks, other.readProgress().looks]).toEqual([300, 120])
})

test('locks that are refused leave each tab on its own', async () => {
  const locks: LivingParts['locks'] = {
    request: () => Promise.reject(new DOMException('no', 'SecurityError')),
  }
  const tab = openTab(sandboxFetch({ looks: 120 }).send, { ...browser(), locks })
  await tab.open()
  await tab.over()
  expect(tab.readProgress().looks).toBe(120)
})

test('a walk that lost the network goes on when it is back', async () => {
  const network = new EventTarget()
  const { send, asked } = sandboxFetch({ looks: 700 })
  let off = false
  const tab = openTab(
    (input, init) => {
      if (asked.length === 9) off = true
      return off ? Promise.reject(new TypeError('Failed to fetch')) : send(input, init)
    },
    { network },
  )
  await tab.open()
  const { looks, error } = await tab.until(({ state }) => state === 'failed')
  expect(looks).toBeGreaterThan(0)
  expect(error).toContain('no answer')
  off = false
  asked.length = 10
  network.dispatchEvent(new Event('online'))
  expect(await tab.over()).toMatchObject({ looks: 700, whole: true })
}, 30_000)

test('a wait is told to every tab, with its end', async () => {
  const shared = browser()
  const { send, asked } = sandboxFetch({ looks: 700 })
  let refusedAt = Infinity
  const a = openTab((input, init) => {
    if (asked.length !== 9) return send(input, init)
    asked.push(new URL('http://refused'))
    refusedAt = Date.now()
    return Promise.resolve(refuse(429, { 'retry-after': '1' }))
  }, shared)
  const b = openTab(send, shared)
  await a.open()
  await b.open()
  const { until } = await b.until(({ state }) => state === 'waiting')
  expect(until).toBeGreaterThanOrEqual(refusedAt + 1000)
  expect(until).toBeLessThanOrEqual(Date.now() + 1000)
  await Promise.all([a.over(), b.over()])
})

test('without https, where there are no locks and no crypto.randomUUID, a tab reads the catalogue itself', async () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const tab = openTab(sandboxFetch({ looks: 120 }).send, { ...browser(), locks: null })
  await tab.open()
  expect(await tab.over()).toMatchObject({ looks: 120, whole: true })
})
