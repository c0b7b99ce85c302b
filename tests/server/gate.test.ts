import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '#server/failure.ts'
import { createGate, type GateRequest } from '#server/gate.ts'
import { checkTarget } from '#server/request-target.ts'
import { configOf } from './fixtures.ts'

const token = 'Zk3qv8WcR1x_Yt7LmN0bQa'
const page = { host: 'localhost:4173', 'x-lookbook': '1', 'sec-fetch-site': 'same-origin' }
const json = { origin: 'http://localhost:4173', 'content-type': 'application/json' }

interface Facts extends Partial<Omit<GateRequest, 'headers'>> {
  headers?: Record<string, string>
  without?: string
}

/** The status and code the gate refuses with; null where it lets the request through. */
async function passage(facts: Facts, env: Record<string, string> = {}) {
  const headers = new Headers({ ...page, ...facts.headers })
  if (facts.without) headers.delete(facts.without)
  const request = { method: 'GET', url: 'http://localhost:4173/api/v3/avatars', ...facts, headers }
  try {
    await createGate(configOf(env))(request)
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return `${error.status} ${error.code}`
  }
}

const hostilePaths = readFileSync(new URL('hostile-paths.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

test.each(hostilePaths)('the target %j gets no further than step 1', async (target) => {
  expect(await passage({ target })).toBe('400 bad_target')
})

test.each([
  '/',
  '/looks/Abigail_expressive_2024112501',
  '/people/a:b.c~d-e',
  '/api/v3/avatars/looks?limit=50&token=a%2Bb%3D&group_id=%00',
  '/assets/index-BZcf_nvf.js',
  '/.well-known',
  '/...',
])('the target %j passes step 1', (target) => {
  expect(() => checkTarget(target)).not.toThrow()
})

test('a target of 4 KiB passes, a longer one does not', async () => {
  expect(await passage({ target: `/${'a'.repeat(4095)}` })).toBeNull()
  expect(await passage({ target: `/${'a'.repeat(4096)}` })).toBe('400 target_too_long')
})

test('a target that passes is the path every parser reads', { timeout: 30_000 }, () => {
  const pieces = [
    '/',
    '.',
    '..',
    '%2e',
    '%2f',
    '\\',
    'a',
    ':',
    '~',
    'looks',
    '/a',
    '-b',
    'c_d',
    '7',
    '?',
    '#',
    '@',
    ';',
    ' ',
    'é',
    '//',
  ]
  const targets = array(constantFrom(...pieces), { maxLength: 8 }).map((parts) => `/${parts.join('')}`)
  let accepted = 0
  let tried = 0
  assert(
    property(targets, (target) => {
      tried += 1
      try {
        checkTarget(target)
      } catch {
        return
      }
      accepted += 1
      const { pathname, origin } = new URL(target, 'http://localhost:4173')
      const read = [origin, pathname, decodeURIComponent(pathname)]
      const [path] = target.split('?')
      expect(read).toEqual(['http://localhost:4173', path, path])
    }),
    { numRuns: 100_000 },
  )
  // A generator that accepts nothing proves nothing.
  expect(accepted / tried).toBeGreaterThan(0.1)
  expect(accepted / tried).toBeLessThan(0.6)
})

const named: [host: string, env: Record<string, string>, expected: string | null][] = [
  ['localhost:4173', {}, null],
  ['127.0.0.1:4173', {}, null],
  ['[::1]:4173', {}, null],
  ['localhost', {}, '421 unknown_host'],
  ['localhost:80', {}, '421 unknown_host'],
  ['evil.example:4173', {}, '421 unknown_host'],
  ['localhost.evil.example:4173', {}, '421 unknown_host'],
  ['localhost:4173.evil.example', {}, '421 unknown_host'],
  ['0.0.0.0:4173', { HOST: '0.0.0.0' }, '421 unknown_host'],
  ['192.168.1.5:4173', { HOST: '192.168.1.5' }, null],
  ['localhost', { PORT: '80' }, null],
  ['localhost:80', { PORT: '80' }, null],
  ['looks.example', { PUBLIC_URL: 'https://looks.example' }, null],
  ['looks.example:443', { PUBLIC_URL: 'https://looks.example' }, null],
  ['looks.example:80', { PUBLIC_URL: 'https://looks.example' }, '421 unknown_host'],
  ['localhost:4173, localhost:4173', {}, '421 unknown_host'],
]

test.each(named)('Host: %s with %j: %s', async (host, env, expected) => {
  const url = `http://${URL.canParse(`http://${host}`) ? host : 'localhost:4173'}/api/v3/avatars`
  expect(await passage({ url, headers: { host } }, env)).toBe(expected)
})

test('a missing Host is refused', async () => {
  expect(await passage({ without: 'host' })).toBe('421 unknown_host')
})

test('the host of the parsed URL counts too', async () => {
  expect(await passage({ url: 'http://evil.example/api/v3/avatars' })).toBe('421 unknown_host')
})

test.each([
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
  'x-original-url',
])('%s from nobody we trust is refused', async (name) => {
  expect(await passage({ headers: { [name]: '1.2.3.4' } })).toBe('421 untrusted_proxy')
  expect(
    await passage({ headers: { [name]: '1.2.3.4' }, peer: '10.0.0.2' }, { TRUSTED_PROXY: '10.0.0.1' }),
  ).toBe('421 untrusted_proxy')
})

test.each(['10.0.0.1', '::ffff:10.0.0.1'])(
  'forwarding headers of the trusted proxy at %s pass',
  async (peer) => {
    const headers = { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https' }
    expect(await passage({ headers, peer }, { TRUSTED_PROXY: '10.0.0.1' })).toBeNull()
  },
)

test('the API wants its header on every call, pages do not', async () => {
  expect(await passage({ without: 'x-lookbook' })).toBe('403 header_required')
  expect(await passage({ headers: { 'x-lookbook': '0' } })).toBe('403 header_required')
  expect(await passage({ url: 'http://localhost:4173/api', without: 'x-lookbook' })).toBe(
    '403 header_required',
  )
  expect(await passage({ url: 'http://localhost:4173/looks/a', without: 'x-lookbook' })).toBeNull()
  expect(await passage({ url: 'http://localhost:4173/healthz', without: 'x-lookbook' })).toBeNull()
})

test.each(['cross-site', 'same-site', 'none', ''])(
  'Sec-Fetch-Site: %j is refused at the API',
  async (site) => {
    expect(await passage({ headers: { 'sec-fetch-site': site } })).toBe('403 cross_site')
    expect(await passage({ url: 'http://localhost:4173/', headers: { 'sec-fetch-site': site } })).toBeNull()
  },
)

test('a client that sends no Sec-Fetch-Site is no browser, and passes', async () => {
  expect(await passage({ without: 'sec-fetch-site' })).toBeNull()
})

const unsafe: [headers: Record<string, string>, expected: string | null][] = [
  [json, null],
  [{ ...json, origin: 'http://127.0.0.1:4173' }, null],
  [{ 'content-type': 'application/json' }, '403 cross_origin'],
  [{ ...json, origin: 'null' }, '403 cross_origin'],
  [{ ...json, origin: 'http://localhost:4174' }, '403 cross_origin'],
  [{ ...json, origin: 'https://localhost:4173' }, '403 cross_origin'],
  [{ ...json, origin: 'http://evil.example' }, '403 cross_origin'],
  [{ origin: json.origin }, '415 json_required'],
  [{ ...json, 'content-type': 'text/plain' }, '415 json_required'],
  [{ ...json, 'content-type': 'application/json; charset=utf-8' }, '415 json_required'],
  [{ ...json, 'content-type': 'text/plain; application/json' }, '415 json_required'],
  [{ ...json, 'content-type': 'multipart/form-data; boundary=x' }, '415 json_required'],
]

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
  '%s takes JSON from our own pages only',
  async (method) => {
    for (const [headers, expected] of unsafe) expect(await passage({ method, headers })).toBe(expected)
  },
)

test('pages are held to the same rule for unsafe methods', async () => {
  expect(await passage({ method: 'POST', url: 'http://localhost:4173/' })).toBe('403 cross_origin')
})

test('the access token is asked for at the API, and only there', async () => {
  const env = { LOOKBOOK_ACCESS_TOKEN: token }
  expect(await passage({}, env)).toBe('401 access_token_required')
  for (const given of ['', token.slice(1), `${token}a`, token.toLowerCase()])
    expect(await passage({ headers: { 'x-lookbook-token': given } }, env)).toBe('401 access_token_required')
  expect(await passage({ headers: { 'x-lookbook-token': token } }, env)).toBeNull()
  expect(await passage({ url: 'http://localhost:4173/' }, env)).toBeNull()
})

test('an identity counts from the trusted proxy only', async () => {
  const env = { TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' }
  const headers = { 'x-remote-user': 'ann' }
  expect(await passage({ headers, peer: '10.0.0.1' }, env)).toBeNull()
  expect(await passage({ peer: '10.0.0.1' }, env)).toBe('401 identity_required')
  expect(await passage({ headers: { 'x-remote-user': ' ' }, peer: '10.0.0.1' }, env)).toBe(
    '401 identity_required',
  )
  expect(await passage({ headers, peer: '10.0.0.2' }, env)).toBe('421 untrusted_proxy')
  expect(await passage({ headers }, env)).toBe('421 untrusted_proxy')
})

test('the steps come in their order', async () => {
  const env = { LOOKBOOK_ACCESS_TOKEN: token }
  const worst = {
    method: 'POST',
    target: '//',
    url: 'http://evil.example/api/v3/videos',
    headers: {
      host: 'evil.example',
      'x-forwarded-for': '1',
      'x-lookbook': '',
      'sec-fetch-site': 'cross-site',
    },
  }
  const mended: [expected: string | null, facts: Facts][] = []
  const step = (expected: string | null, facts: Facts = {}) => {
    const last = mended.at(-1)?.[1] ?? {}
    mended.push([expected, { ...last, ...facts, headers: { ...last.headers, ...facts.headers } }])
  }
  step('400 bad_target', worst)
  step('421 unknown_host', { target: '/api/v3/videos' })
  step('421 untrusted_proxy', {
    url: 'http://localhost:4173/api/v3/videos',
    headers: { host: 'localhost:4173' },
  })
  step('403 header_required', { without: 'x-forwarded-for' })
  step('403 cross_site', { headers: { 'x-lookbook': '1' } })
  step('403 cross_origin', { headers: { 'sec-fetch-site': 'same-origin' } })
  step('415 json_required', { headers: { origin: 'http://localhost:4173' } })
  step('401 access_token_required', { headers: { 'content-type': 'application/json' } })
  step(null, { headers: { 'x-lookbook-token': token } })
  for (const [expected, facts] of mended) expect(await passage(facts, env)).toBe(expected)
})
