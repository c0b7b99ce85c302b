import { expect, test } from 'vitest'
import {
  dueAt,
  isStopped,
  lastCheck,
  nextCheck,
  nextDue,
  onceMore,
  resumed,
  righted,
} from '#renders/follow.ts'
import { aRender } from './fixtures.ts'

const second = 1000
const minute = 60 * second

test.each([
  [null, 10],
  [0, 10],
  [110, 120],
  [119, 129],
  [120, 150],
  [270, 300],
  [300, 360],
  [840, 900],
  [870, 900],
])('after a check at %s s the next is at %s s', (checked, next) => {
  expect(nextDue(aRender('a', { checkedAt: checked === null ? null : checked * second }))).toBe(next * second)
})

test('kept to the second, fifteen minutes are 28 checks, and then it stops', () => {
  const render = aRender('a')
  const checks: number[] = []
  for (let due = nextDue(render); due !== null; due = nextDue(render)) {
    checks.push(due / second)
    render.checkedAt = due
  }
  expect(checks).toHaveLength(12 + 6 + 10)
  expect(checks.at(-1)).toBe(900)
  expect(isStopped(render)).toBe(true)
  Object.assign(render, resumed(2000 * second))
  expect(nextDue(render)).toBe(2000 * second)
  render.checkedAt = 2000 * second
  expect(nextDue(render)).toBe(2010 * second)
})

test('one that has ended is not asked after', () => {
  for (const state of ['done', 'failed', 'refused', 'absent'] as const) {
    expect(nextDue(aRender('a', { state }))).toBeNull()
    expect(isStopped(aRender('a', { state, checkedAt: 20 * minute }))).toBe(false)
  }
})

test('a laptop that was closed asks once when it is opened', () => {
  const render = aRender('a', { checkedAt: 30 * second })
  expect(nextDue(render)).toBe(40 * second)
  expect(dueAt([render], 8 * 60 * minute)).toEqual([render])
  expect(nextDue({ ...render, checkedAt: 8 * 60 * minute })).toBeNull()
})

test('coming back to the page asks once after one whose schedule has ended', () => {
  const now = 60 * minute
  const back = aRender('a', { checkedAt: 15 * minute, ...onceMore(now) })
  expect(nextDue(back)).toBe(now)
  expect(nextDue({ ...back, checkedAt: now })).toBeNull()
})

test('being asked to wait is obeyed', () => {
  expect(nextDue(aRender('a', { checkedAt: 20 * second, notBefore: 75 * second }))).toBe(75 * second)
  expect(nextDue(aRender('a', { checkedAt: 20 * second, notBefore: 5 * second }))).toBe(30 * second)
})

test('an order without an answer is asked after at 5 s, then when the server says', () => {
  const order = aRender('a', { state: 'unknown', id: null, videoId: null })
  expect(nextDue(order)).toBe(5 * second)
  expect(nextDue({ ...order, checkedAt: 5 * second, notBefore: 7 * second })).toBe(7 * second)
  expect(nextDue({ ...order, checkedAt: 5 * second })).toBe(15 * second)
})

test('what is due within a second goes out together, and takes along what is due soon', () => {
  const placed = [0, 900, 5000, 5100].map((followedFrom) => aRender(`${followedFrom}`, { followedFrom }))
  expect(nextCheck(placed)).toBe(10_000)
  expect(dueAt(placed, 10_000).map(({ key }) => key)).toEqual(['0', '900', '5000'])
  expect(dueAt(placed, 8000)).toEqual([])
  const waits = aRender('waits', { followedFrom: 0, notBefore: 12_000 })
  const order = aRender('order', { state: 'unknown', followedFrom: 8000 })
  expect(dueAt([...placed, waits, order], 10_000).map(({ key }) => key)).toEqual(['0', '900', '5000'])
  expect(nextCheck([])).toBeNull()
  expect(lastCheck([])).toBe(-Infinity)
  expect(lastCheck([aRender('a', { checkedAt: 7 }), aRender('b')])).toBe(7)
})

test('of a clock that was set back, only what lies in the future is set to now', () => {
  const now = 60 * minute
  const renders = [
    aRender('past', { followedFrom: now - 1, checkedAt: now, notBefore: now + 15 * minute }),
    aRender('begun', { followedFrom: now + 1, checkedAt: 0 }),
    aRender('checked', { followedFrom: now, checkedAt: now + 1 }),
    aRender('waits', { followedFrom: 0, notBefore: now + 15 * minute + 1 }),
  ]
  expect(Object.fromEntries(righted(renders, now))).toEqual({
    begun: { followedFrom: now },
    checked: { checkedAt: now },
    waits: { notBefore: now },
  })
})
