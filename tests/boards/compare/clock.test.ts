import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  moveClock,
  newClock,
  paceClock,
  placeIn,
  startClock,
  stopClock,
  timeAt,
  timelineOf,
} from '#boards/compare/clock.ts'

test('it goes on by its speed while it runs, and stands when it is stopped', () => {
  const running = startClock(newClock(2), 1000)
  expect(timeAt(running, 1500)).toBe(1)
  const stopped = stopClock(running, 1500)
  expect(timeAt(stopped, 9000)).toBe(1)
  expect(timeAt(startClock(stopped, 9000), 9250)).toBe(1.5)
})

test('another speed or another place changes nothing of what has passed', () => {
  const running = startClock(newClock(1), 0)
  const faster = paceClock(running, 2, 1000)
  expect(timeAt(faster, 1000)).toBe(1)
  expect(timeAt(faster, 1500)).toBe(2)
  expect(timeAt(moveClock(faster, 0.25, 1500), 2000)).toBe(1.25)
  expect(timeAt(moveClock(newClock(1), 0.25, 1500), 2000)).toBe(0.25)
})

test('it never goes back by itself, however often it is stopped and started', () => {
  const step = fc.tuple(fc.constantFrom('start', 'stop', 'pace'), fc.integer({ min: 0, max: 500 }))
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let clock = newClock(1)
      let now = 0
      let before = 0
      for (const [what, passed] of steps) {
        now += passed
        const time = timeAt(clock, now)
        expect(time).toBeGreaterThanOrEqual(before)
        before = time
        if (what === 'start') clock = startClock(clock, now)
        else if (what === 'stop') clock = stopClock(clock, now)
        else clock = paceClock(clock, 1 + (passed % 3) / 2, now)
        expect(timeAt(clock, now)).toBeCloseTo(time, 9)
      }
    }),
  )
})

test('the timeline is as long as the longest clip that is known; shorter ones hold their end', () => {
  expect(timelineOf([2, Number.NaN, 3.5, Infinity])).toBe(3.5)
  expect(timelineOf([])).toBe(0)
  expect(placeIn(3, 2)).toBe(2)
  expect(placeIn(-1, 2)).toBe(0)
  expect(placeIn(3, Number.NaN)).toBe(3)
})
