import { expect, onTestFinished, test, vi } from 'vitest'
import { SyncDriver } from '#boards/compare/sync-driver.ts'

/** A clip of two seconds at rest that says it has its current data and no more, with the file there up to `end`. */
function clipAtRest(end: number) {
  const video = document.createElement('video')
  const play = vi.fn<() => Promise<void>>(async () => {})
  const buffered = { length: 1, start: () => 0, end: () => end }
  Object.defineProperties(video, {
    readyState: { value: HTMLMediaElement.HAVE_CURRENT_DATA },
    duration: { value: 2 },
    currentTime: { value: 0, writable: true },
    seeking: { value: false },
    buffered: { value: buffered },
    paused: { get: () => play.mock.calls.length === 0 },
    play: { value: play },
    pause: { value: () => {} },
  })
  return { video, play }
}

function playAll(...clips: readonly HTMLVideoElement[]) {
  const driver = new SyncDriver(1, true, () => {})
  const leaves = clips.map((clip) => driver.join(clip))
  onTestFinished(() => {
    driver.pause()
    for (const leave of leaves) leave()
  })
  driver.play()
  return driver
}

test('clips that are loaded set off, though WebKit never says that they can', async () => {
  const [one, other] = [clipAtRest(2), clipAtRest(2)]
  const driver = playAll(one.video, other.video)
  expect(one.play).toHaveBeenCalledOnce()
  expect(other.play).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(driver.read()).toMatchObject({ playing: true, waiting: false }))
})

test('a clip that moves has set off, though WebKit never keeps its promise', async () => {
  const { video, play } = clipAtRest(2)
  play.mockReturnValue(new Promise(() => {}))
  const driver = playAll(video)
  expect(driver.time()).toBe(0)
  video.currentTime = 0.25
  video.dispatchEvent(new Event('timeupdate'))
  await vi.waitFor(() => expect(driver.time()).toBeGreaterThanOrEqual(0.25))
})

test('all wait for a clip that is loaded no further than it stands', () => {
  const [one, other] = [clipAtRest(2), clipAtRest(0.1)]
  const driver = playAll(one.video, other.video)
  expect(driver.read()).toMatchObject({ playing: true, waiting: true })
  expect(one.play).not.toHaveBeenCalled()
})
