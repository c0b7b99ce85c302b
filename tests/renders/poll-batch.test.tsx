import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HeygenHttpError, HeygenNetworkError } from '#heygen/errors.ts'
import type { Batch } from '#heygen/schemas/video.ts'
import { openIntent } from '#renders/intent.ts'
import type { Render } from '#renders/render.ts'
import { aRender } from './fixtures.ts'
import { anIntent, aTab, aVideo, notFound } from './tab.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const minute = 60_000

type Item = Batch['items'][number]

const anItem = (item_index: number, rest: Partial<Item> = {}): Item => ({
  item_index,
  status: 'queued',
  video_id: null,
  error: null,
  ...rest,
})

const aBatch = (...items: Item[]) => ({ status: 'processing', items })

/** A video of the batch `b`, that HeyGen took. */
const ofBatch = (index: number, rest: Partial<Render> = {}) =>
  aRender(`seed:hash#${index}`, {
    id: null,
    videoId: null,
    state: 'waiting',
    batch: { id: 'b', index },
    ...rest,
  })

const open = (index: number) => ofBatch(index, { state: 'unknown', batch: { id: null, index } })

function withRenders(...renders: Render[]) {
  const tab = aTab()
  tab.store.put(...renders)
  tab.start()
  return { ...tab, at: (index: number) => tab.state(`seed:hash#${index}`) }
}

test('a batch is one request a check until its videos have ids, then they are asked for with the others', async () => {
  const { sources, at } = withRenders(aRender('single'), ofBatch(0), ofBatch(1))
  sources.batch
    .mockResolvedValueOnce(aBatch(anItem(0), anItem(1)))
    .mockResolvedValueOnce(aBatch(anItem(1), anItem(0, { status: 'processing', video_id: 'v0' })))
    .mockResolvedValueOnce(aBatch(anItem(0), anItem(1, { video_id: 'v1' })))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sources.batch.mock.calls.map(([id]) => id)).toEqual(['b', 'b'])
  expect(at(0)).toMatchObject({ state: 'rendering', id: 'v0', videoId: 'v0' })
  expect(at(1)).toMatchObject({ state: 'waiting', id: null, videoId: null })
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(sources.batch).toHaveBeenCalledTimes(3)
  expect(sources.statuses.mock.calls.slice(0, 4).map(([ids]) => ids)).toEqual([
    ['video-single'],
    ['video-single'],
    ['video-single', 'v0'],
    ['video-single', 'v0', 'v1'],
  ])
  expect(sources.intent).not.toHaveBeenCalled()
  expect(sources.session).not.toHaveBeenCalled()
})

test('a batch of 100 is one request, and so are its videos', async () => {
  const all = Array.from({ length: 100 }, (_, index) => index)
  const { sources } = withRenders(...all.map((index) => ofBatch(index)))
  sources.batch.mockResolvedValue(aBatch(...all.map((index) => anItem(index, { video_id: `v${index}` }))))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sources.batch).toHaveBeenCalledTimes(1)
  expect(sources.statuses.mock.calls.map(([ids]) => ids)).toEqual([all.map((index) => `v${index}`)])
})

test('an item that failed ends its render with the reason, and the others go on', async () => {
  const { sources, at } = withRenders(ofBatch(0), ofBatch(1), ofBatch(2), ofBatch(3))
  sources.batch.mockResolvedValue(
    aBatch(
      anItem(0, { status: 'failed', error: { code: 'look_gone', message: 'No such look' } }),
      anItem(1, { status: 'failed' }),
      anItem(2, { status: 'failed', video_id: 'v2' }),
      // HeyGen does not say what an error is made of: an empty one is none.
      anItem(3, { error: { code: '', message: '' } }),
    ),
  )
  sources.video.mockImplementation(async (id) => aVideo(id, { failure_message: 'Voice failed' }))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(at(0)).toMatchObject({
    state: 'failed',
    failure: { code: 'look_gone', message: 'No such look' },
    draft: { script: 'Hello' },
  })
  expect(at(1)).toMatchObject({ state: 'failed', failure: { code: '', message: '' } })
  expect(at(2)).toMatchObject({ state: 'failed', id: 'v2', failure: { message: 'Voice failed' } })
  expect(at(3)).toMatchObject({ state: 'waiting', failure: null })
})

test('a batch that failed as a whole leaves none of its renders waiting', async () => {
  const { sources, at } = withRenders(ofBatch(0), ofBatch(1))
  sources.batch.mockResolvedValue({ status: 'failed', items: [] })
  await vi.advanceTimersByTimeAsync(10_000)
  expect([at(0)?.state, at(1)?.state]).toEqual(['failed', 'failed'])
})

test('a video that is already done when its id is heard of is done at once', async () => {
  const { sources, at } = withRenders(ofBatch(0))
  sources.batch.mockResolvedValue(aBatch(anItem(0, { status: 'completed', video_id: 'v0' })))
  sources.video.mockImplementation(async (id) => aVideo(id, { duration: 12 }))
  await vi.advanceTimersByTimeAsync(minute)
  expect(at(0)).toMatchObject({ state: 'done', id: 'v0', videoId: 'v0', duration: 12 })
  expect(sources.statuses).not.toHaveBeenCalled()
})

test('a batch that cannot be asked after is asked again by the schedule, or when HeyGen says', async () => {
  const { sources, statuses, at } = withRenders(ofBatch(0), ofBatch(1))
  const slowDown = new HeygenHttpError('GET', 429, { code: 'rate', message: '' }, { retryAfter: 45 })
  sources.batch.mockRejectedValueOnce(new HeygenNetworkError('lost')).mockRejectedValueOnce(slowDown)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(statuses.at(-1)?.failedAt).toBe(10_000)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(at(1)).toMatchObject({ state: 'waiting', notBefore: 65_000 })
  await vi.advanceTimersByTimeAsync(44_000)
  expect(sources.batch).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1000)
  expect(sources.batch).toHaveBeenCalledTimes(3)
})

test('a batch that HeyGen does not know is waited for, but not for ever', async () => {
  const { sources, at } = withRenders(ofBatch(0), ofBatch(1))
  sources.batch.mockRejectedValue(notFound)
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(at(0)?.state).toBe('waiting')
  await vi.advanceTimersByTimeAsync(minute)
  expect(at(0)).toMatchObject({ state: 'failed', failure: { code: 'not_found' } })
  expect(at(1)?.state).toBe('failed')
})

test('an order without an answer is asked after once for all its videos', async () => {
  const { sources, at } = withRenders(open(0), open(1), open(2))
  sources.intent
    .mockResolvedValueOnce(anIntent('unknown', { next_check_in: 2 }))
    .mockResolvedValueOnce(anIntent('done', { answer: { video_id: null, session_id: null, batch_id: 'b' } }))
  await vi.advanceTimersByTimeAsync(7000)
  expect(sources.intent.mock.calls.map(([key]) => key)).toEqual(['seed:hash', 'seed:hash'])
  for (const index of [0, 1, 2])
    expect(at(index)).toMatchObject({ state: 'waiting', id: null, batch: { id: 'b', index } })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sources.intent).toHaveBeenCalledTimes(2)
  expect(sources.batch).toHaveBeenCalledTimes(1)
})

test.each(['refused', 'absent'])('an order that was %s is that for all its videos', async (state) => {
  const { sources, at } = withRenders(open(0), open(1))
  sources.intent.mockResolvedValue(anIntent(state))
  await vi.advanceTimersByTimeAsync(minute)
  expect([at(0)?.state, at(1)?.state]).toEqual([state, state])
  expect(sources.intent).toHaveBeenCalledTimes(1)
})

test('an order that is answered after its dialog is gone settles the intent, whatever it was opened for', async () => {
  const key = await openIntent('several').keyFor({})
  const { sources } = withRenders({ ...open(0), key: `${key}#0` })
  sources.intent.mockResolvedValue(
    anIntent('done', { answer: { video_id: null, session_id: null, batch_id: 'b' } }),
  )
  expect(await openIntent('several').keyFor({})).toBe(key)
  await vi.advanceTimersByTimeAsync(5000)
  expect(await openIntent('several').keyFor({})).not.toBe(key)
})
