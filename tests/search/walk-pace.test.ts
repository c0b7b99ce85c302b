import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WalkHalted } from '#search/ask-page.ts'
import { createPace } from '#search/walk-pace.ts'
import { refuse, rig, sandboxFetch } from './walk-rig.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_795_000_000_000 }))
afterEach(() => void vi.useRealTimers())

const never = new AbortController().signal

test('two requests at once, and one a second while nobody looks', async () => {
  const pace = createPace(() => {})
  let running = 0
  let most = 0
  let done = 0
  const request = async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    done += 1
  }
  await Promise.all(Array.from({ length: 8 }, () => pace.turn(request, never)))
  expect(most).toBe(2)
  most = 0
  done = 0
  pace.hidden = true
  const all = Promise.all(Array.from({ length: 8 }, () => pace.turn(request, never)))
  await vi.advanceTimersByTimeAsync(3500)
  expect(most).toBe(1)
  expect(done).toBe(4)
  pace.hidden = false
  await vi.advanceTimersByTimeAsync(1000)
  await all
  expect(done).toBe(8)
})

test('a refused walk waits as long as it is told, says until when, and goes on', async () => {
  const { send, asked } = sandboxFetch({ looks: 400 })
  let storm = 0
  const { book, walk, holds } = rig((input, init) => {
    if (asked.length === 6 && storm < 5) {
      storm += 1
      return Promise.resolve(refuse(429, { 'retry-after': '7' }))
    }
    return send(input, init)
  })
  const over = walk()
  await vi.advanceTimersByTimeAsync(1000)
  expect(holds.at(-1)).toBe(Date.now() - 1000 + 7000)
  const { length } = asked
  await vi.advanceTimersByTimeAsync(5900)
  expect(asked).toHaveLength(length)
  await vi.advanceTimersByTimeAsync(60_000)
  await over
  expect(storm).toBe(5)
  expect(holds.at(-1)).toBeNull()
  expect(book.index.looks).toBe(400)
  expect(book.record).toMatchObject({ whole: true, missing: 0 })
})

test('without Retry-After each wait is twice the one before', async () => {
  const start = Date.now()
  let asked: number[] = []
  const { walk } = rig(async () => {
    asked.push(Date.now() - start)
    return refuse(429)
  })
  const over = walk().catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(await over).toBeInstanceOf(WalkHalted)
  expect(asked).toEqual([0, 2000, 6000, 14_000, 30_000, 62_000, 126_000])
  // It can be taken up, and is as patient as before.
  asked = []
  void walk().catch(() => {})
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toHaveLength(1)
})

test('no wait is longer than two minutes', async () => {
  const start = Date.now()
  const asked: number[] = []
  const { walk } = rig(async () => {
    asked.push(Date.now() - start)
    return refuse(429, { 'retry-after': '86400' })
  })
  walk().catch(() => {})
  await vi.advanceTimersByTimeAsync(121_000)
  expect(asked).toEqual([0, 120_000])
})

test('without a network it tries a few times, and then says that it is off line', async () => {
  const { walk } = rig(() => Promise.reject(new TypeError('Failed to fetch')))
  const over = walk().catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(8000)
  const error = await over
  expect(error).toBeInstanceOf(WalkHalted)
  expect(error).toMatchObject({ offline: true })
})

test.each([401, 402, 403])('%i ends the walk at once', async (status) => {
  let asked = 0
  const { walk } = rig(async () => {
    asked += 1
    return refuse(status)
  })
  await expect(walk()).rejects.toThrow(String(status))
  expect(asked).toBe(1)
})

test('a server that only fails is given up before long', async () => {
  let asked = 0
  const { walk } = rig(async () => {
    asked += 1
    return refuse(500)
  })
  const over = walk().catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await over).toBeInstanceOf(WalkHalted)
  expect(asked).toBeLessThanOrEqual(20)
})
