import { expect, test } from 'vitest'
import { createLaunchToken, launchAddress } from '#server/launch-token.ts'
import { configOf, errorOf, pageHeaders } from './fixtures.ts'
import { madeSession, madeVideo, spender, videoBody } from './spend-fixtures.ts'

const token = 'c0ffee'.repeat(5)

test('every call that spends, stops or deletes needs the token', async () => {
  const env = { HEYGEN_API_KEY: 'k', ALLOW_DELETE: '1' }
  const { call, sent, lines } = spender(() => madeSession(), { env, launchToken: token })
  const calls: [method: string, path: string][] = [
    ['POST', '/v3/videos'],
    ['POST', '/v3/videos/batches'],
    ['POST', '/v3/video-agents'],
    ['POST', '/v3/video-agents/s1'],
    ['POST', '/v3/video-agents/s1/stop'],
    ['DELETE', '/v3/videos/v1'],
  ]
  const wrong = [undefined, '', token.slice(1), `${token}0`, token.toUpperCase()]
  for (const [method, path] of calls)
    for (const given of wrong) {
      const headers = {
        'idempotency-key': 'k',
        ...(given === undefined ? {} : { 'x-lookbook-launch': given }),
      }
      const response = await call(method, path, headers, method === 'POST' ? { body: '{}' } : {})
      expect(`${method} ${path} ${response.status}`).toBe(`${method} ${path} 403`)
      expect((await errorOf(response)).code).toBe('launch_token_required')
    }
  expect(sent).toEqual([])
  expect(JSON.stringify(lines)).not.toContain(token)
})

test('with the token they are carried out, and reading never needs it', async () => {
  const { order, call, lines } = spender(() => Response.json({ data: { video_id: 'v1' } }), {
    launchToken: token,
  })
  const launched = { 'x-lookbook-launch': token }
  expect((await order('/v3/videos', videoBody, 'k', launched)).status).toBe(200)
  expect((await call('GET', '/v3/videos/v1')).status).toBe(200)
  expect(JSON.stringify(lines)).not.toContain(token)
})

test('after a restart, an open tab finds its order with the token it had, or with none', async () => {
  const { order, call } = spender(() => madeVideo(), { launchToken: token })
  await order('/v3/videos', videoBody, 'k', { 'x-lookbook-launch': token })
  const headers: Record<string, string>[] = [{}, { 'x-lookbook-launch': 'a'.repeat(32) }]
  for (const given of headers) {
    const found = await call('GET', '/intents/k', given)
    expect(found.status).toBe(200)
    expect(await found.json()).toMatchObject({
      data: { state: 'done', answer: { data: { video_id: 'v1' } } },
    })
    expect((await call('GET', '/intents/other', given)).status).toBe(404)
  }
})

test('an order is found only past the gate, and only by the person who placed it', async () => {
  const secret = '0123456789abcdef0123456789abcdef'
  const locked = spender(() => madeVideo(), { env: { HEYGEN_API_KEY: 'k', LOOKBOOK_ACCESS_TOKEN: secret } })
  const access = { 'x-lookbook-token': secret }
  await locked.order('/v3/videos', videoBody, 'k', access)
  expect((await locked.call('GET', '/intents/k')).status).toBe(401)
  expect((await locked.call('GET', '/intents/k', access)).status).toBe(200)

  const env = { HEYGEN_API_KEY: 'k', TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' }
  const { app } = spender(() => madeVideo(), { env })
  const as = (
    user: string,
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ) =>
    app.request(
      `http://localhost:4173/api${path}`,
      { ...init, headers: { ...pageHeaders, ...init.headers, 'x-remote-user': user } },
      { incoming: { url: `/api${path}`, socket: { remoteAddress: '10.0.0.1' } } },
    )
  const headers = {
    origin: 'http://localhost:4173',
    'content-type': 'application/json',
    'idempotency-key': 'k',
  }
  await as('anna', '/v3/videos', { method: 'POST', body: JSON.stringify(videoBody), headers })
  expect((await as('anna', '/intents/k')).status).toBe(200)
  expect((await as('bert', '/intents/k')).status).toBe(404)
})

test('it is 128 random bits, new each time, where nothing else tells people apart', () => {
  const alone = configOf({ HEYGEN_API_KEY: 'k' })
  const tokens = Array.from({ length: 100 }, () => createLaunchToken(alone))
  for (const made of tokens) expect(made).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(tokens).size).toBe(100)
})

test.each([
  [{}],
  [{ HEYGEN_API_KEY: 'k', PUBLIC_READONLY: '1' }],
  [{ HEYGEN_API_KEY: 'k', LOOKBOOK_ACCESS_TOKEN: '0123456789abcdef0123456789abcdef' }],
  [{ HEYGEN_API_KEY: 'k', TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' }],
])('with %j there is none', (env: Record<string, string>) => {
  expect(createLaunchToken(configOf(env))).toBeNull()
})

test('it stands in the fragment of the address, which no server sees', () => {
  expect(launchAddress('http://localhost:4173', 'abc')).toBe('http://localhost:4173/#launch=abc')
  expect(launchAddress('http://localhost:4173', null)).toBe('http://localhost:4173')
})
