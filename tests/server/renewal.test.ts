import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#server/ledger-file.ts'
import type { Tokens } from '#server/refresh-token.ts'
import { renewingProofs, type TokenStore } from '#server/renewing-proofs.ts'
import { createRuntime } from '#server/runtime.ts'
import { tokenStore } from '#server/token-store.ts'
import { runtimes } from './faults/runtimes.ts'
import { canary, configOf, errorOf, serve, upstreamOf } from './fixtures.ts'
import { startWorkerd } from './workerd.ts'

const settings = {
  HEYGEN_API_KEY: '',
  HEYGEN_ACCESS_TOKEN: 'access-canary-0001',
  HEYGEN_REFRESH_TOKEN: 'refresh-canary-0001',
  HEYGEN_CLIENT_ID: 'client-of-ours',
}
const anyToken = /(?:access|refresh)-canary-\d+/

/** A HeyGen that takes the newest access token alone, and a refresh token once; it echoes all it knows. */
async function heygen() {
  const state = { serial: 1, gives: true, rotates: true }
  const forms: string[] = []
  const posts: string[] = []
  const refused: string[] = []
  const spent = new Set<string>()
  let refresh = 'refresh-canary-0001'
  const url = await serve((request, response) => {
    void buffer(request).then((body) => {
      response.setHeader('content-type', 'application/json')
      const now = `access-canary-000${state.serial}`
      if (request.url === '/oauth/token') {
        const form = new URLSearchParams(body.toString())
        forms.push(`${request.headers['content-type']} ${form.toString()}`)
        const known = form.get('refresh_token') === refresh && !spent.has(refresh)
        if (!known || !state.gives)
          return response
            .writeHead(400)
            .end(JSON.stringify({ error: 'invalid_grant', error_description: body.toString() }))
        state.serial += 1
        if (state.rotates) {
          spent.add(refresh)
          refresh = `refresh-canary-000${state.serial}`
        }
        const given = {
          access_token: `access-canary-000${state.serial}`,
          expires_in: 864_000.0005,
          token_type: 'Bearer',
        }
        return response.end(JSON.stringify(state.rotates ? { ...given, refresh_token: refresh } : given))
      }
      const echo = `${request.headers.authorization} ${refresh}`
      // The one that is configured has run out.
      if (request.headers.authorization !== `Bearer ${now}` || state.serial === 1) {
        refused.push(request.method ?? '')
        return response.writeHead(401).end(JSON.stringify({ error: { code: 'unauthorized', message: echo } }))
      }
      if (request.method === 'POST')
        posts.push(`${request.url} ${String(request.headers['idempotency-key'])}`)
      const made = request.url === '/v3/videos' ? { video_id: 'v1' } : { session_id: 's1' }
      return response.end(
        JSON.stringify({ data: request.method === 'POST' ? { ...made, echo } : [{ id: echo }] }),
      )
    })
  })
  return { url, state, forms, posts, refused }
}

const video = JSON.stringify({ type: 'avatar', avatar_id: 'a', script: 'Hi.', title: 'T' })
const slow = { timeout: 120_000 }

describe.each(['node', 'workerd'] as const)('on %s', (runtime) => {
  async function start() {
    const fake = await heygen()
    const lookbook = await runtimes[runtime](fake.url, {
      ...settings,
      HEYGEN_TOKEN_URL: `${fake.url}/oauth/token`,
    })
    onTestFinished(lookbook.close)
    return { ...fake, ...lookbook }
  }

  test('a token that HeyGen refuses is renewed once for all who ask', slow, async () => {
    const { call, forms, posts, refused, log } = await start()
    const order = (path: string, key: string, body: string) => call(path, { method: 'POST', key, body })
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, (_, at) => call(`/v3/avatars/looks/look-${at}`)),
      order('/v3/videos', 'intent-1', video),
      order('/v3/video-agents', 'intent-2', '{"prompt":"Tea."}'),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(forms).toEqual([
      'application/x-www-form-urlencoded grant_type=refresh_token&refresh_token=refresh-canary-0001&client_id=client-of-ours',
    ])
    // Each was sent again at most once, and the orders by the keys they had.
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThanOrEqual(answers.length)
    expect(posts).toHaveLength(2)
    expect(new Set(posts.map((post) => post.split(' ')[0]))).toEqual(
      new Set(['/v3/video-agents', '/v3/videos']),
    )
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(texts.join('')).toContain('[removed]')
    expect(texts.join('')).not.toMatch(anyToken)
    await expect.poll(() => log().length).toBeGreaterThan(500)
    expect(log()).not.toMatch(anyToken)
  })

  test('what cannot be renewed is HeyGen’s refusal, and is not tried again at every call', slow, async () => {
    const { call, forms, state, posts, log } = await start()
    state.gives = false
    for (let turn = 0; turn < 5; turn++) {
      const answer = await call(`/v3/avatars/looks/look-${turn}`)
      const error = await errorOf(answer)
      expect([answer.status, error.code]).toEqual([401, 'heygen_unauthorized'])
      expect(JSON.stringify(error)).not.toMatch(anyToken)
    }
    const order = await call('/v3/videos', { method: 'POST', key: 'intent-1', body: video })
    expect([order.status, (await errorOf(order)).code]).toEqual([401, 'heygen_unauthorized'])
    expect([forms.length, posts.length]).toEqual([1, 0])
    expect(log()).not.toMatch(anyToken)
  })
})

test('on workerd renewed tokens are in the Durable Object, and outlive the process', slow, async () => {
  const { url, forms, refused } = await heygen()
  const accessToken = 'a-token-of-128-bits-at-the-least-0123456789'
  const { get, restart, close } = await startWorkerd({
    ...settings,
    HEYGEN_BASE_URL: url,
    HEYGEN_TOKEN_URL: `${url}/oauth/token`,
    LOOKBOOK_ACCESS_TOKEN: accessToken,
  })
  onTestFinished(close)
  const ask = async () =>
    (await get('/api/v3/avatars', { headers: { 'x-lookbook-token': accessToken } })).status
  expect(await ask()).toBe(200)
  await restart()
  expect(await ask()).toBe(200)
  expect([forms.length, refused.length]).toEqual([1, 1])
})

const renewal = { url: 'https://token.example/oauth', clientId: 'c', refreshToken: 'refresh-canary-0001' }

/** Renewal in this process, on a clock of its own, before a HeyGen that takes `state.good`. */
function renewing(answer: () => Response | Promise<Response>, store: TokenStore | null = null) {
  const state = { now: 1_000_000, good: 'access-canary-0002', renewals: 0, used: [] as string[] }
  const send = async (url: string, { headers }: RequestInit) => {
    if (url === renewal.url) {
      state.renewals += 1
      return answer()
    }
    const used = new Headers(headers).get('authorization')?.replace('Bearer ', '') ?? ''
    state.used.push(used)
    return used === state.good
      ? Response.json({ data: [] })
      : Response.json({ error: { code: 'unauthorized', message: 'No.' } }, { status: 401 })
  }
  const proofs = renewingProofs({
    token: 'access-canary-0001',
    renewal,
    store,
    send,
    userAgent: 'lookbook/test',
    now: () => state.now,
  })
  const upstream = upstreamOf({
    credential: { kind: 'token', value: 'access-canary-0001' },
    proofs,
    fetch: send,
  })
  const read = () =>
    upstream.read('/v3/avatars', new AbortController().signal).then(
      () => 200,
      ({ status }: { status: number }) => status,
    )
  return { state, read, upstream }
}

const tokens = (access: string, more: Record<string, unknown> = {}) =>
  Response.json({ access_token: access, ...more })

test.each<[what: string, answer: () => Response | Promise<Response>]>([
  ['a refusal', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
  ['an outage', () => new Response('', { status: 503 })],
  ['HTML', () => new Response('<h1>Wait</h1>')],
  ['no token', () => Response.json({ token_type: 'Bearer' })],
  ['an empty token', () => tokens('')],
  ['a token with a line break', () => tokens('access-canary-0002\r\nx-evil: 1')],
  ['a token without end', () => tokens('a'.repeat(10_000))],
  ['a token that is a number', () => Response.json({ access_token: 7 })],
  ['another kind of token', () => tokens('access-canary-0002', { token_type: 'mac' })],
  ['a redirect', () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } })],
  ['more than it may hold', () => tokens('access-canary-0002', { more: 'a'.repeat(70_000) })],
  ['nobody there', () => Promise.reject(new TypeError('fetch failed'))],
])('%s renews nothing: the 401 stands, and a minute later it is tried again', async (_, answer) => {
  let bad = true
  const { state, read } = renewing(() => (bad ? answer() : tokens('access-canary-0002')))
  expect([await read(), await read(), state.renewals]).toEqual([401, 401, 1])
  bad = false
  state.now += 59_000
  expect([await read(), state.renewals]).toEqual([401, 1])
  state.now += 1000
  expect([await read(), state.renewals]).toEqual([200, 2])
})

test('a bomb instead of a token is not unpacked', slow, async () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '))
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb)
  })
  const { read } = renewing(() => fetch(url))
  expect(await read()).toBe(401)
})

test('a new token that is refused too is tried once, and no more for a minute', async () => {
  const { state, read } = renewing(() => tokens('access-canary-0003'))
  expect([await read(), await read()]).toEqual([401, 401])
  expect(state.used).toEqual(['access-canary-0001', 'access-canary-0003', 'access-canary-0003'])
  expect(state.renewals).toBe(1)
})

test('a token is renewed a minute before its end, and the refresh token is kept where none comes', async () => {
  let serial = 2
  const forms: Tokens[] = []
  const store: TokenStore = { load: () => undefined, save: (next) => forms.push(next) }
  const { state, read } = renewing(() => {
    state.good = `access-canary-000${serial}`
    serial += 1
    return tokens(state.good, { expires_in: 600, refresh_token: null })
  }, store)
  expect(await read()).toBe(200)
  state.now += 539_000
  expect([await read(), state.renewals]).toEqual([200, 1])
  state.now += 1000
  expect([await read(), state.renewals]).toEqual([200, 2])
  // Not by being refused.
  expect(state.used.filter((used) => used === 'access-canary-0001')).toHaveLength(1)
  expect(forms.map(({ refresh }) => refresh)).toEqual(['refresh-canary-0001', 'refresh-canary-0001'])
})

function full(): never {
  throw new Error('disk full')
}

test('a store that fails is no reason to fail', async () => {
  const { read } = renewing(() => tokens('access-canary-0002'), { load: full, save: full })
  expect([await read(), await read()]).toEqual([200, 200])
})

test('the account keeps its name in caches when its token is renewed', async () => {
  const { upstream, read } = renewing(() => tokens('access-canary-0002'))
  const before = await upstream.fingerprint()
  expect(await read()).toBe(200)
  expect(await upstream.fingerprint()).toBe(before)
})

test('an order goes once more after a renewal, as the one that was written down, and no third time', async () => {
  const session = { method: 'POST', target: '/v3/video-agents', body: '{}', key: 'k' } as const
  const { state, upstream } = renewing(() => tokens('access-canary-0002'))
  let written = 0
  const write = () => upstream.write(session, { before: () => (written += 1) })
  expect((await write()).kind).toBe('answer')
  expect([state.used, written]).toEqual([['access-canary-0001', 'access-canary-0002'], 1])
  state.good = 'access-canary-0003'
  expect(await write()).toMatchObject({ kind: 'refused', failure: { status: 401 } })
  state.now += 60_000
  // Renewed, and still not what HeyGen takes.
  expect(await write()).toMatchObject({ kind: 'refused', failure: { status: 401 } })
  expect([state.used.length, written, state.renewals]).toEqual([5, 3, 2])
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lookbook-tokens-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('renewed tokens outlive the process, for its user alone, until others are set', async () => {
  const { url, forms, refused, state } = await heygen()
  const file = join(folder(), 'ledger.sqlite')
  const env = { ...settings, HEYGEN_BASE_URL: url, HEYGEN_TOKEN_URL: `${url}/oauth/token`, LEDGER_FILE: file }
  const ask = async (more: Record<string, string> = {}) => {
    const runtime = createRuntime({ ...env, ...more }, 'test', openLedger)
    runtime.startSpending()
    const app = runtime.start(runtime.config, {})
    const { status } = await app.request('http://localhost:4173/api/v3/avatars', {
      headers: { host: 'localhost:4173', 'x-lookbook': '1' },
    })
    await runtime.close()
    return status
  }
  expect([await ask(), await ask()]).toEqual([200, 200])
  expect([forms.length, refused.length]).toEqual([1, 1])
  // It has run out: the one that came with it is used, since the one that is set is used up.
  state.serial += 1
  expect([await ask(), forms.length]).toEqual([200, 2])
  expect(forms[1]).toContain('refresh-canary-0002')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'latin1')).toMatch(anyToken)

  // Another setting takes its place, and what was kept of the one before goes.
  expect(await ask({ HEYGEN_REFRESH_TOKEN: 'refresh-other-0001' })).toBe(401)
  const ledger = openLedger(file)
  const name = createHash('sha256')
    .update(`tokens\n${url}/oauth/token\nclient-of-ours\nrefresh-canary-0001`)
    .digest('hex')
  expect(ledger.tokens(name)).toBeUndefined()
  ledger.close()
})

test('without renewal nothing is kept of it', async () => {
  const file = join(folder(), 'ledger.sqlite')
  const ledger = openLedger(file)
  tokenStore(() => ledger, renewal).save({ access: 'a', refresh: 'r', expiresAt: null })
  expect(tokenStore(() => ledger, renewal).load()).toEqual({ access: 'a', refresh: 'r', expiresAt: null })
  ledger.close()
  const runtime = createRuntime({ HEYGEN_API_KEY: canary, LEDGER_FILE: file }, 'test', openLedger)
  runtime.startSpending()
  await runtime.close()
  const again = openLedger(file)
  expect(tokenStore(() => again, renewal).load()).toBeUndefined()
  again.close()
})

test('the names of catalogues are made from what is set', () => {
  const { HEYGEN_ACCESS_TOKEN } = settings
  expect(configOf(settings).catalogue).toBe(configOf({ HEYGEN_ACCESS_TOKEN }).catalogue)
})
