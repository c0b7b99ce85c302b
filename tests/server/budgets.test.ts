import { expect, test } from 'vitest'
import { errorOf } from './fixtures.ts'
import { agentBody, madeSession, madeVideo, refused, spender, videoBody } from './spend-fixtures.ts'

const key = { HEYGEN_API_KEY: 'k' }
const day = 24 * 60 * 60_000

const statusesOf = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status)

test.each([
  ['CREATES_PER_MINUTE', {}],
  ['CREATES_PER_DAY', { CREATES_PER_MINUTE: '1000', CREATES_PER_MINUTE_ALL: '1000' }],
  ['CREATES_PER_MINUTE_ALL', { CREATES_PER_MINUTE: '1000' }],
  ['CREATES_PER_DAY_ALL', { CREATES_PER_MINUTE: '1000', CREATES_PER_MINUTE_ALL: '1000' }],
])('200 calls at once: %s=7 lets exactly seven through', async (variable, more) => {
  const { order, sent } = spender(() => madeSession(), { env: { ...key, ...more, [variable]: '7' } })
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => order('/v3/video-agents', agentBody, `k${index}`)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(7)
  expect(sent).toHaveLength(7)
  const over = answers.filter(({ status }) => status === 429)
  expect(over).toHaveLength(193)
  const [first] = over
  if (!first) throw new Error('none refused')
  const span = variable.includes('MINUTE') ? 60 : day / 1000
  expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(span - 10)
  expect(Number(first.headers.get('retry-after'))).toBeLessThanOrEqual(span)
  const error = await errorOf(first)
  expect(error.code).toBe('budget_exceeded')
  expect(error.message).toContain(variable)
})

test('there is room again when the minute is over, and the wait says when', async () => {
  let at = 1_700_000_000_000
  const { order } = spender(() => madeVideo(), { env: { ...key, CREATES_PER_MINUTE: '2' }, now: () => at })
  await order('/v3/videos', videoBody, 'a')
  at += 20_000
  await order('/v3/videos', videoBody, 'b')
  const over = await order('/v3/videos', videoBody, 'c')
  expect([over.status, over.headers.get('retry-after')]).toEqual([429, '40'])
  at += 40_000
  expect((await order('/v3/videos', videoBody, 'c')).status).toBe(200)
  expect((await order('/v3/videos', videoBody, 'd')).status).toBe(429)
})

test('what HeyGen refuses and what is asked again costs nothing', async () => {
  const heygen = { answer: () => refused(402, 'insufficient_credit') }
  const { order } = spender(() => heygen.answer(), { env: { ...key, CREATES_PER_MINUTE: '1' } })
  for (const name of ['a', 'b', 'c']) expect((await order('/v3/videos', videoBody, name)).status).toBe(402)
  heygen.answer = () => madeVideo()
  expect((await order('/v3/videos', videoBody, 'd')).status).toBe(200)
  expect((await order('/v3/videos', videoBody, 'd')).status).toBe(200)
  expect((await order('/v3/videos', videoBody, 'e')).status).toBe(429)
})

test('what is in doubt keeps its place', async () => {
  const { order } = spender(() => refused(503, 'internal_error'), {
    env: { ...key, CREATES_PER_MINUTE: '1' },
    timings: { wait: 50 },
  })
  expect((await order('/v3/video-agents', agentBody, 'a')).status).toBe(202)
  expect((await order('/v3/video-agents', agentBody, 'b')).status).toBe(429)
})

const batch = (length: number) => ({ videos: Array.from({ length }, () => videoBody) })

test('a batch counts as its videos, and one above the limit has no time to wait for', async () => {
  const { order, sent } = spender(() => Response.json({ data: { batch_id: 'b1' } }), {
    env: { ...key, CREATES_PER_MINUTE: '5' },
  })
  const six = await order('/v3/videos/batches', batch(6), 'six')
  expect([six.status, six.headers.get('retry-after')]).toEqual([429, null])
  expect(await statusesOf([order('/v3/videos/batches', batch(3), 'a')])).toEqual([200])
  expect(await statusesOf([order('/v3/videos/batches', batch(3), 'b')])).toEqual([429])
  expect(await statusesOf([order('/v3/videos/batches', batch(2), 'c')])).toEqual([200])
  expect(sent).toHaveLength(2)
})

const words = (count: number) => 'word '.repeat(count)
const scene = (script: string) => ({
  type: 'avatar_video',
  input: { type: 'avatar', avatar_id: 'a', script },
})

test.each([
  ['/v3/videos', { ...videoBody, script: words(151) }, 'script'],
  ['/v3/videos', { ...videoBody, script: words(76), voice_settings: { speed: 0.5 } }, 'script'],
  ['/v3/videos', { type: 'studio', scenes: [scene(words(100)), scene(words(51))] }, 'scenes'],
  [
    '/v3/videos',
    {
      type: 'studio',
      scenes: [{ type: 'image', source: { type: 'asset_id', asset_id: 'a' }, duration: 61 }],
    },
    'scenes',
  ],
  ['/v3/videos', { ...videoBody, script: '今日は良い天気です。'.repeat(31) }, 'script'],
  ['/v3/videos', { ...videoBody, script: '你好，世界。'.repeat(76) }, 'script'],
  ['/v3/videos/batches', { videos: [videoBody, { ...videoBody, script: words(151) }] }, 'videos.1.script'],
])('%s with more than a minute is too long, where a minute is the most', async (path, body, param) => {
  const { order, sent } = spender(() => madeVideo(), { env: { ...key, MAX_VIDEO_SECONDS: '60' } })
  const response = await order(path, body)
  expect(response.status).toBe(422)
  expect(await errorOf(response)).toMatchObject({ code: 'video_too_long', param })
  expect(sent).toEqual([])
})

test.each([
  [{ ...videoBody, script: words(150) }],
  [{ ...videoBody, script: '今日は良い天気です。'.repeat(30) }],
  [{ ...videoBody, script: `${words(150)}${'<break time="1s" /> '.repeat(20)} – …` }],
  [{ ...videoBody, script: words(200), voice_settings: { speed: 1.5 } }],
  [{ type: 'avatar', avatar_id: 'a', audio_asset_id: 'sound' }],
  [{ type: 'cinematic_avatar', prompt: words(500), avatar_id: ['a'] }],
])('a minute or less is made', async (body) => {
  const { order } = spender(() => madeVideo(), { env: { ...key, MAX_VIDEO_SECONDS: '60' } })
  expect((await order('/v3/videos', body)).status).toBe(200)
})
