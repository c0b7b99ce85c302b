import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ConfigError } from '#server/config-error.ts'
import { readConfig } from '#server/config.ts'

const token = '0123456789abcdef0123456789abcdef'

test('with nothing set it is the sandbox on this machine', () => {
  expect(readConfig({})).toEqual({
    credential: null,
    renewal: null,
    baseUrl: 'https://api.heygen.com',
    host: '127.0.0.1',
    port: 4173,
    publicUrl: null,
    mediaHosts: [],
    accessToken: null,
    trustedProxies: [],
    identityHeader: null,
    publicReadonly: false,
    catalogue: 'sandbox',
    spending: true,
    allowDelete: false,
    ledgerFile: ':memory:',
    budgets: { userMinute: 20, userDay: 500, allMinute: 60, allDay: 2000 },
    longestVideo: 1800,
    requestsPerMinute: 6000,
    pictureCache: { folder: '.lookbook/pictures', bytes: 512 * 1024 * 1024 },
    pickerOrigins: [],
  })
})

test('an account has its ledger in a file, and its limits as they are set', () => {
  const env = {
    HEYGEN_API_KEY: 'k',
    CREATES_PER_MINUTE: '1',
    CREATES_PER_DAY: '2',
    CREATES_PER_MINUTE_ALL: '3',
    CREATES_PER_DAY_ALL: '4',
    MAX_VIDEO_SECONDS: '60',
    SPENDING: '0',
    ALLOW_DELETE: '1',
  }
  expect(readConfig(env)).toMatchObject({
    ledgerFile: '.lookbook/ledger.sqlite',
    budgets: { userMinute: 1, userDay: 2, allMinute: 3, allDay: 4 },
    longestVideo: 60,
    spending: false,
    allowDelete: true,
  })
  expect(readConfig({ ...env, LEDGER_FILE: '/var/lib/lookbook/l.sqlite' }).ledgerFile).toBe(
    '/var/lib/lookbook/l.sqlite',
  )
})

test('a token is renewed where both settings for that are there', () => {
  const env = { HEYGEN_ACCESS_TOKEN: 't', HEYGEN_REFRESH_TOKEN: 'r', HEYGEN_CLIENT_ID: 'c' }
  const renewal = { url: 'https://api2.heygen.com/v1/oauth/token', clientId: 'c', refreshToken: 'r' }
  expect(readConfig(env).renewal).toEqual(renewal)
  expect(readConfig({ HEYGEN_ACCESS_TOKEN: 't' }).renewal).toBeNull()
  const own = { ...env, HEYGEN_TOKEN_URL: 'http://127.0.0.1:9/token' }
  expect(readConfig(own).renewal?.url).toBe('http://127.0.0.1:9/token')
})

test('pictures are kept where and as far as it is set, or nowhere', () => {
  const env = { PICTURE_CACHE: '/var/cache/lookbook', PICTURE_CACHE_MB: '2' }
  expect(readConfig(env).pictureCache).toEqual({ folder: '/var/cache/lookbook', bytes: 2 * 1024 * 1024 })
  expect(readConfig({ PICTURE_CACHE_MB: '0' }).pictureCache.bytes).toBe(0)
})

test('empty variables, as an unfilled .env has them, are not set', () => {
  expect(readConfig({ HEYGEN_API_KEY: '', PORT: '', HEYGEN_BASE_URL: '', MEDIA_HOSTS: '' })).toEqual(
    readConfig({}),
  )
})

test('a credential makes it the account, with HeyGen as the source of media', () => {
  expect(readConfig({ HEYGEN_API_KEY: 'k' })).toMatchObject({
    credential: { kind: 'key', value: 'k' },
    mediaHosts: ['https://*.heygen.ai', 'https://files.heygen.com'],
  })
  expect(readConfig({ HEYGEN_ACCESS_TOKEN: 't' }).credential).toEqual({ kind: 'token', value: 't' })
})

test('another server than HeyGen may serve its own media', () => {
  const { baseUrl, mediaHosts } = readConfig({
    HEYGEN_API_KEY: 'k',
    HEYGEN_BASE_URL: 'http://127.0.0.1:9000/heygen/',
  })
  expect(baseUrl).toBe('http://127.0.0.1:9000/heygen')
  expect(mediaHosts).toContain('http://127.0.0.1:9000')
})

test('media hosts are origins, with wildcards and local ports', () => {
  const MEDIA_HOSTS =
    ' https://Media.Example/, https://*.cdn.example:8443,http://localhost:9000,http://[::1]:9 '
  expect(readConfig({ HEYGEN_API_KEY: 'k', MEDIA_HOSTS }).mediaHosts).toEqual([
    'https://media.example',
    'https://*.cdn.example:8443',
    'http://localhost:9000',
    'http://[::1]:9',
  ])
})

const bad: [variable: string, value: string, more?: Record<string, string>][] = [
  ['HEYGEN_API_KEY', 'two words'],
  ['HEYGEN_API_KEY', ' '],
  ['HEYGEN_API_KEY', 'line\nbreak'],
  ['HEYGEN_API_KEY', 'kéy'],
  ['HEYGEN_API_KEY', 'k', { HEYGEN_ACCESS_TOKEN: 't' }],
  ['HEYGEN_ACCESS_TOKEN', 'tab\there'],
  ['HEYGEN_REFRESH_TOKEN', 'r', { HEYGEN_ACCESS_TOKEN: 't' }],
  ['HEYGEN_CLIENT_ID', 'c', { HEYGEN_ACCESS_TOKEN: 't' }],
  ['HEYGEN_REFRESH_TOKEN', 'r', { HEYGEN_CLIENT_ID: 'c' }],
  ['HEYGEN_REFRESH_TOKEN', 'r', { HEYGEN_CLIENT_ID: 'c', HEYGEN_API_KEY: 'k' }],
  ['HEYGEN_REFRESH_TOKEN', 'r r', { HEYGEN_CLIENT_ID: 'c', HEYGEN_ACCESS_TOKEN: 't' }],
  ['HEYGEN_TOKEN_URL', 'http://token.example/oauth'],
  ['HEYGEN_TOKEN_URL', 'https://user:pw@token.example/oauth'],
  ['HEYGEN_BASE_URL', 'api.heygen.com'],
  ['HEYGEN_BASE_URL', 'ftp://api.heygen.com'],
  ['HEYGEN_BASE_URL', 'http://api.heygen.com'],
  ['HEYGEN_BASE_URL', 'http://127.0.0.1.evil.example'],
  ['HEYGEN_BASE_URL', 'https://user:pw@api.heygen.com'],
  ['HEYGEN_BASE_URL', 'https://api.heygen.com/?key=1'],
  ['HEYGEN_BASE_URL', 'https://api.heygen.com/#'],
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['HOST', 'http://localhost'],
  ['HOST', 'a b'],
  ['PUBLIC_URL', 'looks.example'],
  ['PUBLIC_URL', 'https://looks.example/below'],
  ['MEDIA_HOSTS', 'http://media.example'],
  ['MEDIA_HOSTS', 'https://*.example'],
  ['MEDIA_HOSTS', 'https://*'],
  ['MEDIA_HOSTS', '*'],
  ['MEDIA_HOSTS', 'data:'],
  ['MEDIA_HOSTS', "https://a.example 'unsafe-inline'"],
  ['MEDIA_HOSTS', 'https://a.example; script-src *'],
  ['MEDIA_HOSTS', 'https://a.example/path'],
  ['MEDIA_HOSTS', 'https://a.example:99999'],
  ['MEDIA_HOSTS', 'https://u@a.example'],
  ['PICTURE_CACHE', 'a\nb'],
  ['PICTURE_CACHE_MB', '-1'],
  ['PICTURE_CACHE_MB', '1.5'],
  ['PICTURE_CACHE_MB', '512MB'],
  ['PICTURE_CACHE_MB', '99999999'],
  ['LOOKBOOK_ACCESS_TOKEN', 'short'],
  ['LOOKBOOK_ACCESS_TOKEN', 'a'.repeat(64)],
  ['LOOKBOOK_ACCESS_TOKEN', token.slice(1)],
  ['LOOKBOOK_ACCESS_TOKEN', `${token} ${token}`],
  ['TRUSTED_PROXY', 'proxy.example'],
  ['TRUSTED_PROXY', '10.0.0.0/8'],
  ['IDENTITY_HEADER', 'X-Remote-User'],
  ['IDENTITY_HEADER', 'X Remote', { TRUSTED_PROXY: '10.0.0.1' }],
  ['PUBLIC_READONLY', 'yes'],
  ['SPENDING', 'off'],
  ['ALLOW_DELETE', 'true'],
  ['LEDGER_FILE', ':memory:', { HEYGEN_API_KEY: 'k' }],
  ['LEDGER_FILE', 'file:l.sqlite?mode=memory', { HEYGEN_API_KEY: 'k' }],
  ['LEDGER_FILE', 'a\0b', { HEYGEN_API_KEY: 'k' }],
  ['CREATES_PER_MINUTE', '0'],
  ['CREATES_PER_DAY', '-1'],
  ['CREATES_PER_MINUTE_ALL', '1e3'],
  ['CREATES_PER_DAY_ALL', '10000000'],
  ['MAX_VIDEO_SECONDS', '1.5'],
]

test.each(bad)('%s=%j stops the start with a sentence that names it', (name, value, more) => {
  const read = () => readConfig({ [name]: value, ...more })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`))
})

test('the sentence about a key does not repeat it', () => {
  expect(() => readConfig({ HEYGEN_API_KEY: 'secret value' })).not.toThrow(/secret value/)
})

const account = { HEYGEN_API_KEY: 'k' }
const proxied = { TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' }
const starts: [what: string, env: Record<string, string>][] = [
  ['sandbox on loopback', {}],
  ['sandbox on every address', { HOST: '0.0.0.0' }],
  ['sandbox under a public http name', { HOST: '::', PUBLIC_URL: 'http://looks.example' }],
  ['account on 127.0.0.1', account],
  ['account on localhost', { ...account, HOST: 'localhost' }],
  ['account on ::1', { ...account, HOST: '::1' }],
  ['account on loopback with a local public address', { ...account, PUBLIC_URL: 'http://localhost:8080' }],
  [
    'account, public, access token, https',
    { ...account, HOST: '0.0.0.0', PUBLIC_URL: 'https://a.example', LOOKBOOK_ACCESS_TOKEN: token },
  ],
  ['account, everywhere, access token', { ...account, HOST: '0.0.0.0', LOOKBOOK_ACCESS_TOKEN: token }],
  [
    'account, public, identity from a proxy',
    { ...account, ...proxied, HOST: '0.0.0.0', PUBLIC_URL: 'https://a.example' },
  ],
  [
    'account, an address of the network behind https',
    { ...account, HOST: '10.0.0.9', PUBLIC_URL: 'https://a.example', LOOKBOOK_ACCESS_TOKEN: token },
  ],
  ['account, public and read-only', { ...account, HOST: '0.0.0.0', PUBLIC_READONLY: '1' }],
]

test.each(starts)('%s starts', (_, env) => {
  expect(() => readConfig(env)).not.toThrow()
})

const refusals: [what: string, env: Record<string, string>][] = [
  ['account on every address', { ...account, HOST: '0.0.0.0' }],
  ['account on every IPv6 address', { ...account, HOST: '::' }],
  ['account on an address of the network', { ...account, HOST: '192.168.1.5' }],
  ['account under a public name, itself on loopback', { ...account, PUBLIC_URL: 'https://a.example' }],
  ['account behind a proxy that names nobody', { ...account, TRUSTED_PROXY: '127.0.0.1' }],
  [
    'account, access token, public http',
    { ...account, PUBLIC_URL: 'http://a.example', LOOKBOOK_ACCESS_TOKEN: token },
  ],
  ['account, identity, public http', { ...account, ...proxied, PUBLIC_URL: 'http://a.example' }],
  [
    'account, access token, an address of the network without https',
    { ...account, HOST: '192.168.1.5', LOOKBOOK_ACCESS_TOKEN: token },
  ],
  [
    'account, identity, an address of the network without https',
    { ...account, ...proxied, HOST: '10.0.0.9' },
  ],
  ['a token of OAuth on every address', { HEYGEN_ACCESS_TOKEN: 't', HOST: '0.0.0.0' }],
]

test.each(refusals)('%s refuses to start', (_, env) => {
  expect(() => readConfig(env)).toThrow(ConfigError)
})

const entry = fileURLToPath(new URL('../../src/server/node.ts', import.meta.url))

test.each([
  [{ PORT: 'x' }, 'PORT'],
  [{ HEYGEN_API_KEY: 'k', HOST: '0.0.0.0' }, 'LOOKBOOK_ACCESS_TOKEN'],
  [{ SANDBOX_LOOKS: 'many' }, 'SANDBOX_LOOKS'],
  [{ HTTPS_PROXY: 'http://user:hidden@[' }, 'HTTPS_PROXY'],
])('the program stops at %j with one sentence and code 78', { timeout: 30_000 }, (env, name) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [entry], { env, encoding: 'utf8' })
  expect(status).toBe(78)
  expect(stdout).toBe('')
  expect(stderr).toMatch(new RegExp(`^[^\\n]*${name}[^\\n]*\\n$`))
  expect(stderr).not.toContain('hidden')
})
