import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseByteRange } from '#server/byte-range.ts'
import { createStatic } from '#server/static.ts'
import { appOf, emptyPage } from './fixtures.ts'

const script = `console.log("${'x'.repeat(3000)}")`
const clip = Uint8Array.from({ length: 1000 }, (_, at) => at % 251)
const html = '<!doctype html><title>Lookbook</title>'

let folder: string
let files: (request: Request) => Promise<Response | null>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookbook-static-'))
  const dist = join(folder, 'dist')
  const contents: Record<string, string | Uint8Array> = {
    'index.html': 'as built, never served',
    'assets/index-abc123.js': script,
    'assets/index-abc123.js.br': 'br-bytes',
    'assets/index-abc123.js.gz': 'gz-bytes',
    'assets/index-abc123.js.map': '{}',
    'assets/index-abc123.css': 'a{}',
    'assets/geist-abc.woff2': 'w',
    'assets/gone-abc123.js': 'old',
    'theme.js': 't',
    'manifest.webmanifest': '{}',
    'icon.svg': '<svg/>',
    'robots.txt': 'User-agent: *',
    'sandbox/looks/a.mp4': clip,
    'sandbox/looks/a.webp': 'p',
    'sandbox/voices/a.mp3': 's',
    'sandbox/empty.mp4': '',
    '.vite/manifest.json': '{}',
    '.env': 'HEYGEN_API_KEY=k',
    'deep/.git/config': 'x',
  }
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(dirname(join(dist, name)), { recursive: true })
    await writeFile(join(dist, name), content)
  }
  await writeFile(join(folder, 'secret.txt'), 'outside')
  await symlink(join(folder, 'secret.txt'), join(dist, 'link.txt'))
  files = await createStatic(dist, html)
})

afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  appOf(emptyPage, {}, { files }).get(path, headers, { method })

test.each([
  ['/assets/index-abc123.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/index-abc123.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/geist-abc.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ['/theme.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
  ['/icon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
  ['/robots.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ['/sandbox/looks/a.mp4', 'video/mp4', 'public, max-age=3600'],
  ['/sandbox/looks/a.webp', 'image/webp', 'public, max-age=3600'],
  ['/sandbox/voices/a.mp3', 'audio/mpeg', 'public, max-age=3600'],
  ['/', 'text/html; charset=utf-8', 'no-cache'],
])('%s is %s, kept: %s', async (path, type, cache) => {
  const response = await get(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('cache-control')).toBe(cache)
  expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const size = (await response.arrayBuffer()).byteLength
  expect(response.headers.get('content-length')).toBe(String(size))
})

test.each([
  '/assets/index-abc123.js.map',
  '/assets/index-abc123.js.br',
  '/assets/index-abc123.js.gz',
  '/assets/nope.js',
  '/assets/nope',
  '/assets/',
  '/assets',
  '/sandbox/looks/nope.mp4',
  '/sandbox/looks/nope',
  '/nope.png',
  '/.vite/manifest.json',
  '/.env',
  '/deep/.git/config',
  '/link.txt',
  '/secret.txt',
  '/favicon.ico',
  '/wp-login.php',
])('%s is not there, not even for a navigation', async (path) => {
  const response = await get(path, { accept: 'text/html' })
  expect(response.status).toBe(404)
  expect(await response.text()).not.toMatch(/outside|KEY/)
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/sandbox/..%5c..%5csecret.txt',
])('%s leads nowhere', async (path) => {
  const { app } = appOf(emptyPage, {}, { files })
  const request = new Request('http://localhost:4173/', { headers: { host: 'localhost:4173' } })
  const response = await app.fetch(request, { incoming: { url: path } })
  expect(response.status).toBe(400)
})

test.each(['/', '/looks/Abigail_1.2', '/people/a:b', '/boards', '/settings/keys', '/index.html'])(
  'a navigation to %s gets the page',
  async (path) => {
    const response = await get(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(html)
  },
)

test('anything but a navigation gets no page in the place of what it asked for', async () => {
  expect((await get('/looks/a', { accept: '*/*' })).status).toBe(404)
  expect((await get('/looks/a', { accept: 'application/json' })).status).toBe(404)
  const api = await get('/api/looks', { accept: 'text/html' })
  expect(api.status).toBe(404)
  expect(api.headers.get('content-type')).toBe('application/json')
})

test('the page comes compressed as the browser takes it, each form with its own tag', async () => {
  const tags = new Set<string | null>()
  for (const [accept, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['identity', null],
    ['', null],
  ] as const) {
    const response = await get('/', { 'accept-encoding': accept })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    const body = Buffer.from(await response.arrayBuffer())
    const plain =
      encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
    expect(plain.toString()).toBe(html)
    tags.add(response.headers.get('etag'))
  }
  expect(tags.size).toBe(3)
})

test('precompressed siblings are served under the name they stand for', async () => {
  const br = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, br' })
  expect(br.headers.get('content-encoding')).toBe('br')
  expect(br.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(br.headers.get('vary')).toBe('Accept-Encoding')
  expect(await br.text()).toBe('br-bytes')
  const gz = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip' })
  expect(await gz.text()).toBe('gz-bytes')
  const plain = await get('/assets/index-abc123.js')
  expect(plain.headers.has('content-encoding')).toBe(false)
  expect(await plain.text()).toBe(script)
  const none = await get('/assets/index-abc123.css', { 'accept-encoding': 'br' })
  expect(none.headers.has('content-encoding')).toBe(false)
})

test.each(['/', '/theme.js', '/sandbox/looks/a.mp4'])(
  '%s is not sent again to who holds it',
  async (path) => {
    const { headers } = await get(path)
    const etag = headers.get('etag') ?? ''
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': held })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  },
)

test.each(['/', '/theme.js', '/sandbox/looks/a.mp4'])(
  'HEAD of %s tells the length and sends nothing',
  async (path) => {
    const [head, full] = [await get(path, {}, 'HEAD'), await get(path)]
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(full.headers.get('content-length'))
    expect(await head.text()).toBe('')
  },
)

test.each([
  ['bytes=0-99', 206, 'bytes 0-99/1000', 0, 100],
  ['bytes=0-0', 206, 'bytes 0-0/1000', 0, 1],
  ['bytes=900-', 206, 'bytes 900-999/1000', 900, 1000],
  ['bytes=990-5000', 206, 'bytes 990-999/1000', 990, 1000],
  ['bytes=-10', 206, 'bytes 990-999/1000', 990, 1000],
  ['bytes=-5000', 206, 'bytes 0-999/1000', 0, 1000],
  ['bytes=1000-', 416, 'bytes */1000', 0, 0],
  ['bytes=-0', 416, 'bytes */1000', 0, 0],
  ['bytes=0-1,5-9', 200, null, 0, 1000],
  ['bytes=9-1', 200, null, 0, 1000],
  ['bytes=a-b', 200, null, 0, 1000],
  ['bytes=-', 200, null, 0, 1000],
  ['lines=0-1', 200, null, 0, 1000],
])('a clip asked for as %s answers %s', async (range, status, contentRange, start, end) => {
  const response = await get('/sandbox/looks/a.mp4', { range })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-range')).toBe(contentRange)
  expect(response.headers.get('accept-ranges')).toBe('bytes')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(clip.slice(start, end))
})

test('a range counts only while the file is the one it was begun with', async () => {
  const etag = (await get('/sandbox/looks/a.mp4')).headers.get('etag') ?? ''
  expect((await get('/sandbox/looks/a.mp4', { range: 'bytes=0-9', 'if-range': etag })).status).toBe(206)
  expect((await get('/sandbox/looks/a.mp4', { range: 'bytes=0-9', 'if-range': '"old"' })).status).toBe(200)
})

test('text is not served in ranges, an empty file is served', async () => {
  expect((await get('/theme.js', { range: 'bytes=0-0' })).status).toBe(200)
  expect((await get('/sandbox/empty.mp4')).status).toBe(200)
  expect((await get('/sandbox/empty.mp4', { range: 'bytes=0-' })).status).toBe(416)
})

test('a range of more digits than a size can have is ignored', () => {
  expect(parseByteRange(`bytes=${'9'.repeat(30)}-`, 10)).toBeNull()
})

test('a file that a new build took away is not there, rather than a failure', async () => {
  await rm(join(folder, 'dist/assets/gone-abc123.js'))
  expect((await get('/assets/gone-abc123.js')).status).toBe(404)
})
