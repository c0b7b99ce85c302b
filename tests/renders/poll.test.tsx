import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HeygenHttpError, HeygenNetworkError } from '#heygen/errors.ts'
import { resumed } from '#renders/follow.ts'
import { takeTurns, type Locks } from '#renders/take-turns.ts'
import { aRender, fakeBrowserStorage, fakeLocks } from './fixtures.ts'
import { anIntent, aSession, aTab, aVideo, notFound, statusOf } from './tab.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const minute = 60_000

test('100 running videos are one request a check, on schedule, for 15 minutes', async () => {
  const { store, sources, start } = aTab()
  for (let at = 0; at < 100; at++) store.put(aRender(`${at}`))
  start()
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(sources.statuses).toHaveBeenCalledTimes(12)
  expect(sources.statuses.mock.calls.every(([ids]) => new Set(ids).size === 100)).toBe(true)
  await vi.advanceTimersByTimeAsync(3 * minute)
  expect(sources.statuses).toHaveBeenCalledTimes(18)
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(sources.statuses).toHaveBeenCalledTimes(28)
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(sources.statuses).toHaveBeenCalledTimes(28)
  store.update(new Map([['7', resumed(Date.now())]]))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sources.statuses).toHaveBeenCalledTimes(30)
  expect(sources.statuses.mock.lastCall?.[0]).toEqual(['video-7'])
})

test('videos that were placed one after the other fall into one step', async () => {
  const { store, sources, start } = aTab()
  start()
  for (let at = 0; at < 10; at++) {
    store.put(aRender(`${at}`, { placedAt: Date.now(), followedFrom: Date.now() }))
    await vi.advanceTimersByTimeAsync(1000)
  }
  await vi.advanceTimersByTimeAsync(20_000)
  sources.statuses.mockClear()
  await vi.advanceTimersByTimeAsync(60_000)
  // Two steps five seconds apart at the most, where ten would be ten.
  expect(sources.statuses.mock.calls.length).toBeLessThanOrEqual(12)
  expect(sources.statuses.mock.calls.length).toBeGreaterThanOrEqual(6)
})

test('more than 100 are asked for in turn, never more than 100 at once', async () => {
  const { store, sources, start } = aTab()
  for (let at = 0; at < 130; at++) store.put(aRender(`${at}`))
  start()
  await vi.advanceTimersByTimeAsync(12_000)
  expect(sources.statuses.mock.calls.map(([ids]) => ids.length)).toEqual([100, 30])
})

test('a hidden tab asks at most once a minute, and asks at once when it is seen', async () => {
  const { store, sources, page, start } = aTab()
  store.put(aRender('a'))
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  page.see(false)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(sources.statuses).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(61_000)
  expect(sources.statuses).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(50_000)
  expect(sources.statuses).toHaveBeenCalledTimes(3)
  page.see(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(sources.statuses).toHaveBeenCalledTimes(4)
})

test('a finished video is read once, and nothing is asked after it', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a'))
  sources.statuses.mockImplementation(statusOf('completed'))
  sources.video.mockImplementation(async (id) =>
    aVideo(id, { duration: 41.2, completed_at: 8, subtitle_url: 'https://files.heygen.ai/a.srt' }),
  )
  start()
  await vi.advanceTimersByTimeAsync(5 * minute)
  expect(sources.video).toHaveBeenCalledTimes(1)
  expect(sources.statuses).toHaveBeenCalledTimes(1)
  expect(state('a')).toMatchObject({
    state: 'done',
    duration: 41.2,
    doneAt: 8000,
    captions: true,
    draft: null,
  })
  expect(JSON.stringify(store.read())).not.toContain('https:')
})

test('a failed video keeps its reason and its form; without the reason it has failed all the same', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a'))
  store.put(aRender('b'))
  sources.statuses.mockImplementation(statusOf('failed'))
  sources.video.mockImplementation(async (id) => {
    if (id === 'video-b') throw new HeygenNetworkError('lost')
    return aVideo(id, { failure_code: 'tts', failure_message: 'Voice failed' })
  })
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(state('a')).toMatchObject({
    state: 'failed',
    failure: { code: 'tts', message: 'Voice failed' },
    draft: { script: 'Hello' },
  })
  expect(state('b')).toMatchObject({ state: 'failed', failure: { code: '', message: '' } })
})

test('a video that HeyGen does not know is waited for, but not for ever', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a'))
  sources.statuses.mockImplementation(statusOf('not_found'))
  start()
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(state('a')?.state).toBe('rendering')
  await vi.advanceTimersByTimeAsync(minute)
  expect(state('a')).toMatchObject({ state: 'failed', failure: { code: 'not_found' } })
})

test('a check that fails is said, and the next comes by the schedule', async () => {
  const { store, sources, statuses, start, state } = aTab()
  store.put(aRender('a'))
  sources.statuses.mockRejectedValueOnce(new HeygenNetworkError('lost'))
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(statuses).toEqual([
    { checking: true, failedAt: null },
    { checking: false, failedAt: 10_000 },
  ])
  expect(state('a')).toMatchObject({ state: 'rendering', checkedAt: 10_000 })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(statuses.at(-1)).toEqual({ checking: false, failedAt: null })
})

test('Retry-After is obeyed', async () => {
  const { store, sources, start } = aTab()
  store.put(aRender('a'))
  const slowDown = new HeygenHttpError('GET', 429, { code: 'rate', message: '' }, { retryAfter: 45 })
  sources.statuses.mockRejectedValueOnce(slowDown)
  start()
  await vi.advanceTimersByTimeAsync(54_000)
  expect(sources.statuses).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1000)
  expect(sources.statuses).toHaveBeenCalledTimes(2)
})

test('agent sessions are asked for their progress, four at a time, until they have a video', async () => {
  const { store, sources, start, state } = aTab()
  for (let at = 0; at < 6; at++)
    store.put(aRender(`${at}`, { route: '/v3/video-agents', id: `s${at}`, videoId: null, state: 'waiting' }))
  const ask: (() => void)[] = []
  sources.session.mockImplementation(
    (id) =>
      new Promise((resolve) => {
        ask.push(() => resolve(aSession(id === 's0' ? { status: 'waiting_for_input' } : { video_id: 'v' })))
      }),
  )
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ask).toHaveLength(4)
  for (let at = 0; at < 6; at++) {
    ask[at]?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(state('0')).toMatchObject({ state: 'needs-input', progress: 40, videoId: null })
  expect(state('5')).toMatchObject({ state: 'rendering', videoId: 'v' })
  expect(sources.statuses).not.toHaveBeenCalled()
})

test('an agent that failed says why', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a', { route: '/v3/video-agents', id: 's', videoId: null }))
  const messages = [{ role: 'model', type: 'error', content: 'No such style', created_at: 1 }]
  sources.session.mockResolvedValue(aSession({ status: 'failed', messages }))
  start()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(state('a')).toMatchObject({ state: 'failed', failure: { message: 'No such style' } })
})

const anOrder = (key: string) => aRender(key, { state: 'sending', id: null, videoId: null })

test('an order without an answer is asked after as the server says, until it has one', async () => {
  const { store, sources, start, state } = aTab()
  store.put(anOrder('a'))
  sources.intent
    .mockResolvedValueOnce(anIntent('unknown', { next_check_in: 2 }))
    .mockResolvedValueOnce(anIntent('done', { answer: { video_id: 'v1', session_id: null, batch_id: null } }))
  start()
  await vi.advanceTimersByTimeAsync(5000)
  expect(state('a')?.state).toBe('unknown')
  await vi.advanceTimersByTimeAsync(2000)
  expect(state('a')).toMatchObject({ state: 'waiting', id: 'v1', videoId: 'v1' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sources.intent).toHaveBeenCalledTimes(2)
  expect(sources.statuses).toHaveBeenCalledTimes(1)
})

test('an order that was refused or never taken says so', async () => {
  const { store, sources, start, state } = aTab()
  store.put(anOrder('a'))
  store.put(anOrder('b'))
  const error = {
    status: 402,
    code: 'insufficient_credit',
    message: 'No credit',
    param: null,
    retry_after: null,
  }
  sources.intent.mockImplementation(async (key) =>
    key === 'a' ? anIntent('refused', { error }) : anIntent('absent'),
  )
  start()
  await vi.advanceTimersByTimeAsync(5000)
  expect(state('a')).toMatchObject({ state: 'refused', failure: { message: 'No credit' } })
  expect(state('b')).toMatchObject({ state: 'absent', draft: { script: 'Hello' } })
})

test('an order the server never saw may still be on its way for two minutes', async () => {
  const { store, sources, start, state } = aTab()
  store.put(anOrder('a'))
  sources.intent.mockRejectedValue(notFound)
  start()
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(state('a')?.state).toBe('sending')
  await vi.advanceTimersByTimeAsync(minute)
  expect(state('a')?.state).toBe('absent')
})

test('a record that cannot be asked after does not keep the page busy', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a', { id: null, videoId: null }))
  start()
  await vi.advanceTimersByTimeAsync(minute)
  expect(state('a')?.checkedAt).toBe(minute)
  expect(sources.statuses).not.toHaveBeenCalled()
})

test('once stopped, nothing is asked, and an answer on its way is dropped', async () => {
  const { store, sources, start, state } = aTab()
  store.put(aRender('a'))
  let aborted: AbortSignal | undefined
  sources.statuses.mockImplementation((_, signal) => {
    aborted = signal
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('x'))))
  })
  const stop = start()
  await vi.advanceTimersByTimeAsync(10_000)
  stop()
  await vi.advanceTimersByTimeAsync(minute)
  expect(aborted?.aborted).toBe(true)
  expect(sources.statuses).toHaveBeenCalledTimes(1)
  expect(state('a')?.checkedAt).toBeNull()
})

/** Two tabs of one browser, that take turns. */
function twoTabs(locks: Locks | null) {
  const browser = fakeBrowserStorage()
  const heard = new EventTarget()
  const tabs = [aTab(browser), aTab(browser)] as const
  const leave = tabs.map((tab) =>
    takeTurns(tab.start, {
      locks,
      page: tab.page,
      channel: {
        postMessage: (data) => void heard.dispatchEvent(new MessageEvent('message', { data })),
        addEventListener: heard.addEventListener.bind(heard),
        close: () => {},
      },
    }),
  )
  const asked = () => tabs.map(({ sources }) => sources.statuses.mock.calls.length)
  return { tabs, leave, asked }
}

test('of two tabs one asks, and both know', async () => {
  const { tabs, asked, leave } = twoTabs(fakeLocks())
  tabs[0].store.put(aRender('a'))
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(asked()).toEqual([12, 0])
  expect(tabs[1].state('a')?.checkedAt).toBe(2 * minute)
  leave[0]?.()
  await vi.advanceTimersByTimeAsync(minute)
  expect(asked()).toEqual([12, 2])
})

test('the tab that is seen takes over from the one that is hidden', async () => {
  const { tabs, asked } = twoTabs(fakeLocks())
  tabs[0].store.put(aRender('a'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked()).toEqual([1, 0])
  tabs[0].page.see(false)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked()).toEqual([1, 1])
  tabs[1].page.see(false)
  tabs[0].page.see(true)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked()).toEqual([3, 1])
})

test('a tab that is shown asks a hidden one to give way', async () => {
  const { tabs, asked } = twoTabs(fakeLocks())
  tabs[1].page.see(false)
  tabs[0].page.see(false)
  tabs[0].page.see(true)
  tabs[0].store.put(aRender('a'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked()).toEqual([1, 0])
  tabs[0].page.hidden = true
  tabs[1].page.see(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked()).toEqual([1, 1])
})

test('without locks the tabs share one schedule all the same', async () => {
  const { tabs, asked } = twoTabs(null)
  tabs[0].store.put(aRender('a'))
  await vi.advanceTimersByTimeAsync(2 * minute)
  // Both may ask in the same moment; what one has asked the other does not ask again.
  const [one, two] = asked()
  expect((one ?? 0) + (two ?? 0)).toBeGreaterThanOrEqual(12)
  expect(Math.max(one ?? 0, two ?? 0)).toBeLessThanOrEqual(12)
})
