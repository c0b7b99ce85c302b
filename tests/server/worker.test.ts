import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { canary, errorOf, serve } from './fixtures.ts'
import { startWorkerd as start } from './workerd.ts'

async function startWorkerd(settings?: Record<string, string>) {
  const worker = await start(settings)
  onTestFinished(worker.close)
  return worker
}

// A bundle and a process each time.
const slow = { timeout: 120_000 }

test('the sandbox, the page and the gate are there on workerd as on Node', slow, async () => {
  const { get } = await startWorkerd()
  const looks = await get('/api/v3/avatars/looks?limit=5')
  expect(looks.status).toBe(200)
  expect(await looks.json()).toMatchObject({ data: expect.any(Array), has_more: true })
  const page = await get('/looks/abc', { headers: { accept: 'text/html' } })
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('&quot;mode&quot;:&quot;sandbox&quot;')
  const script = await get('/assets/index-abc.js')
  expect([script.status, script.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  expect((await get('/assets/gone.js', { headers: { accept: 'text/html' } })).status).toBe(404)
  expect((await get('/api/v3/avatars', { headers: { 'x-lookbook': '' } })).status).toBe(403)
  expect((await get('/api/v3/avatars', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  expect((await get('/api/v3/avatars', { headers: { host: 'evil.example' } })).status).toBe(421)
})

test(
  'with an account and no access control it answers nothing, and says why in its log alone',
  slow,
  async () => {
    const { get, log } = await startWorkerd({ HEYGEN_API_KEY: canary })
    const refused = await get('/api/v3/avatars')
    expect(refused.status).toBe(503)
    expect(await refused.text()).not.toContain('LOOKBOOK_ACCESS_TOKEN')
    await expect.poll(log).toContain('LOOKBOOK_ACCESS_TOKEN')
    expect(log()).not.toContain(canary)
  },
)

const accessToken = 'a-token-of-128-bits-at-the-least-0123456789'
const intent = '5b0e3c1a-7d77-4c9e-9a44-0d7f6a3b2c11'
const video = JSON.stringify({ type: 'avatar', avatar_id: 'look1', script: 'Hello there.', title: 'Launch' })

/** A HeyGen that makes a video of each key, and how often it was asked for one. */
async function heygen(answer: (turn: number) => 'made' | 'lost') {
  const keys: string[] = []
  const seen: string[] = []
  const url = await serve((request, response) => {
    seen.push(JSON.stringify(request.headers))
    void buffer(request).then(() => {
      response.setHeader('content-type', 'application/json')
      if (request.method !== 'POST') {
        const data =
          keys.length > 0 ? [{ id: 'v1', title: 'Launch', status: 'processing', created_at: 9e9 }] : []
        return response.end(JSON.stringify({ data, has_more: false, next_token: null }))
      }
      keys.push(String(request.headers['idempotency-key']))
      if (answer(keys.length) === 'lost') return request.socket.destroy()
      return response.end(JSON.stringify({ data: { video_id: 'v1', status: 'waiting' } }))
    })
  })
  return { url, keys, seen }
}

test('who signed in on workerd stays so over a restart, until they sign out', slow, async () => {
  const settings = { HEYGEN_API_KEY: canary, LOOKBOOK_ACCESS_TOKEN: accessToken }
  const worker = await startWorkerd({ ...settings, HEYGEN_BASE_URL: (await heygen(() => 'made')).url })
  const signIn = (token: string) =>
    worker.get('/api/session', { method: 'POST', body: JSON.stringify({ access_token: token }) })
  expect((await signIn('not it')).status).toBe(401)
  const [cookie = ''] = (await signIn(accessToken)).headers.getSetCookie()[0]?.split(';') ?? []
  expect(cookie).toMatch(/^__Host-lookbook-session=[\da-f]{64}$/)
  const status = async () => (await worker.get('/api/v3/videos', { headers: { cookie } })).status
  expect(await status()).toBe(200)
  await worker.restart()
  expect(await status()).toBe(200)
  const out = await worker.get('/api/session', { method: 'DELETE', headers: { cookie }, body: '{}' })
  expect([out.status, out.headers.get('clear-site-data')]).toEqual([200, '"cache"'])
  expect(await status()).toBe(401)
  await worker.restart()
  expect(await status()).toBe(401)
  const log = worker.log()
  expect(log).toContain('/api/session')
  expect(log).not.toContain(accessToken)
  expect(log).not.toContain(cookie.split('=')[1])
})

const order = {
  method: 'POST',
  body: video,
  headers: { 'x-lookbook-token': accessToken, 'idempotency-key': intent },
}

test('a video is bought once on workerd, over clicks and a process that ended', slow, async () => {
  const { url, keys, seen } = await heygen(() => 'made')
  const settings = { HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: url, LOOKBOOK_ACCESS_TOKEN: accessToken }
  const worker = await startWorkerd(settings)
  expect(await errorOf(await worker.get('/api/v3/videos', { ...order, headers: {} }))).toMatchObject({
    code: 'access_token_required',
  })
  const first = await Promise.all(Array.from({ length: 5 }, () => worker.get('/api/v3/videos', order)))
  expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  await worker.restart()
  const again = await worker.get('/api/v3/videos', order)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await again.json()).toMatchObject({ data: { video_id: 'v1' } })
  expect(keys).toHaveLength(1)
  // The credential goes to HeyGen and nowhere else.
  expect(seen.every((headers) => headers.includes(canary))).toBe(true)
  expect(worker.log()).not.toContain(canary)
})

test('an answer that is lost on workerd is asked for again by the same key', slow, async () => {
  const { url, keys } = await heygen((turn) => (turn === 1 ? 'lost' : 'made'))
  const worker = await startWorkerd({
    HEYGEN_API_KEY: canary,
    HEYGEN_BASE_URL: url,
    LOOKBOOK_ACCESS_TOKEN: accessToken,
  })
  const made = await worker.get('/api/v3/videos', order)
  expect(await made.json()).toMatchObject({ data: { video_id: 'v1' } })
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})
