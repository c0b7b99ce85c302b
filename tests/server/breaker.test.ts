import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBreaker } from '#server/breaker.ts'

function breakerAt() {
  const clock = { now: 1000 }
  const breaker = createBreaker({ now: () => clock.now })
  const fail = (times: number) => {
    for (let turn = 0; turn < times; turn++) breaker.record(false)
  }
  return { clock, breaker, fail }
}

test('five failures in a row end the asking for a while, four do not', () => {
  const { breaker, fail } = breakerAt()
  fail(4)
  breaker.record(true)
  fail(4)
  expect(breaker.admit()).toBe(0)
  fail(1)
  expect(breaker.admit()).toBe(5000)
})

test('so does half of the last twenty', () => {
  const { breaker } = breakerAt()
  for (let turn = 0; turn < 19; turn++) breaker.record(turn % 2 === 1)
  expect(breaker.admit()).toBe(0)
  breaker.record(true)
  expect(breaker.admit()).toBeGreaterThan(0)
})

test('after the rest one question goes through; an answer ends it, a failure doubles it, up to a minute', () => {
  const { clock, breaker, fail } = breakerAt()
  fail(5)
  clock.now += 5000
  expect(breaker.admit()).toBe(0)
  expect(breaker.admit()).toBe(1000)
  breaker.record(false)
  expect(breaker.admit()).toBe(10_000)
  for (const rest of [20_000, 40_000, 60_000, 60_000]) {
    clock.now += breaker.admit()
    expect(breaker.admit()).toBe(0)
    breaker.record(false)
    expect(breaker.admit()).toBe(rest)
  }
  clock.now += 60_000
  breaker.admit()
  breaker.record(true)
  expect(breaker.admit()).toBe(0)
  fail(5)
  expect(breaker.admit()).toBe(5000)
})

test('who leaves while finding out lets the next one find out', () => {
  const { clock, breaker, fail } = breakerAt()
  fail(5)
  clock.now += 5000
  expect(breaker.admit()).toBe(0)
  breaker.leave()
  expect(breaker.admit()).toBe(0)
})

test('what was asked before it tripped neither ends nor lengthens the rest', () => {
  const { breaker, fail } = breakerAt()
  fail(5)
  breaker.record(true)
  fail(3)
  expect(breaker.admit()).toBe(5000)
})

test('whatever happens, it asks again within a minute, and never rests without failures', () => {
  const event = fc.oneof(
    fc.constant('ok' as const),
    fc.constant('fail' as const),
    fc.constant('leave' as const),
    fc.integer({ min: 1, max: 30_000 }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (events) => {
      const { clock, breaker } = breakerAt()
      let failed = false
      for (const one of events) {
        if (typeof one === 'number') clock.now += one
        else if (breaker.admit() === 0) {
          failed ||= one === 'fail'
          if (one === 'leave') breaker.leave()
          else breaker.record(one === 'ok')
        }
      }
      expect(breaker.admit()).toBeLessThanOrEqual(failed ? 60_000 : 0)
    }),
  )
})
