import { Hono } from 'hono'
import { expect, test, vi } from 'vitest'
import { parseFaults } from '#sandbox/faults.ts'
import { lookIds, openStudio } from './studio.ts'

const path = '/v3/videos'
const video = { type: 'avatar', avatar_id: lookIds.studio, script: 'Hello.' }
const key = (value: string) => ({ 'idempotency-key': value })

test('a second call with the same key gets the first answer, whatever its body', async () => {
  const { heygen, post, balance } = openStudio()
  const first = await post(path, video, key('a'))
  const left = await balance()
  const second = await post(path, { nonsense: true }, key('a'))
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(second.headers.get('content-type')).toBe('application/json')
  expect(await second.text()).toBe(await first.text())
  expect((await heygen.listVideos({})).items).toHaveLength(1)
  expect(await balance()).toBe(left)
})

test('other keys, and none, make other videos', async () => {
  const { heygen, post } = openStudio()
  for (const headers of [key('a'), key('b'), {}, {}]) await post(path, video, headers)
  expect((await heygen.listVideos({})).items).toHaveLength(4)
})

test('a key is kept for a day', async () => {
  const { heygen, post, pass } = openStudio()
  await post(path, video, key('a'))
  pass(24 * 60 * 60 * 1000 - 1)
  await post(path, video, key('a'))
  expect((await heygen.listVideos({})).items).toHaveLength(1)
  pass(1)
  await post(path, video, key('a'))
  expect((await heygen.listVideos({})).items).toHaveLength(2)
})

test('a refusal is not kept', async () => {
  const { post } = openStudio()
  expect((await post(path, { ...video, script: '[402]' }, key('a'))).status).toBe(402)
  const next = await post(path, video, key('a'))
  expect(next.headers.get('idempotent-replayed')).toBeNull()
  expect(await next.json()).toMatchObject({ data: { status: 'waiting' } })
})

test('batches have a memory of their own', async () => {
  const { post } = openStudio()
  const batch = { videos: [video] }
  await post(path, video, key('a'))
  const first = await post(`${path}/batches`, batch, key('a'))
  const second = await post(`${path}/batches`, batch, key('a'))
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  const text = await first.text()
  expect(text).toContain('batch_id')
  expect(await second.text()).toBe(text)
})

test.each(['white space', 'a'.repeat(256), 'a/b', '{}'])('the key %s is refused', async (value) => {
  const { refused } = openStudio()
  expect(await refused(path, video, key(value))).toMatchObject({ status: 400, param: 'Idempotency-Key' })
})

test.each(['a'.repeat(255), 'A-z_0:9.'])('the key %s is taken', async (value) => {
  expect((await openStudio().post(path, video, key(value))).status).toBe(200)
})

test.each([
  ['latency', { latencyMs: 500 }, 500],
  ['the slow fault', { faults: parseFaults('slow') }, 3000],
])('under %s a twin in flight is told so, and replayed later', async (_name, options, ms) => {
  vi.useFakeTimers()
  try {
    const { post, refused } = openStudio(options)
    const first = post(path, video, key('a'))
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(await refused(path, video, key('a'))).toMatchObject({ status: 409, code: 'request_in_progress' })
    await vi.advanceTimersByTimeAsync(1)
    const answer = await first
    expect(answer.status).toBe(200)
    const late = post(path, video, key('a'))
    await vi.advanceTimersByTimeAsync(ms)
    expect(await (await late).text()).toBe(await answer.text())
  } finally {
    vi.useRealTimers()
  }
})

test.each(['lost', 'cut', 'reset'])('an answer spoiled by %s is replayed whole', async (fault) => {
  const faults = parseFaults(fault)
  const { sandbox, post } = openStudio({ faults })
  await post(path, video, key('a')).catch(() => undefined)
  faults.length = 0
  const again = await post(path, video, key('a'))
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  const list = await (await sandbox.request(path)).text()
  expect(await again.json()).toMatchObject({ data: { video_id: expect.any(String), status: 'waiting' } })
  expect(list.match(/"id"/g)).toHaveLength(1)
})

test('a fault before the work leaves the key free', async () => {
  const faults = parseFaults('503')
  const { heygen, post } = openStudio({ faults })
  expect((await post(path, video, key('a'))).status).toBe(503)
  faults.length = 0
  expect((await post(path, video, key('a'))).headers.get('idempotent-replayed')).toBeNull()
  expect((await heygen.listVideos({})).items).toHaveLength(1)
})

test('the agent does not honour the key: a second call is a second session', async () => {
  const { heygen, post } = openStudio()
  await post('/v3/video-agents', { prompt: 'A demo' }, key('a'))
  await post('/v3/video-agents', { prompt: 'A demo' }, key('a'))
  expect((await heygen.listSessions({})).items).toHaveLength(2)
})

test('keys count below another path too', async () => {
  const { sandbox } = openStudio()
  const app = new Hono().route('/api', sandbox)
  const post = async () =>
    app.request('/api/v3/videos', { method: 'POST', headers: key('a'), body: JSON.stringify(video) })
  await post()
  expect((await post()).headers.get('idempotent-replayed')).toBe('true')
})
