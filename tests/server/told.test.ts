import { expect, test } from 'vitest'
import { createJsonLog, type LogLine } from '#server/log.ts'
import { appOf, canary, emptyPage, errorOf, pageHeaders } from './fixtures.ts'
import { madeVideo, spender, videoBody } from './spend-fixtures.ts'

const token = 'Zk3qv8WcR1x_Yt7LmN0bQa'
const launch = 'c0ffee00'.repeat(4)

const told = (lines: LogLine[]) => lines.map(({ status, code }) => `${status} ${code ?? ''}`)

test('every refusal at the gate, and every call that passes it, is a line of the log', async () => {
  const { get, lines } = appOf(emptyPage, { HEYGEN_API_KEY: canary, LOOKBOOK_ACCESS_TOKEN: token })
  await get('/api/v3/avatars')
  await get('/api/v3/avatars', { 'x-lookbook-token': `${token}x` })
  await get('/api/v3/avatars', { 'x-lookbook-token': token })
  await get('/api/v3/avatars', { host: 'evil.example' })
  await get('/api/v3/avatars', { 'x-forwarded-for': '1.2.3.4' })
  await get('/api/v3/avatars', { 'sec-fetch-site': 'cross-site' })
  await get('/api/v3/avatars', { 'x-lookbook': '' })
  await get('/api/v3/avatars', { origin: 'https://evil.example' }, { method: 'POST' })
  const unsafe = { origin: 'http://localhost:4173', 'content-type': 'application/json' }
  for (const body of [{ access_token: token }, { access_token: `${token}x` }])
    await get('/api/session', unsafe, { method: 'POST', body: JSON.stringify(body) })
  await get('/api/session', unsafe, { method: 'DELETE' })
  expect(told(lines)).toEqual([
    '401 access_token_required',
    '401 access_token_required',
    '200 ',
    '421 unknown_host',
    '421 untrusted_proxy',
    '403 cross_site',
    '403 header_required',
    '403 cross_origin',
    '200 ',
    '401 access_token_required',
    '200 ',
  ])
  expect(JSON.stringify(lines)).not.toContain(token)
})

test('orders that are refused, for want of rights, of room or of sense, are lines too', async () => {
  const { order, lines } = spender(() => madeVideo(), {
    env: { HEYGEN_API_KEY: canary, CREATES_PER_MINUTE: '1' },
    launchToken: launch,
  })
  const launched = { 'x-lookbook-launch': launch }
  await order('/v3/videos', videoBody, 'a')
  await order('/v3/videos', videoBody, 'b', launched)
  await order('/v3/videos', videoBody, 'c', launched)
  await order('/v3/videos', { ...videoBody, more: 1 }, 'd', launched)
  await order('/v3/videos', { ...videoBody, title: 'Other' }, 'b', launched)
  expect(told(lines)).toEqual([
    '403 launch_token_required',
    '200 ',
    '429 budget_exceeded',
    '422 invalid_parameter',
    expect.stringMatching(/^422 /),
  ])
  expect(JSON.stringify(lines)).not.toContain(launch)
})

test('what nobody foresaw is one plain sentence to the caller, and its cause a code in the log', async () => {
  const cause = Object.assign(new Error('open /srv/lookbook/secret'), { code: 'EACCES' })
  const broken = () => {
    throw new Error(`SELECT * FROM intents: ${canary}`, { cause })
  }
  const { get, lines } = appOf(emptyPage, { HEYGEN_API_KEY: canary }, { files: broken })
  const page = await get('/boards', { accept: 'text/html' })
  expect([page.status, await page.text()]).toEqual([500, 'Lookbook failed.\n'])
  expect(lines).toMatchObject([{ status: 500, code: 'server_error', cause: 'EACCES' }])
  expect(JSON.stringify(lines)).not.toMatch(/secret|SELECT/)

  const spending = spender(() => madeVideo(), {
    ledger: () => {
      throw new Error(`disk ${canary}`)
    },
  })
  const answer = await spending.order('/v3/videos', videoBody)
  expect(answer.status).toBe(503)
  expect(JSON.stringify(await errorOf(answer))).not.toMatch(/disk|sk_/)
})

test('a certificate that does not count is told apart in the log', async () => {
  const { get, lines } = appOf(() => {
    const cause = Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' })
    throw new TypeError('fetch failed', { cause })
  })
  const response = await get('/api/v3/avatars')
  expect(response.status).toBe(502)
  expect((await response.text()).toLowerCase()).not.toContain('cert')
  expect(lines).toMatchObject([{ status: 502, cause: 'CERT_HAS_EXPIRED' }])
})

test('an entry is one line of JSON with the time in UTC, whatever the request was', () => {
  const written: string[] = []
  const log = createJsonLog(
    (line) => written.push(line),
    () => new Date(1_700_000_000_000),
  )
  const method = 'GET\r\n{"time":"forged"}\u2028'
  log({ method, route: 'page', status: 405, ms: 1, request_id: 'r', who: 'w' })
  const [line = ''] = written
  expect(line.split(/[\r\n]/)).toHaveLength(2)
  expect(JSON.parse(line)).toMatchObject({ time: '2023-11-14T22:13:20.000Z', method, status: 405 })
})

test('a caller’s lines bear one pseudonym, which tells neither address nor name', async () => {
  const env = { HEYGEN_API_KEY: canary, LOOKBOOK_ACCESS_TOKEN: token, TRUSTED_PROXY: '10.0.0.1' }
  const { app, lines } = appOf(emptyPage, { ...env, IDENTITY_HEADER: 'x-user' })
  const ask = async (address: string, headers: Record<string, string>) => {
    await app.request(
      'http://localhost:4173/api/v3/avatars',
      { headers: { ...pageHeaders, 'x-forwarded-for': address, ...headers } },
      { incoming: { url: '/api/v3/avatars', socket: { remoteAddress: '10.0.0.1' } } },
    )
    return lines.at(-1)
  }
  const ann = { 'x-user': 'ann@looks.example', 'x-lookbook-token': token }
  const first = await ask('203.0.113.7', ann)
  expect(first).toMatchObject({ status: 200, who: expect.stringMatching(/^[\da-f]{12}$/) })
  expect((await ask('203.0.113.8', ann))?.who).toBe(first?.who)
  const others = [
    await ask('203.0.113.7', { ...ann, 'x-user': 'ben@looks.example' }),
    // Whoever has not got past the gate is an address, whatever name they bring.
    await ask('203.0.113.7', { ...ann, 'x-lookbook-token': 'wrong' }),
    await ask('203.0.113.9', { ...ann, 'x-lookbook-token': 'wrong' }),
  ]
  expect(new Set([first, ...others].map((line) => line?.who)).size).toBe(4)
  expect(JSON.stringify(lines)).not.toMatch(/looks\.example|203\.0/)

  const later = appOf(emptyPage, env)
  await later.get('/api/v3/avatars', { 'x-lookbook-token': token })
  await appOf(emptyPage, env, { log: (line) => lines.push(line) }).get('/api/v3/avatars')
  expect(later.lines[0]?.who).not.toBe(lines.at(-1)?.who)
})
