import { expect, test } from 'vitest'
import { canary, pageHeaders } from './fixtures.ts'
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

/** A server with pictures, and how to sign in to it. */
function signedOut(more?: Record<string, string>) {
  const made = pictureApp(answer, { env: env(more) })
  const signIn = async (headers: Record<string, string> = {}) => {
    const response = await made.app.request('http://localhost:4173/api/session', {
      method: 'POST',
      headers: {
        ...pageHeaders,
        origin: 'http://localhost:4173',
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify({ access_token: token }),
    })
    return response.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  return { ...made, signIn }
}

test('pictures take the session or the header, and nothing else', async () => {
  const { picture, fetched, lines, signIn } = signedOut()
  const good = await signIn()
  expect(good).toMatch(/^lookbook-session=[\da-f]{64}$/)
  const foreign = good.replace(/=../, (start) => (start === '=00' ? '=11' : '=00'))
  const refused: Record<string, string>[] = [
    {},
    { cookie: '' },
    { cookie: 'lookbook-session=' },
    { cookie: `lookbook-session=${token}` },
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
  for (const cookie of [good, `a=b; ${good}`, `lookbook-session=x; ${good};c`])
    expect((await picture(address, { cookie })).status).toBe(200)
  expect((await picture(address, { 'x-lookbook-token': token })).status).toBe(200)
})

test('under https only the cookie that is bound to this host counts', async () => {
  const { picture, signIn } = signedOut({ PUBLIC_URL: 'https://looks.example' })
  const cookie = await signIn()
  expect((await picture(address, { cookie })).status).toBe(200)
  expect((await picture(address, { cookie: cookie.replace('__Host-', '') })).status).toBe(401)
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
