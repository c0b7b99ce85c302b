import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenStill } from '#ui/when-still.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('it waits for as long as something goes on, and then speaks once', () => {
  const then = vi.fn<() => void>()
  const still = whenStill(90, then)
  for (let at = 0; at < 20; at++) {
    still.touch()
    vi.advanceTimersByTime(50)
  }
  expect(then).not.toHaveBeenCalled()
  vi.advanceTimersByTime(39)
  expect(then).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(then).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1000)
  expect(then).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

test('one timer runs at a time, and none after its end', () => {
  const then = vi.fn<() => void>()
  const still = whenStill(90, then)
  still.touch()
  still.touch()
  expect(vi.getTimerCount()).toBe(1)
  still.end()
  vi.advanceTimersByTime(1000)
  expect(then).not.toHaveBeenCalled()
  still.touch()
  vi.advanceTimersByTime(90)
  expect(then).toHaveBeenCalledOnce()
})

test('what is told by frame has its say before it counts as still, however long a frame takes', () => {
  let frame: FrameRequestCallback | null = null
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => ((frame = run), 1))
  vi.stubGlobal('cancelAnimationFrame', () => (frame = null))
  const paint = () => {
    const run = frame
    frame = null
    run?.(0)
  }
  const then = vi.fn<() => void>()
  const still = whenStill(90, then, { byFrame: true })
  still.touch()
  vi.advanceTimersByTime(150)
  still.touch()
  paint()
  vi.advanceTimersByTime(150)
  expect(then).not.toHaveBeenCalled()
  paint()
  expect(then).toHaveBeenCalledOnce()

  still.touch()
  vi.advanceTimersByTime(150)
  still.end()
  paint()
  expect(then).toHaveBeenCalledOnce()

  vi.stubGlobal('document', { hidden: true })
  still.touch()
  vi.advanceTimersByTime(90)
  expect(then).toHaveBeenCalledTimes(2)
  vi.unstubAllGlobals()
})
