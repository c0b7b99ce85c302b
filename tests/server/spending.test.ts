import { expect, test } from 'vitest'
import { errorOf } from './fixtures.ts'
import { agentBody, madeSession, madeVideo, refused, spender, videoBody } from './spend-fixtures.ts'

const later = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

test('a video is ordered with a key of the server’s own and answered as HeyGen does', async () => {
  const { order, sent } = spender(() => madeVideo())
  const response = await order('/v3/videos', videoBody)
  expect(response.status).toBe(200)
  expect(response.headers.has('idempotent-replayed')).toBe(false)
  expect(await response.json()).toEqual({
    data: { video_id: 'v1', status: 'waiting', output_format: 'mp4' },
  })
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ method: 'POST', path: '/v3/videos' })
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual(videoBody)
  const key = sent[0]?.headers.get('idempotency-key')
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect([...(sent[0]?.headers.keys() ?? [])].toSorted()).toEqual([
    'accept',
    'content-type',
    'idempotency-key',
    'user-agent',
    'x-api-key',
  ])
})

test.each([
  ['/v3/videos', videoBody, madeVideo],
  ['/v3/video-agents', agentBody, madeSession],
  ['/v3/video-agents/s1', { message: 'Go on.' }, madeSession],
  ['/v3/videos/batches', { videos: [videoBody] }, () => Response.json({ data: { batch_id: 'b1' } })],
])('200 equal calls to %s at once are one order', async (path, body, made) => {
  const { order, sent } = spender(async () => {
    await later(20)
    return made()
  })
  const answers = await Promise.all(Array.from({ length: 200 }, () => order(path, body)))
  expect(sent).toHaveLength(1)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') !== 'true')).toHaveLength(1)
  const texts = await Promise.all(answers.map((answer) => answer.text()))
  expect(new Set(texts)).toEqual(new Set([await made().text()]))
})

test('asked again, the answer comes from the ledger, marked as such', async () => {
  const { order, sent, lines } = spender(() => madeVideo())
  await order('/v3/videos', videoBody)
  const again = await order('/v3/videos', { ...videoBody, voice_id: null })
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await again.json()).toMatchObject({ data: { video_id: 'v1' } })
  expect(sent).toHaveLength(1)
  expect(lines).toMatchObject([
    { route: '/api/v3/videos', status: 200, attempts: 1, from: 'upstream' },
    { route: '/api/v3/videos', status: 200, attempts: 0, from: 'ledger' },
  ])
})

test('another body under the same key is refused', async () => {
  const { order, sent } = spender(() => madeVideo())
  await order('/v3/videos', videoBody)
  const other = await order('/v3/videos', { ...videoBody, script: 'Something else.' })
  expect(other.status).toBe(422)
  expect((await errorOf(other)).code).toBe('intent_mismatch')
  expect(sent).toHaveLength(1)
})

test('keys are each person’s, each route’s and each session’s own', async () => {
  const env = { TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User', HEYGEN_API_KEY: 'k' }
  const { app, sent } = spender(() => madeSession(), { env })
  const order = (path: string, user: string, body: unknown) =>
    app.request(
      `http://localhost:4173/api${path}`,
      {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          host: 'localhost:4173',
          origin: 'http://localhost:4173',
          'x-lookbook': '1',
          'content-type': 'application/json',
          'idempotency-key': 'same',
          'x-remote-user': user,
        },
      },
      { incoming: { url: `/api${path}`, socket: { remoteAddress: '10.0.0.1' } } },
    )
  const statuses = []
  for (const path of ['/v3/video-agents', '/v3/video-agents/s1', '/v3/video-agents/s2'])
    for (const user of ['anna', 'bert'])
      statuses.push(
        (await order(path, user, path.endsWith('agents') ? agentBody : { message: 'Hi.' })).status,
      )
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200])
  expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(6)
})

test.each([
  [402, 'insufficient_credit'],
  [403, 'resource_access_denied'],
  [400, 'content_policy_violation'],
  [404, 'avatar_not_found'],
])('a refusal with %i is final, and told again from the ledger', async (status, code) => {
  const { order, sent, intent } = spender(() => refused(status, code))
  const first = await order('/v3/videos', videoBody)
  const again = await order('/v3/videos', videoBody)
  expect([first.status, again.status]).toEqual([status, status])
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect((await errorOf(again)).code).toBe(code)
  expect(sent).toHaveLength(1)
  expect(await intent()).toMatchObject({
    state: 'refused',
    answer: null,
    error: { status, code, message: 'No.' },
  })
})

test('HeyGen’s limit is passed on with its wait, and nothing is sent again', async () => {
  const { order, sent } = spender(() => refused(429, 'quota_exceeded', { 'retry-after': '40' }))
  const first = await order('/v3/videos', videoBody)
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '40'])
  expect(sent).toHaveLength(1)
})

test('a caller who leaves does not end the order', async () => {
  const { call, order, sent } = spender(async () => {
    await later(50)
    return madeVideo()
  })
  const leaving = new AbortController()
  const init = { body: JSON.stringify(videoBody), signal: leaving.signal }
  const left = call('POST', '/v3/videos', { 'idempotency-key': 'intent-1' }, init)
  await expect.poll(() => sent.length).toBe(1)
  leaving.abort()
  expect((await left).status).toBe(499)
  const back = await order('/v3/videos', videoBody)
  expect(await back.json()).toMatchObject({ data: { video_id: 'v1' } })
  expect(sent).toHaveLength(1)
})

test('an order that takes long is told as under way, with 202', async () => {
  const { promise, resolve: answer } = Promise.withResolvers<Response>()
  const { order, intent } = spender(() => promise, { timings: { wait: 30 } })
  const waited = await order('/v3/videos', videoBody)
  expect(waited.status).toBe(202)
  expect((await errorOf(waited)).code).toBe('intent_sending')
  expect(await intent()).toMatchObject({ state: 'sending', answer: null, error: null, next_check_in: null })
  answer(madeVideo())
  await expect.poll(async () => (await intent()).state).toBe('done')
  expect(await intent()).toMatchObject({ answer: { data: { video_id: 'v1' } } })
})

test('an agent’s session in doubt is never asked for again', async () => {
  const { order, writes } = spender(
    (_, { method }) => (method === 'POST' ? refused(503, 'internal_error') : Response.json({ data: [] })),
    { timings: { wait: 100 } },
  )
  const first = await order('/v3/video-agents', agentBody)
  expect(first.status).toBe(202)
  expect((await errorOf(first)).code).toBe('intent_unknown')
  expect((await order('/v3/video-agents', agentBody)).status).toBe(202)
  expect(writes()).toHaveLength(1)
})

test('the switch ends all that costs something, and nothing else', async () => {
  const env = { HEYGEN_API_KEY: 'k', SPENDING: '0' }
  const { order, call, sent } = spender(() => Response.json({ data: { session_id: 's1' } }), { env })
  for (const path of ['/v3/videos', '/v3/videos/batches', '/v3/video-agents', '/v3/video-agents/s1']) {
    const response = await order(path, videoBody)
    expect(response.status).toBe(403)
    expect((await errorOf(response)).code).toBe('spending_off')
  }
  expect(sent).toEqual([])
  expect((await call('POST', '/v3/video-agents/s1/stop', {}, { body: '{}' })).status).toBe(200)
  expect((await call('GET', '/intents/none')).status).toBe(404)
})

test.each([
  [undefined, 'idempotency_key_required'],
  ['', 'idempotency_key_invalid'],
  ['a b', 'idempotency_key_invalid'],
  ['a/b', 'idempotency_key_invalid'],
  ['ä', 'idempotency_key_invalid'],
  ['a'.repeat(256), 'idempotency_key_invalid'],
])('the key %j is refused', async (key, code) => {
  const { call, sent } = spender(() => madeVideo())
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
  const response = await call('POST', '/v3/videos', headers, { body: JSON.stringify(videoBody) })
  expect(response.status).toBe(400)
  expect((await errorOf(response)).code).toBe(code)
  expect(sent).toEqual([])
})

test('a key of 255 characters of every kind is taken', async () => {
  const { order, intent } = spender(() => madeVideo())
  const key = `aZ09_:.-${'x'.repeat(247)}`
  expect((await order('/v3/videos', videoBody, key)).status).toBe(200)
  expect((await intent(key)).state).toBe('done')
})

test('an order nobody placed is not known', async () => {
  const { call } = spender(() => madeVideo())
  const response = await call('GET', '/intents/nobody')
  expect(response.status).toBe(404)
  expect((await errorOf(response)).code).toBe('intent_not_found')
  expect((await call('GET', '/intents/a~b')).status).toBe(404)
})

test('where too many wait, nothing was ordered, and the same key may come again', async () => {
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  const env = { HEYGEN_API_KEY: 'k', CREATES_PER_MINUTE: '500', CREATES_PER_MINUTE_ALL: '500' }
  const { order, sent } = spender(
    async () => {
      await held
      return madeVideo()
    },
    { env, timings: { wait: 30 } },
  )
  const waiting = Array.from({ length: 80 }, (_, index) => order('/v3/videos', videoBody, `k${index}`))
  await expect.poll(() => sent.length).toBe(16)
  const turnedAway = await order('/v3/videos', videoBody, 'late')
  expect(turnedAway.status).toBe(503)
  expect((await errorOf(turnedAway)).code).toBe('server_busy')
  await Promise.all(waiting)
  answer()
  await expect.poll(() => sent.length).toBe(80)
  expect((await order('/v3/videos', videoBody, 'late')).status).toBe(200)
})
