import { expect, test } from 'vitest'
import { appOf, canary, emptyPage, pageHeaders } from './fixtures.ts'
import { imageHeaders, jpeg, lastOf, pictureApp } from './picture-fixtures.ts'

const token = 'Zk3qv8WcR1x_Yt7LmN0bQa'
const other = 'aQb0NmL7tY_x1RcW8vq3kZ'
const still = await jpeg(400, 500)
const answer = () => new Response(new Uint8Array(still))
const address = 'https://media.example/a.jpg'
const env = (more: Record<string, string> = {}) => ({
  HEYGEN_API_KEY: canary,
  MEDIA_HOSTS: 'https://media.example',
  LOOKBOOK_ACCESS_TOKEN: token,
  ...more,
})

const cookieOf = async (more?: Record<string, string>, headers: Record<string, string> = {}) => {
  const { get } = appOf(() => emptyPage(), env(more))
  const response = await get('/api/v3/avatars', { 'x-lookbook-token': token, ...headers })
  return response.headers.get('set-cookie')
}
const pairOf = async (more?: Record<string, string>) => (await cookieOf(more))?.split(';')[0] ?? ''

test('a page that has proved the token gets a cookie for pictures, which is not the token', async () => {
  const cookie = await cookieOf()
  expect(cookie).toMatch(/^lookbook-pictures=[\da-f]{64}; Path=\/pictures; HttpOnly; SameSite=Strict$/)
  expect(cookie).not.toContain(token)
})

test('under https the cookie is bound to this host, and only that one counts', async () => {
  const https = { PUBLIC_URL: 'https://looks.example' }
  expect(await cookieOf(https)).toMatch(
    /^__Host-lookbook-pictures=[\da-f]{64}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  )
  const { picture } = pictureApp(answer, { env: env(https) })
  const cookie = await pairOf(https)
  expect((await picture(address, { cookie })).status).toBe(200)
  expect((await picture(address, { cookie: cookie.replace('__Host-', '') })).status).toBe(401)
})

test('nobody else gets one', async () => {
  expect(await cookieOf({}, { 'x-lookbook-token': other })).toBeNull()
  expect(await cookieOf({}, { 'x-lookbook': '0' })).toBeNull()
  const open = appOf(() => emptyPage())
  expect((await open.get('/api/v3/avatars')).headers.has('set-cookie')).toBe(false)
  const closed = appOf(() => emptyPage(), env())
  for (const path of ['/', '/healthz', '/pictures/384'])
    expect((await closed.get(path, { 'x-lookbook-token': token })).headers.has('set-cookie')).toBe(false)
})

test('a call that fails for another reason has proved the token too', async () => {
  const { get } = appOf(() => new Response('{}', { status: 404 }), env())
  const response = await get('/api/v3/nothing', { 'x-lookbook-token': token })
  expect([response.status, response.headers.has('set-cookie')]).toEqual([404, true])
})

test('pictures take the cookie or the header, and nothing else', async () => {
  const { picture, fetched, lines } = pictureApp(answer, { env: env() })
  const good = await pairOf()
  const foreign = good.replace(/=../, (start) => (start === '=00' ? '=11' : '=00'))
  const refused: Record<string, string>[] = [
    {},
    { cookie: '' },
    { cookie: 'lookbook-pictures=' },
    { cookie: `lookbook-pictures=${token}` },
    { cookie: good.slice(0, -1) },
    { cookie: `${good}0` },
    { cookie: good.toUpperCase() },
    { cookie: `x${good}` },
    { cookie: `a="${good}"` },
    { cookie: foreign },
    { 'x-lookbook-token': other },
    { 'x-lookbook-token': good.split('=')[1] ?? '' },
    { authorization: `Bearer ${token}` },
  ]
  for (const headers of refused) {
    expect((await picture(address, headers)).status).toBe(401)
    expect(lastOf(lines)).toBe('401 access_token_required')
  }
  expect(fetched).toEqual([])
  for (const cookie of [good, `a=b; ${good}`, `lookbook-pictures=x; ${good};c`])
    expect((await picture(address, { cookie })).status).toBe(200)
  expect((await picture(address, { 'x-lookbook-token': token })).status).toBe(200)
})

test('the cookie opens pictures only', async () => {
  const { app } = pictureApp(answer, { env: env() })
  const cookie = await pairOf()
  const response = await app.request('http://localhost:4173/api/v3/avatars', {
    headers: { ...pageHeaders, cookie },
  })
  expect(response.status).toBe(401)
})

test('another token ends it, a restart does not', async () => {
  const cookie = await pairOf()
  const again = pictureApp(answer, { env: env() })
  expect((await again.picture(address, { cookie })).status).toBe(200)
  const changed = pictureApp(answer, { env: env({ LOOKBOOK_ACCESS_TOKEN: other }) })
  expect((await changed.picture(address, { cookie })).status).toBe(401)
})

const gated: [headers: Record<string, string>, expected: string][] = [
  [{ host: 'evil.example' }, '421 unknown_host'],
  [{ 'x-forwarded-for': '1.2.3.4' }, '421 untrusted_proxy'],
  [{ 'sec-fetch-site': 'cross-site' }, '403 cross_site'],
  [{ 'sec-fetch-site': 'same-site' }, '403 cross_site'],
  [{ 'sec-fetch-site': 'none' }, '403 cross_site'],
  [{ 'sec-fetch-dest': 'document' }, '403 not_an_image'],
  [{ 'sec-fetch-dest': 'iframe' }, '403 not_an_image'],
  [{ 'sec-fetch-dest': 'script' }, '403 not_an_image'],
  [{ 'sec-fetch-dest': 'object' }, '403 not_an_image'],
]

test.each(gated)('the gate holds pictures to %j as it does the API', async (headers, expected) => {
  const { picture, lines, fetched } = pictureApp(answer)
  await picture(address, headers)
  expect(lastOf(lines)).toBe(expected)
  expect(fetched).toEqual([])
})

test('a page may fetch a picture, and a client that is no browser may too', async () => {
  const { picture, app } = pictureApp(answer)
  expect((await picture(address, { 'sec-fetch-dest': 'empty' })).status).toBe(200)
  const { host } = imageHeaders
  const url = `http://localhost:4173/pictures/384?u=${encodeURIComponent(address)}`
  expect((await app.request(url, { headers: { host } })).status).toBe(200)
})

test('where a proxy signs people in, pictures are for those it names', async () => {
  const signedIn = { HEYGEN_API_KEY: canary, MEDIA_HOSTS: 'https://media.example', TRUSTED_PROXY: '10.0.0.1' }
  const { app } = pictureApp(answer, { env: { ...signedIn, IDENTITY_HEADER: 'X-Remote-User' } })
  const url = `http://localhost:4173/pictures/384?u=${encodeURIComponent(address)}`
  const statusOf = async (headers: Record<string, string>, remoteAddress: string) => {
    const incoming = { url: url.slice('http://localhost:4173'.length), socket: { remoteAddress } }
    return (await app.request(url, { headers: { ...imageHeaders, ...headers } }, { incoming })).status
  }
  expect(await statusOf({ 'x-remote-user': 'ann' }, '10.0.0.1')).toBe(200)
  expect(await statusOf({}, '10.0.0.1')).toBe(401)
  expect(await statusOf({ 'x-remote-user': 'ann' }, '10.0.0.2')).toBe(421)
})
