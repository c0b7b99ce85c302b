import { expect, test } from 'vitest'
import { createAccess } from '#server/access.ts'
import { createGuesses } from '#server/guesses.ts'
import { createSessions } from '#server/sessions.ts'
import { appOf, canary, configOf, emptyPage, errorOf, pageHeaders } from './fixtures.ts'

const token = 'Zk3qv8WcR1x_Yt7LmN0bQa'
const wrong = 'aQb0NmL7tY_x1RcW8vq3kZ'
const account = { HEYGEN_API_KEY: canary, LOOKBOOK_ACCESS_TOKEN: token }
const https = { PUBLIC_URL: 'https://looks.example', PICKER_ORIGINS: 'https://app.example' }

const unsafe = { origin: 'http://localhost:4173', 'content-type': 'application/json' }

/** A server that asks for its token, by a clock of its own. */
function guarded(env: Record<string, string> = {}) {
  const clock = { now: 1_700_000_000_000 }
  const now = () => clock.now
  const config = configOf({ ...account, ...env })
  const access = createAccess(config, {
    sessions: createSessions({ accessToken: token, now }),
    guesses: createGuesses({ now }),
  })
  const made = appOf(emptyPage, { ...account, ...env }, { access })
  const post = (body: unknown, headers: Record<string, string> = {}, peer = '10.0.0.7') =>
    made.app.request(
      'http://localhost:4173/api/session',
      {
        method: 'POST',
        headers: { ...pageHeaders, ...unsafe, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
      { incoming: { url: '/api/session', socket: { remoteAddress: peer } } },
    )
  const cookieOf = async (headers: Record<string, string> = {}, more: Record<string, unknown> = {}) =>
    (await post({ access_token: token, ...more }, headers)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const signOut = (headers: Record<string, string> = {}) =>
    made.get('/api/session', { ...unsafe, ...headers }, { method: 'DELETE' })
  const status = async (headers: Record<string, string>) =>
    (await made.get('/api/v3/avatars', headers)).status
  return { ...made, clock, post, cookieOf, signOut, status }
}

test('the right token gets a session, whose cookie is not the token', async () => {
  const { post, status } = guarded()
  const answer = await post({ access_token: token })
  expect([answer.status, await answer.json()]).toEqual([200, { data: { signed_in: true } }])
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const cookies = answer.headers.getSetCookie()
  expect(cookies).toEqual([
    expect.stringMatching(/^lookbook-session=[\da-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/),
  ])
  expect(await status({ cookie: cookies[0]?.split(';')[0] ?? '' })).toBe(200)
})

test('under https the session is bound to this host, and only that cookie counts', async () => {
  const { post, status } = guarded(https)
  const answer = await post({ access_token: token })
  const [cookie = '', ...more] = answer.headers.getSetCookie()
  expect(more).toEqual([])
  expect(cookie).toMatch(/^__Host-lookbook-session=[\da-f]{64}; Path=\/; Secure; HttpOnly; SameSite=Strict$/)
  const pair = cookie.split(';')[0] ?? ''
  expect(await status({ cookie: pair })).toBe(200)
  expect(await status({ cookie: pair.replace('__Host-', '') })).toBe(401)
})

test('each sign-in is another session, and ends the one before', async () => {
  const { cookieOf, status } = guarded()
  const first = await cookieOf()
  const second = await cookieOf({ cookie: first })
  const elsewhere = await cookieOf()
  expect(new Set([first, second, elsewhere]).size).toBe(3)
  expect(await Promise.all([first, second, elsewhere].map((cookie) => status({ cookie })))).toEqual([
    401, 200, 200,
  ])
})

test('a cookie that somebody else put there does not become a session', async () => {
  const { cookieOf, status } = guarded()
  const fixed = `lookbook-session=${'ab'.repeat(32)}`
  const given = await cookieOf({ cookie: fixed })
  expect(given).not.toBe(fixed)
  expect(await status({ cookie: fixed })).toBe(401)
})

test('signing out ends the session at the server, takes the cookie and empties the cache', async () => {
  const { cookieOf, signOut, status } = guarded()
  const [cookie, other] = [await cookieOf(), await cookieOf()]
  const answer = await signOut({ cookie })
  expect([answer.status, await answer.json()]).toEqual([200, { data: { signed_in: false } }])
  expect(answer.headers.getSetCookie()).toEqual([
    'lookbook-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
  ])
  // "storage" would take the boards, "cookies" those of sibling names.
  expect(answer.headers.get('clear-site-data')).toBe('"cache"')
  expect([await status({ cookie }), await status({ cookie: other })]).toEqual([401, 200])
  // Whoever has no session any more may sign out all the same.
  expect((await signOut()).status).toBe(200)
})

test('a session that ended is told from none, and from a wrong token', async () => {
  const { cookieOf, get, clock } = guarded()
  const cookie = await cookieOf()
  clock.now += 12 * 60 * 60_000
  const toldOf = async (headers: Record<string, string>) => {
    const answer = await get('/api/v3/avatars', headers)
    return [answer.status, (await errorOf(answer)).code, answer.headers.get('x-lookbook-session')]
  }
  expect(await toldOf({ cookie })).toEqual([401, 'access_token_required', 'ended'])
  expect(await toldOf({})).toEqual([401, 'access_token_required', 'none'])
  expect(await toldOf({ 'x-lookbook-token': wrong })).toEqual([401, 'access_token_required', 'wrong'])
})

test('scripts send the token itself, and get no session', async () => {
  const { get } = guarded()
  const answer = await get('/api/v3/avatars', { 'x-lookbook-token': token })
  expect([answer.status, answer.headers.has('set-cookie')]).toEqual([200, false])
})

const bodies: [body: unknown, expected: string][] = [
  [{ access_token: wrong }, '401 access_token_required'],
  [{ access_token: `${token} ` }, '401 access_token_required'],
  [{ access_token: '' }, '422 invalid_parameter'],
  [{}, '422 invalid_parameter'],
  [{ access_token: token, more: 1 }, '422 invalid_parameter'],
  [{ access_token: [token] }, '422 invalid_parameter'],
  [{ access_token: 'a'.repeat(1025) }, '422 invalid_parameter'],
  [{ access_token: token, framed: 'yes' }, '422 invalid_parameter'],
  ['nothing', '400 invalid_json'],
  [`"${'a'.repeat(70_000)}"`, '413 payload_too_large'],
]

test.each(bodies)('%.60j signs nobody in', async (body, expected) => {
  const { post } = guarded()
  const answer = await post(body)
  expect(`${answer.status} ${(await errorOf(answer)).code}`).toBe(expected)
  expect(answer.headers.has('set-cookie')).toBe(false)
})

const forged: [headers: Record<string, string>, expected: string][] = [
  [{ host: 'evil.example' }, '421 unknown_host'],
  [{ 'x-forwarded-for': '1.2.3.4' }, '421 untrusted_proxy'],
  [{ 'x-lookbook': '' }, '403 header_required'],
  [{ 'sec-fetch-site': 'cross-site' }, '403 cross_site'],
  [{ origin: 'https://evil.example' }, '403 cross_origin'],
  [{ 'content-type': 'text/plain' }, '415 json_required'],
]

test.each(forged)('with %j nobody is signed in, nor out', async (headers, expected) => {
  const { post, cookieOf, signOut, status } = guarded()
  const cookie = await cookieOf()
  for (const answer of [
    await post({ access_token: token }, headers),
    await signOut({ cookie, ...headers }),
  ]) {
    expect(`${answer.status} ${(await errorOf(answer)).code}`).toBe(expected)
    expect(answer.headers.has('set-cookie')).toBe(false)
  }
  expect(await status({ cookie })).toBe(200)
})

test('a session is no way around the rest of the gate', async () => {
  const { cookieOf, get } = guarded()
  const cookie = await cookieOf()
  for (const [headers, expected] of forged.slice(0, 4)) {
    const answer = await get('/api/v3/avatars', { cookie, ...headers })
    expect(`${answer.status} ${(await errorOf(answer)).code}`).toBe(expected)
  }
})

test('where no token is asked for there is nothing to sign in to', async () => {
  const { get } = appOf(emptyPage)
  for (const method of ['POST', 'DELETE']) {
    const answer = await get('/api/session', unsafe, { method })
    expect([answer.status, answer.headers.has('set-cookie')]).toEqual([404, false])
  }
})

test('it takes no other method and no query', async () => {
  const { get } = guarded()
  const read = await get('/api/session')
  expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST, DELETE'])
  expect((await get('/api/session?a=1', unsafe, { method: 'DELETE' })).status).toBe(400)
})

test('wrong tokens are slowed down, in the form and in the header alike', async () => {
  const { post, get, clock, lines } = guarded()
  for (let turn = 0; turn < 10; turn += 1)
    expect((await post({ access_token: wrong }, {}, '10.0.0.9')).status).toBe(401)
  // Now it is not even looked at: the right one would tell that it is right.
  const refused = await post({ access_token: token }, {}, '10.0.0.9')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await errorOf(refused)).toMatchObject({ code: 'too_many_guesses' })
  expect(lines.at(-1)).toMatchObject({ status: 429, code: 'too_many_guesses', route: '/api/session' })
  // Others are not.
  expect((await post({ access_token: token }, {}, '10.0.0.8')).status).toBe(200)
  clock.now += 60_000
  expect((await post({ access_token: token }, {}, '10.0.0.9')).status).toBe(200)

  const statuses: number[] = []
  for (let turn = 0; turn < 11; turn += 1)
    statuses.push((await get('/api/v3/avatars', { 'x-lookbook-token': wrong })).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
})

test('who is signed in already is not held up by guesses from the same address', async () => {
  const { post, cookieOf, status } = guarded()
  const cookie = await cookieOf()
  for (let turn = 0; turn < 20; turn += 1) await post({ access_token: wrong })
  expect(await status({ cookie })).toBe(200)
})

test('in a frame of another site the session is apart, for reading alone', async () => {
  const { post, app, signOut } = guarded(https)
  const answer = await post({ access_token: token, framed: true })
  const [cookie = '', ...more] = answer.headers.getSetCookie()
  expect(more).toEqual([])
  expect(cookie).toMatch(
    /^__Host-lookbook-framed-session=[\da-f]{64}; Path=\/; Secure; HttpOnly; SameSite=None; Partitioned$/,
  )
  const pair = cookie.split(';')[0] ?? ''
  const call = async (method: string, path: string) =>
    (
      await app.request(`http://localhost:4173${path}`, {
        method,
        headers: { ...pageHeaders, ...unsafe, cookie: pair },
      })
    ).status
  expect(await call('GET', '/api/v3/avatars')).toBe(200)
  for (const path of ['/api/v3/videos', '/api/v3/video-agents'])
    expect([path, await call('POST', path)]).toEqual([path, 401])
  expect((await signOut({ cookie: pair })).headers.getSetCookie()).toHaveLength(2)
  expect(await call('GET', '/api/v3/avatars')).toBe(401)
})

test('where no other site may frame the picker there is no such session', async () => {
  const { post } = guarded({ PUBLIC_URL: 'https://looks.example' })
  const [cookie] = (await post({ access_token: token, framed: true })).headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-lookbook-session=.*SameSite=Strict$/)
})

test('where a proxy names people too, a session alone is not enough', async () => {
  const env = { TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' }
  const { app, post } = guarded(env)
  const named = { 'x-remote-user': 'ann' }
  const cookie =
    (await post({ access_token: token }, named, '10.0.0.1')).headers.get('set-cookie')?.split(';')[0] ?? ''
  const status = async (headers: Record<string, string>) =>
    (
      await app.request(
        'http://localhost:4173/api/v3/avatars',
        { headers: { ...pageHeaders, cookie, ...headers } },
        { incoming: { url: '/api/v3/avatars', socket: { remoteAddress: '10.0.0.1' } } },
      )
    ).status
  expect([await status(named), await status({})]).toEqual([200, 401])
  expect((await post({ access_token: token }, {}, '10.0.0.1')).status).toBe(401)
})
