import { fireEvent } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { createPreviewSlot } from '#gallery/preview/preview-slot.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

function setUp() {
  const media = document.createElement('span')
  const slot = createPreviewSlot()
  const on = { playing: vi.fn<() => void>(), failed: vi.fn<() => void>() }
  slot.show(media, '/a.mp4', on)
  const video = media.querySelector('video')
  if (!video) throw new Error('There is no video.')
  return { media, slot, on, video }
}

test('a clip plays without sound, in place, again and again, over its picture', () => {
  const { video, media, on } = setUp()
  expect(video).toMatchObject({ muted: true, loop: true, playsInline: true, preload: 'none' })
  expect(video).toHaveAttribute('src', '/a.mp4')
  expect(on.playing).not.toHaveBeenCalled()
  fireEvent.playing(video)
  expect(on.playing).toHaveBeenCalledOnce()
  expect(media.firstElementChild).toHaveAttribute('aria-hidden', 'true')
})

test('when it is let go, it fades and then drops the file, so that the download stops', () => {
  const { video, slot, media } = setUp()
  const load = vi.spyOn(video, 'load')
  const pause = vi.spyOn(video, 'pause')
  fireEvent.playing(video)
  slot.release()
  expect(pause).toHaveBeenCalled()
  expect(media).not.toBeEmptyDOMElement()
  vi.advanceTimersByTime(200)
  expect(media).toBeEmptyDOMElement()
  expect(video).not.toHaveAttribute('src')
  expect(load).toHaveBeenCalledOnce()
})

test('a clip that never showed is dropped at once', () => {
  const { slot, media, video } = setUp()
  slot.release()
  expect(media).toBeEmptyDOMElement()
  expect(video).not.toHaveAttribute('src')
})

test('what a clip says after it was let go is not heard', () => {
  const { slot, video, on } = setUp()
  slot.release()
  fireEvent.playing(video)
  fireEvent.error(video)
  expect(on.playing).not.toHaveBeenCalled()
  expect(on.failed).not.toHaveBeenCalled()
})

test('a slot that is used again while it fades keeps the new clip', () => {
  const { slot, video, on } = setUp()
  fireEvent.playing(video)
  slot.release()
  const other = document.createElement('span')
  slot.show(other, '/b.mp4', on)
  vi.advanceTimersByTime(1000)
  expect(other).toContainElement(video)
  expect(video).toHaveAttribute('src', '/b.mp4')
})

test.each([
  { what: 'cannot be read', name: 'NotSupportedError', failures: 1 },
  { what: 'may not play', name: 'NotAllowedError', failures: 1 },
  { what: 'was cut short by letting go', name: 'AbortError', failures: 0 },
])('a clip that $what fails $failures times', async ({ name, failures }) => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(new DOMException('x', name))
  const { on } = setUp()
  await vi.advanceTimersByTimeAsync(0)
  expect(on.failed).toHaveBeenCalledTimes(failures)
})
