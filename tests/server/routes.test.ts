import { expect, test } from 'vitest'
import { appOf, canary, emptyPage, errorOf } from './fixtures.ts'

const ownLook = () => Response.json({ data: { id: 'a', status: 'completed' } })
const refuse = () =>
  Response.json({ error: { code: 'invalid_parameter', message: 'No.', param: 'x' } }, { status: 400 })
const oneLook = () => Response.json({ data: { id: 'a', name: 'A', status: null } })

test.each([
  ['/v3/avatars/looks', '?group_id=g&avatar_type=photo_avatar&ownership=public&limit=50&token=t'],
  ['/v3/avatars/looks/a:b.c-d_e', ''],
  ['/v3/avatars', '?ownership=private&limit=1&token=t'],
  ['/v3/avatars/g1', ''],
  ['/v3/voices', '?type=private&engine=starfish&language=English&gender=female&limit=100&token=t'],
  ['/v3/voices/v1', ''],
  ['/v3/users/me', ''],
  ['/v3/video-agents/styles', '?tag=news&limit=1&token=t'],
  ['/v3/video-agents', '?limit=100&token=t'],
  ['/v3/video-agents/s1', ''],
  ['/v3/video-agents/s1/videos', ''],
  ['/v3/videos', '?limit=100&token=t&folder_id=f&title=launch+film'],
  ['/v3/videos/statuses', '?video_ids=a,b&batch_ids=c'],
  ['/v3/videos/batches/b1', '?limit=100&token=t'],
  ['/v3/videos/v1', ''],
])('%s is read from HeyGen with its query', async (path, query) => {
  const { get, sent } = appOf(emptyPage)
  const response = await get(`/api${path}${query}`)
  expect(response.status).toBe(200)
  expect(sent).toHaveLength(1)
  const url = new URL(sent[0]?.url ?? '')
  expect(url.origin).toBe('https://api.heygen.com')
  expect(url.pathname).toBe(path)
  expect(new Map(url.searchParams)).toEqual(new Map(new URLSearchParams(query)))
})

test.each([
  ['/api', 404, 'not_found'],
  ['/api/', 404, 'not_found'],
  ['/api/v3', 404, 'not_found'],
  ['/api/v3/videos/v1/frames', 404, 'not_found'],
  ['/api/v3/videos/batches/b1/videos', 404, 'not_found'],
  ['/api/v2/avatars', 404, 'not_found'],
  ['/api/v3/avatars/looks/', 404, 'not_found'],
  ['/api/v3/avatars/looks/a/b', 404, 'not_found'],
  ['/api/v3/avatars/~a', 404, 'not_found'],
  [`/api/v3/avatars/${'a'.repeat(129)}`, 404, 'not_found'],
  ['/api/v3/video-agents/s1/resources', 404, 'not_found'],
  ['/api/v3/video-agents/s1/videos?limit=1', 400, 'unknown_parameter'],
  ['/api/v3/videos?sort=title', 400, 'unknown_parameter'],
  ['/api/v3/voices/speech/x', 404, 'not_found'],
  ['/api/v3/users/me?expand=1', 400, 'unknown_parameter'],
  ['/api/v3/avatars?avatar_type=photo_avatar', 400, 'unknown_parameter'],
  ['/api/v3/avatars/looks/a?limit=1', 400, 'unknown_parameter'],
  ['/api/v3/avatars/looks?limit=1&limit=2', 400, 'repeated_parameter'],
  [`/api/v3/avatars/looks?token=${'a'.repeat(513)}`, 400, 'invalid_parameter'],
])('%s is not in the table: %s %s, and nothing is sent', async (path, status, code) => {
  const { get, sent } = appOf(emptyPage)
  const response = await get(path)
  expect(response.status).toBe(status)
  expect(await errorOf(response)).toMatchObject({ code, message: expect.any(String) })
  expect(sent).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is not for what is only read',
  async (method) => {
    const { get, sent } = appOf(emptyPage)
    const json = { origin: 'http://localhost:4173', 'content-type': 'application/json' }
    for (const path of ['/api/v3/avatars', '/api/v3/avatars/a', '/api/v3/users/me']) {
      const response = await get(path, json, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('GET, HEAD')
      expect((await errorOf(response)).code).toBe('method_not_allowed')
    }
    expect((await get('/healthz', json, { method })).status).toBe(405)
    expect((await get('/', json, { method })).status).toBe(405)
    expect(sent).toEqual([])
  },
)

test('a hundred ids fit in one question for statuses', async () => {
  const { get, sent } = appOf(emptyPage)
  const ids = Array.from({ length: 100 }, () => crypto.randomUUID())
  expect((await get(`/api/v3/videos/statuses?video_ids=${ids.join(',')}`)).status).toBe(200)
  expect(new URL(sent[0]?.url ?? '').searchParams.get('video_ids')).toBe(ids.join(','))
})

test('the state of a video is asked anew each time, and once for all who ask together', async () => {
  const { get, sent } = appOf(emptyPage)
  await Promise.all([get('/api/v3/videos/v1'), get('/api/v3/videos/v1')])
  expect(sent).toHaveLength(1)
  await get('/api/v3/videos/v1')
  expect(sent).toHaveLength(2)
})

test('HEAD answers as GET does, without the body', async () => {
  const { get } = appOf(emptyPage)
  const response = await get('/api/v3/avatars', {}, { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test.each([
  'limit=51',
  'limit=abc',
  'avatar_type=hologram',
  'token=%00not-a-cursor',
  'token=',
  'group_id=%FF',
])('the odd value %s is for HeyGen to judge', async (query) => {
  const { get, sent } = appOf(refuse)
  const response = await get(`/api/v3/avatars/looks?${query}`)
  expect(response.status).toBe(400)
  expect(await errorOf(response)).toMatchObject({ code: 'invalid_parameter', message: 'No.', param: 'x' })
  expect(sent).toHaveLength(1)
})

test('HeyGen gets headers made for it, and none of the caller', async () => {
  const { get, sent } = appOf(emptyPage)
  await get('/api/v3/avatars', {
    cookie: 'a=b',
    authorization: 'Bearer x',
    'x-api-key': 'x',
    'user-agent': 'x',
  })
  expect(sent[0]?.init).toMatchObject({
    redirect: 'manual',
    headers: { accept: 'application/json', 'user-agent': 'lookbook/test', 'x-api-key': canary },
  })
  expect(Object.keys(sent[0]?.init.headers ?? {})).toHaveLength(3)
})

test('an OAuth token goes as a bearer, the sandbox gets nothing', async () => {
  const account = appOf(emptyPage, { HEYGEN_ACCESS_TOKEN: canary })
  await account.get('/api/v3/avatars')
  expect(account.sent[0]?.init.headers).toMatchObject({ authorization: `Bearer ${canary}` })
  const sandbox = appOf(emptyPage, {})
  await sandbox.get('/api/v3/avatars')
  expect(sandbox.sent[0]?.init.headers).toEqual({ accept: 'application/json', 'user-agent': 'lookbook/test' })
})

test('no header of HeyGen comes through', async () => {
  const { get } = appOf(() =>
    Response.json(
      { data: [] },
      {
        headers: {
          'set-cookie': 'a=b',
          server: 'cloud',
          'access-control-allow-origin': '*',
          'cache-control': 'public',
          'x-amzn-request-id': 'r',
          'content-security-policy': 'default-src *',
          location: 'https://evil.example',
        },
      },
    ),
  )
  const { headers } = await get('/api/v3/avatars')
  expect([...headers.keys()]).toEqual([
    'cache-control',
    'content-security-policy',
    'content-type',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'permissions-policy',
    'referrer-policy',
    'x-content-type-options',
    'x-request-id',
  ])
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('content-type')).toBe('application/json')
})

const csp = (media: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:${media}; media-src 'self' blob:${media}; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'`

test('the policy is exact: HeyGen for the account, only ourselves for the sandbox', async () => {
  const account = await appOf(emptyPage).get('/healthz')
  expect(account.headers.get('content-security-policy')).toBe(
    csp(' https://*.heygen.ai https://files.heygen.com'),
  )
  const sandbox = await appOf(emptyPage, {}).get('/healthz')
  expect(sandbox.headers.get('content-security-policy')).toBe(csp(''))
})

test('HSTS is sent under a public https name only', async () => {
  expect((await appOf(emptyPage).get('/healthz')).headers.has('strict-transport-security')).toBe(false)
  const https = appOf(emptyPage, { PUBLIC_URL: 'https://looks.example' })
  // On refusals before any route too, since the first visit may be one.
  for (const path of ['/healthz', '/nope', '/api/nope', '/%'])
    expect((await https.get(path)).headers.get('strict-transport-security')).toBe(
      'max-age=63072000; includeSubDomains',
    )
})

test('every answer has the headers and a request id of its own', async () => {
  const { get } = appOf(() => {
    throw new TypeError('boom')
  })
  const ids = new Set<string | null>()
  for (const path of ['/healthz', '/api/v3/avatars', '/api/nope', '/nope', '/api/v3/users/me?x=1', '/%']) {
    const { headers } = await get(path, { 'x-request-id': 'mine' })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    ids.add(headers.get('x-request-id'))
  }
  expect(ids.size).toBe(6)
  expect(ids).not.toContain('mine')
})

test('an error carries the request id of its header', async () => {
  const response = await appOf(emptyPage).get('/api/nope')
  expect((await errorOf(response)).request_id).toBe(response.headers.get('x-request-id'))
})

test('pages are refused in a plain sentence', async () => {
  const response = await appOf(emptyPage).get('/nope')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toBe('There is nothing at this address.\n')
})

test('/healthz says that it runs and in which mode', async () => {
  expect(await (await appOf(emptyPage).get('/healthz')).json()).toEqual({ ok: true, mode: 'account' })
  expect(await (await appOf(emptyPage, {}).get('/healthz')).json()).toEqual({ ok: true, mode: 'sandbox' })
  expect((await appOf(emptyPage).get('/healthz', { host: 'evil.example' })).status).toBe(421)
})

test('read-only: listings are held to public rows, whatever the caller says', async () => {
  const { get, sent } = appOf(emptyPage, { HEYGEN_API_KEY: canary, PUBLIC_READONLY: '1' })
  await get('/api/v3/avatars/looks')
  await get('/api/v3/avatars/looks?ownership=private&limit=1')
  await get('/api/v3/avatars?ownership=private')
  await get('/api/v3/voices?type=private')
  expect(sent.map(({ url }) => new URL(url).search)).toEqual([
    '?ownership=public',
    '?limit=1&ownership=public',
    '?ownership=public',
    '?type=public',
  ])
})

test('read-only: there is no account, and no private look by its id', async () => {
  const env = { HEYGEN_API_KEY: canary, PUBLIC_READONLY: '1' }
  for (const path of [
    'users/me',
    'videos',
    'videos/v1',
    'videos/statuses',
    'video-agents',
    'video-agents/s1',
  ])
    expect((await appOf(emptyPage, env).get(`/api/v3/${path}`)).status).toBe(404)
  expect((await appOf(oneLook, env).get('/api/v3/avatars/looks/a')).status).toBe(200)
  expect((await appOf(ownLook, env).get('/api/v3/avatars/looks/a')).status).toBe(404)
  expect((await appOf(ownLook).get('/api/v3/avatars/looks/a')).status).toBe(200)
})

test('the log tells what happened by template, without ids, queries or headers', async () => {
  const { get, lines } = appOf(emptyPage)
  await get('/api/v3/avatars/looks/secret-id', { cookie: 'secret' })
  await get('/api/v3/avatars/looks?token=secret')
  await get('/api/v3/avatars/looks?token=secret')
  await get('/api/v3/avatars/looks?secret=1')
  await get('/secret')
  expect(lines).toMatchObject([
    { method: 'GET', route: '/api/v3/avatars/looks/:id', status: 200, attempts: 1, from: 'upstream' },
    { route: '/api/v3/avatars/looks', status: 200, attempts: 1, from: 'upstream' },
    { route: '/api/v3/avatars/looks', status: 200, attempts: 0, from: 'cache' },
    { route: '/api/v3/avatars/looks', status: 400, code: 'unknown_parameter' },
    { route: 'page', status: 404, code: 'not_found' },
  ])
  for (const line of lines) {
    expect(line.ms).toBeGreaterThanOrEqual(0)
    expect(line.request_id).toMatch(/^[0-9a-f-]{36}$/)
  }
  expect(JSON.stringify(lines)).not.toContain('secret')
})
