import { expect, test } from 'vitest'
import type { VideoRequest } from '#heygen/schemas/video-request.ts'
import { lookIds, openStudio, span } from './studio.ts'

const video: VideoRequest = { type: 'avatar', avatar_id: lookIds.studio, script: 'Hello.' }
const many = (count: number) => Array.from({ length: count }, () => video)

test('a batch makes ten at a time, and the rest as slots get free', async () => {
  const { heygen, sandbox, pass, refused } = openStudio()
  const { batch_id } = await heygen.createBatch({ videos: many(12), title: 'Twelve' }, 'key')
  pass(span / 2)
  const words = async () => (await heygen.getBatch(batch_id)).items.map(({ status }) => status).join(' ')
  expect(await words()).toBe(`${'processing '.repeat(10)}queued queued`)
  expect(await refused('/v3/videos', video)).toMatchObject({ status: 429, retryAfter: '3' })
  pass(span)
  expect(await words()).toBe(`${'completed '.repeat(10)}processing processing`)
  const body = await (await sandbox.request(`/v3/videos/batches/${batch_id}`)).json()
  expect(body).toMatchObject({
    data: {
      batch_id,
      title: 'Twelve',
      status: 'processing',
      total_items: 12,
      counts_by_status: { completed: 10, processing: 2 },
      created_at: 1_800_000_000,
      has_more: false,
      next_token: null,
    },
  })
  pass(span)
  expect(await heygen.getBatch(batch_id)).toMatchObject({ status: 'completed' })
})

test('an item that a single call would refuse has failed, and costs nothing', async () => {
  const { heygen, pass, balance } = openStudio()
  const broken: VideoRequest = { ...video, avatar_id: 'nobody' }
  const { batch_id } = await heygen.createBatch({ videos: [video, broken] }, 'key')
  expect(await balance()).toBe(42.43)
  pass(span)
  const batch = await heygen.getBatch(batch_id)
  expect(batch).toMatchObject({
    status: 'completed',
    items: [
      { item_index: 0, status: 'completed', error: null },
      { item_index: 1, status: 'failed', video_id: null, error: { code: 'avatar_not_found' } },
    ],
  })
  expect(await heygen.getVideo(batch.items[0]?.video_id ?? '')).toMatchObject({ status: 'completed' })
})

test('a batch of failures has failed', async () => {
  const { heygen, pass } = openStudio()
  const { batch_id } = await heygen.createBatch({ videos: [{ ...video, script: '[fail: No.]' }] }, 'key')
  pass(span)
  expect(await heygen.getBatch(batch_id)).toMatchObject({
    status: 'failed',
    items: [{ status: 'failed', error: { code: 'rendering_failed', message: 'No.' } }],
  })
})

test('the items of a batch are paged, with the cursor inside data', async () => {
  const { heygen } = openStudio()
  const { batch_id } = await heygen.createBatch({ videos: many(5) }, 'key')
  const first = await heygen.getBatch(batch_id, { limit: 3 })
  expect(first).toMatchObject({ has_more: true, next_token: expect.any(String) })
  const second = await heygen.getBatch(batch_id, { limit: 3, token: first.next_token ?? '' })
  expect(second.items.map(({ item_index }) => item_index)).toEqual([3, 4])
  expect(second).toMatchObject({ has_more: false, next_token: null })
})

test('the status of a batch can be asked with those of videos', async () => {
  const { heygen, sandbox, pass } = openStudio()
  const { batch_id } = await heygen.createBatch({ videos: many(1) }, 'key')
  const ask = async () => (await sandbox.request(`/v3/videos/statuses?batch_ids=${batch_id},nope`)).json()
  expect(await ask()).toMatchObject({
    data: [
      { batch_id, status: 'processing' },
      { batch_id: 'nope', status: 'not_found' },
    ],
  })
  pass(span)
  expect(await ask()).toMatchObject({ data: [{ status: 'completed' }, {}] })
})

test('a batch is refused as a whole for its form and for its price', async () => {
  const { heygen, refused, balance } = openStudio({ balance: 0.1 })
  const path = '/v3/videos/batches'
  expect(await refused(path, { videos: [] })).toMatchObject({ status: 400, param: 'videos' })
  expect(await refused(path, { videos: many(101) })).toMatchObject({ status: 400, param: 'videos' })
  expect(await refused(path, { videos: [{ ...video, loud: true }] })).toMatchObject({
    param: 'videos.0.loud',
  })
  expect(await refused(path, { videos: many(2) })).toMatchObject({ status: 402 })
  expect(await balance()).toBe(0.1)
  expect((await heygen.listVideos({})).items).toEqual([])
  await expect(heygen.getBatch('nobody')).rejects.toMatchObject({ status: 404 })
})
