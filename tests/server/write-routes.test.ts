import { expect, test } from 'vitest'
import { errorOf } from './fixtures.ts'
import { agentBody, madeSession, madeVideo, refused, spender, videoBody } from './spend-fixtures.ts'

const del = { HEYGEN_API_KEY: 'k', ALLOW_DELETE: '1' }
const answers = () =>
  Response.json({ data: { id: 'x', video_id: 'v', session_id: 's', batch_id: 'b', deleted: true } })

test.each([
  ['/v3/videos', 'GET, HEAD, POST', ['PUT', 'PATCH', 'DELETE', 'OPTIONS']],
  ['/v3/videos/statuses', 'GET, HEAD', ['POST', 'DELETE']],
  ['/v3/videos/batches', 'POST', ['GET', 'HEAD', 'DELETE', 'PUT']],
  ['/v3/videos/batches/b1', 'GET, HEAD', ['POST', 'DELETE']],
  ['/v3/videos/v1', 'GET, HEAD', ['POST', 'PUT', 'DELETE']],
  ['/v3/video-agents', 'GET, HEAD, POST', ['PUT', 'DELETE']],
  ['/v3/video-agents/styles', 'GET, HEAD', ['POST', 'DELETE']],
  ['/v3/video-agents/s1', 'GET, HEAD, POST', ['PATCH', 'DELETE']],
  ['/v3/video-agents/s1/stop', 'POST', ['GET', 'DELETE']],
  ['/v3/video-agents/s1/videos', 'GET, HEAD', ['POST']],
  ['/intents/k', 'GET, HEAD', ['POST', 'DELETE']],
])('%s takes %s only', async (path, allow, methods) => {
  const { call, sent } = spender(answers)
  for (const method of methods) {
    const response = await call(method, path, { 'idempotency-key': 'k' }, {})
    expect(`${method} ${response.status}`).toBe(`${method} 405`)
    expect(response.headers.get('allow')).toBe(allow)
  }
  expect(sent).toEqual([])
})

test('videos are deleted only where that is allowed, once, without a key', async () => {
  const { call, sent } = spender(answers, { env: del })
  const response = await call('DELETE', '/v3/videos/v1')
  expect(await response.json()).toMatchObject({ data: { deleted: true } })
  expect(sent).toMatchObject([{ method: 'DELETE', path: '/v3/videos/v1', body: '' }])
  expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
  const wrong = await call('POST', '/v3/videos/v1')
  expect(wrong.headers.get('allow')).toBe('GET, HEAD, DELETE')
})

test('a deletion or a stop that fails is told, and not tried again', async () => {
  const { call, sent } = spender(() => refused(500, 'video_delete_failed'), { env: del })
  const deleted = await call('DELETE', '/v3/videos/v1')
  expect([deleted.status, (await errorOf(deleted)).code]).toEqual([500, 'video_delete_failed'])
  expect((await call('POST', '/v3/video-agents/s1/stop', {}, { body: '{}' })).status).toBe(500)
  expect(sent).toHaveLength(2)
})

test('stop takes an empty object and nothing more', async () => {
  const { call, sent } = spender(answers)
  const stop = (body: string) => call('POST', '/v3/video-agents/s1/stop', {}, { body })
  expect((await stop('{"hard":true}')).status).toBe(422)
  expect((await stop('')).status).toBe(400)
  expect(sent).toEqual([])
  expect((await stop('{}')).status).toBe(200)
  expect(sent).toMatchObject([{ method: 'POST', path: '/v3/video-agents/s1/stop', body: '{}' }])
})

test('read-only: nothing that makes, stops, deletes or asks for orders is there', async () => {
  const env = { ...del, PUBLIC_READONLY: '1' }
  const { call, order, sent } = spender(answers, { env })
  const statuses = [
    (await order('/v3/videos', videoBody)).status,
    (await order('/v3/videos/batches', { videos: [videoBody] })).status,
    (await order('/v3/video-agents', agentBody)).status,
    (await order('/v3/video-agents/s1', { message: 'Hi.' })).status,
    (await call('POST', '/v3/video-agents/s1/stop', {}, { body: '{}' })).status,
    (await call('DELETE', '/v3/videos/v1')).status,
    (await call('GET', '/intents/k')).status,
  ]
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404])
  // The styles stay.
  expect((await call('GET', '/v3/video-agents/styles')).status).toBe(200)
  expect(sent.map(({ path }) => path)).toEqual(['/v3/video-agents/styles'])
})

const strange: [path: string, body: string, status: number, param?: string][] = [
  ['/v3/videos', '{', 400],
  ['/v3/videos', '[]', 422],
  ['/v3/videos', JSON.stringify({ ...videoBody, api_key: 'k' }), 422, 'api_key'],
  ['/v3/videos', JSON.stringify({ ...videoBody, voice_settings: { speed: 9 } }), 422, 'voice_settings.speed'],
  ['/v3/videos', JSON.stringify({ ...videoBody, type: 'hologram' }), 422, 'type'],
  ['/v3/videos', '{"type":"avatar","avatar_id":"a","__proto__":{"script":"x"}}', 422, '__proto__'],
  ['/v3/videos', '{"type":"avatar","avatar_id":"a","constructor":{"x":1}}', 422, 'constructor'],
  ['/v3/videos', JSON.stringify({ ...videoBody, callback_url: 'http://evil.example' }), 422, 'callback_url'],
  ['/v3/videos', JSON.stringify({ ...videoBody, script: 'x'.repeat(65_536) }), 413],
  ['/v3/videos/batches', '{"videos":[]}', 422, 'videos'],
  ['/v3/videos/batches', JSON.stringify({ videos: [{ ...videoBody, more: 1 }] }), 422, 'videos.0.more'],
  ['/v3/video-agents', '{"avatar_id":"a"}', 422, 'prompt'],
  ['/v3/video-agents', JSON.stringify({ prompt: 'x'.repeat(10_001) }), 422, 'prompt'],
  ['/v3/video-agents', JSON.stringify({ ...agentBody, message: 'Hi.' }), 422, 'message'],
  ['/v3/video-agents/s1', JSON.stringify(agentBody), 422],
]

test.each(strange)('%s does not take %.60s', async (path, body, status, param) => {
  const { call, sent } = spender(answers)
  const response = await call('POST', path, { 'idempotency-key': 'k' }, { body })
  expect(response.status).toBe(status)
  const error = await errorOf(response)
  expect(error).toMatchObject(param === undefined ? {} : { param })
  expect(error.request_id).toBe(response.headers.get('x-request-id'))
  expect(sent).toEqual([])
  // Nothing was ordered, so the key is still free.
  expect((await call('GET', '/intents/k')).status).toBe(404)
})

test.each(['/v3/videos?x=1', '/v3/video-agents?token=a'])('%s: orders take no query', async (path) => {
  const { order, sent } = spender(answers)
  expect((await order(path, videoBody)).status).toBe(400)
  expect(sent).toEqual([])
})

test('ids are segments of the path, whatever they hold', async () => {
  const { order, sent } = spender(() => madeSession())
  expect((await order('/v3/video-agents/a:b', { message: 'Hi.' })).status).toBe(200)
  expect((await order(`/v3/video-agents/${'a'.repeat(129)}`, { message: 'Hi.' }, 'long')).status).toBe(404)
  expect((await order('/v3/video-agents/a%2fb', { message: 'Hi.' }, 'slash')).status).toBe(400)
  expect(sent.map(({ path }) => path)).toEqual(['/v3/video-agents/a:b'])
})

test('nulls are left out, as HeyGen reads them', async () => {
  const { order, sent } = spender(() => madeVideo())
  await order('/v3/videos', { ...videoBody, voice_id: null, engine: null })
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual(videoBody)
})
