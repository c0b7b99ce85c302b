import * as fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { PreviewController, type PreviewTarget } from '#gallery/preview/preview-controller.ts'
import type { PreviewSlot } from '#gallery/preview/preview-slot.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

interface FakeSlot extends PreviewSlot {
  /** What it shows; null when it has been released. */
  on: { media: HTMLElement; url: string; playing: () => void; failed: () => void } | null
}

function fakeSlot(duration: number, log: string[]): FakeSlot {
  return {
    on: null,
    duration,
    show(media, url, on) {
      log.push(url)
      this.on = { media, url, ...on }
    },
    release() {
      this.on = null
    },
  }
}

/** A controller over two slots that are no videos; `asked` is every clip that was asked for. */
function setUp(duration = 4) {
  const asked: string[] = []
  const slots: [FakeSlot, FakeSlot] = [fakeSlot(duration, asked), fakeSlot(duration, asked)]
  const controller = new PreviewController(slots)
  const shown = () => slots.flatMap((slot) => slot.on ?? [])
  const play = () => shown().at(0)?.playing()
  return { controller, asked, shown, play }
}

function card(url: string): PreviewTarget {
  const media = document.createElement('span')
  document.body.append(media)
  return { media, url }
}

test('a clip is asked for after 300 ms of rest, not before', () => {
  const { controller, asked } = setUp()
  const target = card('a')
  controller.arm(target)
  vi.advanceTimersByTime(299)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['a'])
  expect(target.media.dataset.preview).toBe('loading')
})

test('a card says how its own clip is doing, so that its button can', () => {
  const { controller, play } = setUp()
  const target = card('a')
  const root = document.createElement('div')
  root.className = 'card'
  root.append(target.media)
  controller.toggle(target)
  expect(root.dataset.preview).toBe('loading')
  play()
  expect(root.dataset.preview).toBe('playing')
  controller.stop()
  expect(root.dataset.preview).toBeUndefined()
})

test('resting on one card for five seconds asks exactly once', () => {
  const { controller, asked, play } = setUp()
  const target = card('a')
  controller.arm(target)
  vi.advanceTimersByTime(400)
  play()
  for (let at = 0; at < 46; at++) {
    controller.arm(target)
    vi.advanceTimersByTime(100)
  }
  expect(asked).toEqual(['a'])
  expect(target.media.dataset.preview).toBe('playing')
})

test('crossing 30 cards in a second asks for nothing', () => {
  const { controller, asked } = setUp()
  for (let at = 0; at < 30; at++) {
    controller.arm(card(`clip ${at}`))
    vi.advanceTimersByTime(33)
    if (at % 2) controller.leave()
  }
  controller.leave()
  vi.advanceTimersByTime(60_000)
  expect(asked).toEqual([])
})

test('after another clip 120 ms are enough, for 1.5 s', () => {
  const { controller, asked, play } = setUp()
  controller.arm(card('a'))
  vi.advanceTimersByTime(300)
  play()
  controller.leave()
  vi.advanceTimersByTime(1400)
  controller.arm(card('b'))
  vi.advanceTimersByTime(119)
  expect(asked).toEqual(['a'])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['a', 'b'])
  play()
  controller.leave()
  vi.advanceTimersByTime(1500)
  controller.arm(card('c'))
  vi.advanceTimersByTime(299)
  expect(asked).toEqual(['a', 'b'])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['a', 'b', 'c'])
})

test('a clip that never played does not make the next one faster', () => {
  const { controller, asked } = setUp()
  controller.arm(card('a'))
  vi.advanceTimersByTime(300)
  controller.leave()
  controller.arm(card('b'))
  vi.advanceTimersByTime(299)
  expect(asked).toEqual(['a'])
})

test('leaving lets go of the clip, loading or playing', () => {
  const { controller, shown, play } = setUp()
  const target = card('a')
  controller.arm(target)
  vi.advanceTimersByTime(300)
  controller.leave()
  expect(shown()).toEqual([])
  controller.arm(target)
  vi.advanceTimersByTime(300)
  play()
  controller.leave()
  expect(shown()).toEqual([])
  expect(target.media.dataset.preview).toBeUndefined()
})

test('going to another card lets go of the first before the second is asked for', () => {
  const { controller, shown, play } = setUp()
  controller.arm(card('a'))
  vi.advanceTimersByTime(300)
  play()
  controller.arm(card('b'))
  expect(shown()).toEqual([])
  vi.advanceTimersByTime(120)
  expect(shown().map(({ url }) => url)).toEqual(['b'])
})

test.each([
  { what: 'three loops', duration: 4, ends: 12_000 },
  { what: '15 seconds, if that is sooner', duration: 7, ends: 15_000 },
  { what: '15 seconds, where its length is not known', duration: Number.NaN, ends: 15_000 },
  { what: '15 seconds of a stream', duration: Number.POSITIVE_INFINITY, ends: 15_000 },
])('a clip goes back to its picture after $what', ({ duration, ends }) => {
  const { controller, shown, play } = setUp(duration)
  const target = card('a')
  controller.arm(target)
  vi.advanceTimersByTime(300)
  play()
  vi.advanceTimersByTime(ends - 1)
  expect(shown()).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(shown()).toEqual([])
  expect(target.media.dataset.preview).toBeUndefined()
})

test('a clip that failed is not asked for again by hovering, only by asking', () => {
  const { controller, asked, shown } = setUp()
  const target = card('a')
  controller.arm(target)
  vi.advanceTimersByTime(300)
  shown()[0]?.failed()
  expect(shown()).toEqual([])
  for (let at = 0; at < 3; at++) {
    controller.arm(target)
    vi.advanceTimersByTime(5000)
    controller.leave()
  }
  expect(asked).toEqual(['a'])
  controller.toggle(target)
  expect(asked).toEqual(['a', 'a'])
})

test('toggle plays at once, and stops what it started', () => {
  const { controller, asked, shown, play } = setUp()
  const target = card('a')
  expect(controller.toggle(target)).toBe(true)
  expect(asked).toEqual(['a'])
  play()
  controller.leave()
  expect(shown(), 'leaving does not end what was asked for').toHaveLength(1)
  expect(controller.toggle(target)).toBe(false)
  expect(shown()).toEqual([])
})

test('toggle takes over from a clip that is about to play by hovering', () => {
  const { controller, asked } = setUp()
  const target = card('a')
  controller.arm(target)
  expect(controller.toggle(target)).toBe(true)
  vi.advanceTimersByTime(5000)
  expect(asked).toEqual(['a'])
})

test('stop says whether there was anything to see', () => {
  const { controller } = setUp()
  expect(controller.stop()).toBe(false)
  controller.arm(card('a'))
  expect(controller.stop()).toBe(false)
  controller.toggle(card('b'))
  expect(controller.stop()).toBe(true)
  expect(controller.stop()).toBe(false)
})

test('a clip ends with the card it is on', () => {
  const { controller, shown, asked } = setUp()
  const kept = card('a')
  controller.toggle(kept)
  controller.sweep()
  expect(shown()).toHaveLength(1)
  kept.media.remove()
  controller.sweep()
  expect(shown()).toEqual([])

  const gone = card('b')
  controller.arm(gone)
  gone.media.remove()
  controller.sweep()
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual(['a'])
})

test('whatever is done, never two clips at once', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('arm' as const), at: fc.nat(3) }),
    fc.record({ do: fc.constant('toggle' as const), at: fc.nat(3) }),
    fc.record({ do: fc.constant('wait' as const), at: fc.constantFrom(50, 120, 300, 16_000) }),
    fc.record({ do: fc.constantFrom('leave', 'stop', 'sweep', 'play', 'fail'), at: fc.constant(0) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { controller, shown, play } = setUp()
      const cards = ['a', 'b', 'c', 'd'].map(card)
      for (const { do: name, at } of steps) {
        const target = cards[at]
        if (name === 'wait') vi.advanceTimersByTime(at)
        else if (name === 'play') play()
        else if (name === 'fail') shown()[0]?.failed()
        else if (name === 'leave') controller.leave()
        else if (name === 'stop') controller.stop()
        else if (name === 'sweep') controller.sweep()
        else if (target && name === 'arm') controller.arm(target)
        else if (target) controller.toggle(target)
        expect(shown().length).toBeLessThanOrEqual(1)
        const marked = cards.filter(({ media }) => media.dataset.preview !== undefined)
        expect(marked.map(({ media }) => media)).toEqual(shown().map(({ media }) => media))
      }
    }),
  )
})
