import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ConfigError } from '#server/config-error.ts'
import { readConfig } from '#server/config.ts'
import { injectPageConfig, injectPickerConfig, pickerPageConfig } from '#server/page-config.ts'
import { createStatic } from '#server/static.ts'
import { appOf, configOf, emptyPage } from './fixtures.ts'

const listed = { PICKER_ORIGINS: 'https://app.example, https://cms.example:8443 http://localhost:9000' }
const origins = ['https://app.example', 'https://cms.example:8443', 'http://localhost:9000']
const html = '<!doctype html><meta name="lookbook" content="{}" />'

/** The built page behind the app, with every other file it needs. */
async function pickerApp(env: Record<string, string> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'lookbook-picker-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const name of ['index.html', 'lookbook-picker.js', 'lookbook-picker.d.ts', 'theme.js'])
    await writeFile(join(root, name), name)
  const config = configOf(env)
  const files = await createStatic(
    root,
    injectPageConfig(html, config, false),
    injectPickerConfig(html, config, false),
  )
  const { get } = appOf(emptyPage, env, { files })
  return (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    get(path, { accept: 'text/html', 'sec-fetch-site': 'cross-site', ...headers }, init)
}

const directive = (answer: Response, name: string) =>
  (answer.headers.get('content-security-policy') ?? '')
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)

test('origins are exact, each once', () => {
  expect(readConfig({}).pickerOrigins).toEqual([])
  expect(readConfig({ PICKER_ORIGINS: ' , ' }).pickerOrigins).toEqual([])
  expect(readConfig(listed).pickerOrigins).toEqual(origins)
  expect(
    readConfig({ PICKER_ORIGINS: 'HTTPS://App.Example/,https://app.example:443\nhttp://127.0.0.1:80' })
      .pickerOrigins,
  ).toEqual(['https://app.example', 'http://127.0.0.1'])
})

test.each([
  '*',
  'null',
  'https://*',
  'https://*.example',
  'app.example',
  '//app.example',
  'http://app.example',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'https://app.example/path',
  'https://app.example?x',
  'https://app.example#x',
  'https://user:pw@app.example',
  'https://app.example:99999',
  'https://app.example:',
  'https://app..example',
  'https://.app.example',
  'https://[::1]:9000',
  'http://[::1]',
  'https://äpp.example',
  'https://app.example;script-src',
  "https://app.example 'unsafe-inline'",
  "'self'",
  'https:',
  'https://',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:https://app.example/1',
  'file:///etc/passwd',
  'ftp://app.example',
  'https://app.example\0',
  'https://a.example|https://b.example',
  Array.from({ length: 33 }, (_, at) => `https://app${at}.example`).join(','),
])('PICKER_ORIGINS=%j stops the start with one sentence', (value) => {
  const start = () => readConfig({ PICKER_ORIGINS: value })
  expect(start).toThrow(ConfigError)
  expect(start).toThrow(/^PICKER_ORIGINS must list [^\n]+\.$/)
})

test('the page of the picker hears who may open it, and that it cannot spend', () => {
  const told = pickerPageConfig(configOf(listed), true)
  expect(told).toMatchObject({ spending: 'off', picker: { origins } })
  // No other page does: the address decides.
  expect(injectPageConfig(html, configOf(listed), true)).not.toContain('app.example')
})

test('at /pick, and nowhere else, the listed origins may frame the page', async () => {
  const get = await pickerApp(listed)
  const pick = await get('/pick?type=photo_avatar')
  expect(pick.status).toBe(200)
  expect(await pick.text()).toContain('https://cms.example:8443')
  expect(directive(pick, 'frame-ancestors')).toBe(`'self' ${origins.join(' ')}`)
  expect(pick.headers.get('cross-origin-opener-policy')).toBe('unsafe-none')
  expect(pick.headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('without a list only its own origin may', async () => {
  const get = await pickerApp()
  expect(directive(await get('/pick'), 'frame-ancestors')).toBe("'self'")
})

test.each([
  '/',
  '/index.html',
  '/pick/',
  '/pick/below',
  '/picker',
  '/Pick',
  '/looks/pick',
  '/people/pick',
  '/renders',
  '/catalogue',
  '/create?look=a',
  '/theme.js',
  '/healthz',
  '/api/v3/avatars',
  '/api/pick',
  '/nope.js',
])('%s keeps the usual headers, and its page is not told of the picker', async (path) => {
  const get = await pickerApp(listed)
  const answer = await get(path, { 'sec-fetch-site': 'same-origin', origin: 'https://app.example' })
  expect(directive(answer, 'frame-ancestors')).toBe("'none'")
  expect(directive(answer, 'connect-src')).toBe("'self'")
  expect(directive(answer, 'form-action')).toBe("'self'")
  expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(await answer.text()).not.toContain('app.example')
})

test('its page reaches looks and people of the host it came from, and no form', async () => {
  const get = await pickerApp({ ...listed, PUBLIC_URL: 'https://looks.example' })
  for (const host of ['localhost:4173', '127.0.0.1:4173', 'looks.example', 'looks.example:443']) {
    const pick = await appOf(emptyPage, { ...listed, PUBLIC_URL: 'https://looks.example' }).app.request(
      `http://${host}/pick`,
      { headers: { host } },
    )
    expect(directive(pick, 'connect-src')).toBe(`${host}/api/v3/avatars ${host}/api/v3/avatars/`)
  }
  expect(directive(await get('/pick'), 'form-action')).toBe("'none'")
  expect(directive(await get('/pick'), 'default-src')).toBe("'none'")
})

test('where a token is asked for, its page reaches the address that takes it, and no more', async () => {
  const env = {
    ...listed,
    HEYGEN_API_KEY: 'k',
    PUBLIC_URL: 'https://looks.example',
    LOOKBOOK_ACCESS_TOKEN: '0123456789abcdef0123456789abcdef',
  }
  const pick = await appOf(emptyPage, env).app.request('http://looks.example/pick', {
    headers: { host: 'looks.example' },
  })
  expect(directive(pick, 'connect-src')).toBe(
    'looks.example/api/v3/avatars looks.example/api/v3/avatars/ looks.example/api/session',
  )
})

test.each(['evil.example', 'localhost:1', "a'self'", '[::1]:4173'])(
  'by the host %s its page is refused, and could reach nothing',
  async (host) => {
    const { app } = appOf(emptyPage, listed)
    const answer = await app.request(`http://${host}/pick`, { headers: { host } })
    expect(answer.status).toBe(421)
    expect(directive(answer, 'connect-src')).toBe("'none'")
  },
)

test('under the sources it is given there is no route that spends', async () => {
  const { get } = appOf(emptyPage, listed)
  for (const path of ['/api/v3/avatars', '/api/v3/avatars/looks', '/api/v3/avatars/looks/a'])
    expect((await post(get, path)).status).toBe(405)
})

const post = (get: ReturnType<typeof appOf>['get'], path: string) =>
  get(
    path,
    { origin: 'http://localhost:4173', 'content-type': 'application/json' },
    { method: 'POST', body: '{}' },
  )

test('its script is for any page to load, and as a module for those that are listed', async () => {
  const get = await pickerApp(listed)
  const from = async (origin: string | null) => {
    const answer = await get('/lookbook-picker.js', origin === null ? {} : { origin })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('vary')).toBe('Accept-Encoding, Origin')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    return answer.headers.get('access-control-allow-origin')
  }
  for (const origin of origins) expect(await from(origin)).toBe(origin)
  for (const origin of [
    'https://evil.example',
    'null',
    'https://app.example.evil',
    'http://app.example',
    null,
  ])
    expect(await from(origin)).toBeNull()
})

test('another origin gets no further than before: the API and pictures stay closed to it', async () => {
  const get = await pickerApp(listed)
  for (const path of ['/api/v3/avatars/looks', '/pictures/192?u=x'])
    expect((await get(path, { origin: 'https://app.example' })).status).toBe(403)
})
