import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HeygenHttpError } from '#heygen/errors.ts'
import type { Intent } from '#queries/intents.ts'
import { aRender } from './fixtures.ts'
import { anIntent, aTab } from './tab.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const minute = 60_000

test('an absurd Retry-After is obeyed for 15 minutes, without a busy page', async () => {
  const { store, sources, start } = aTab()
  store.put(aRender('a'))
  store.put(aRender('b', { state: 'unknown', id: null, videoId: null }))
  const never = new HeygenHttpError('GET', 429, { code: 'rate', message: '' }, { retryAfter: 999_999_999 })
  sources.statuses.mockRejectedValueOnce(never)
  sources.intent.mockResolvedValueOnce(anIntent('unknown', { next_check_in: 1e12 }))
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  const timers = vi.spyOn(globalThis, 'setTimeout')
  await vi.advanceTimersByTimeAsync(14 * minute)
  expect([sources.statuses, sources.intent].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  expect(timers.mock.calls.length).toBeLessThan(5)
  await vi.advanceTimersByTimeAsync(minute)
  expect([sources.statuses, sources.intent].map(({ mock }) => mock.calls.length)).toEqual([2, 2])
  timers.mockRestore()
})

test('a clock that is set back an hour silences no checks', async () => {
  vi.setSystemTime(120 * minute)
  const { store, sources, page, start, state } = aTab()
  const now = Date.now()
  store.put(aRender('ended', { state: 'done', followedFrom: now, checkedAt: now }))
  store.put(aRender('a', { followedFrom: now, notBefore: now + 500 * minute }))
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sources.statuses).toHaveBeenCalledTimes(1)
  vi.setSystemTime(60 * minute)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sources.statuses).toHaveBeenCalledTimes(2)
  expect(state('a')?.checkedAt).toBeLessThanOrEqual(Date.now())
  vi.setSystemTime(0)
  page.see(false)
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(sources.statuses).toHaveBeenCalledTimes(4)
})

test('what a check says of an order comes too late for one that has been taken meanwhile', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a', { state: 'sending', id: null, videoId: null }))
  const said = Promise.withResolvers<Intent>()
  sources.intent.mockReturnValueOnce(said.promise)
  start()
  await vi.advanceTimersByTimeAsync(5000)
  store.update(new Map([['a', { state: 'waiting', id: 'v1', videoId: 'v1' }]]))
  said.resolve(anIntent('unknown', { next_check_in: 2 }))
  await vi.advanceTimersByTimeAsync(0)
  expect(state('a')).toMatchObject({ state: 'waiting', id: 'v1', notBefore: null })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sources.statuses.mock.calls[0]?.[0]).toEqual(['v1'])
})
