import { expect, test } from 'vitest'
import { appOf } from './fixtures.ts'
import { jpeg, lastOf, pictureApp, sizeOf } from './picture-fixtures.ts'

const address = 'https://media.example/looks/a.jpg'
const still = await jpeg()
const answering = (bytes: Uint8Array) => () => new Response(new Uint8Array(bytes))

const refusedAddresses = [
  'https://evil.example/a.jpg',
  'https://media.example.evil.example/a.jpg',
  'https://evil.example/https://media.example/a.jpg',
  'https://evil.example/?https://media.example',
  'https://media.example@evil.example/a.jpg',
  'https://evil.example\\@media.example/a.jpg',
  'https://evil.example#@media.example/a.jpg',
  'https://user@media.example/a.jpg',
  'https://user:pw@media.example/a.jpg',
  'https://:pw@media.example/a.jpg',
  'https://media.example:8443/a.jpg',
  'https://media.example./a.jpg',
  'https://cdn.example/a.jpg',
  'https://xcdn.example/a.jpg',
  'https://a.cdn.example:444/a.jpg',
  'http://media.example/a.jpg',
  'http://a.cdn.example/a.jpg',
  'http://127.0.0.1/a.jpg',
  'http://127.0.0.1:9001/a.jpg',
  'https://127.0.0.1:9000/a.jpg',
  'http://localhost:9000/a.jpg',
  'http://localhost:4173/api/v3/avatars',
  'http://169.254.169.254/latest/meta-data',
  'http://[::ffff:127.0.0.1]:9000/a.jpg',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'blob:https://media.example/1',
  'ftp://media.example/a.jpg',
  'javascript:alert(1)',
  '//media.example/a.jpg',
  'media.example/a.jpg',
  'https://',
  '',
  '/sandbox/looks/../../package.json',
  '/sandbox/looks/%2e%2e/a.webp',
  '/sandbox/looks/a/b.webp',
  '/sandbox/looks/.webp',
  '/sandbox/looks/a.mp4',
  '/sandbox/looks/a.webp?x',
  '/sandbox/looks/a.webp\n',
  '/sandbox/looks/a\0.webp',
  '/sandbox/voices/a.webp',
  '/sandbox/looks\\a.webp',
  'sandbox/looks/a.webp',
  '/etc/passwd',
]

test.each(refusedAddresses)('%j is not a place that pictures come from', async (given) => {
  const read: string[] = []
  const { picture, fetched, lines } = pictureApp(answering(still), {
    parts: {
      readOwn: async (path) => {
        read.push(path)
        return still
      },
    },
  })
  expect((await picture(given)).status).toBe(400)
  expect(lastOf(lines)).toBe('400 bad_picture_address')
  expect([fetched, read]).toEqual([[], []])
})

test.each(['https://media.example/a', 'https://x.y.cdn.example/a?b=c', 'http://127.0.0.1:9000/a.jpg'])(
  '%s is one',
  async (given) => {
    const { picture, fetched } = pictureApp(answering(still))
    expect((await picture(given)).status).toBe(200)
    expect(fetched.map(({ url }) => url)).toEqual([given])
  },
)

test('the sandbox has no media host at all, and its own files', async () => {
  const read: string[] = []
  const { picture, fetched } = pictureApp(answering(still), {
    env: {},
    parts: {
      readOwn: async (path) => {
        read.push(path)
        return path.includes('gone') ? null : still
      },
    },
  })
  expect((await picture('https://files.heygen.com/a.jpg')).status).toBe(400)
  expect(await sizeOf(await picture('/sandbox/looks/aisha-knit-studio-1.webp'))).toMatchObject({
    height: 480,
  })
  expect((await picture('/sandbox/looks/gone.webp')).status).toBe(404)
  expect(read).toEqual(['/sandbox/looks/aisha-knit-studio-1.webp', '/sandbox/looks/gone.webp'])
  expect(fetched).toEqual([])
})

const u = `u=${encodeURIComponent(address)}`
test.each([
  ['/pictures', 404],
  ['/pictures/', 404],
  ['/pictures/384', 400],
  [`/pictures/0?${u}`, 404],
  [`/pictures/385?${u}`, 404],
  [`/pictures/0384?${u}`, 404],
  [`/pictures/384.0?${u}`, 404],
  [`/pictures/-384?${u}`, 404],
  [`/pictures/10000000?${u}`, 404],
  [`/pictures/384/1?${u}`, 404],
  [`/pictures/384?${u}&${u}`, 400],
  [`/pictures/384?${u}&width=1`, 400],
  [`/pictures/384?${u}${'a'.repeat(4096)}`, 400],
])('%s is answered with %i, and nothing is fetched', async (target, status) => {
  const { ask, fetched } = pictureApp(answering(still))
  const response = await ask(target)
  expect(response.status).toBe(status)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(fetched).toEqual([])
})

test.each(['POST', 'PUT', 'DELETE'])('%s makes nothing', async (method) => {
  const { ask, fetched } = pictureApp(answering(still))
  const headers = { origin: 'http://localhost:4173', 'content-type': 'application/json' }
  expect((await ask(`/pictures/384?${u}`, headers, { method })).status).toBe(405)
  expect(fetched).toEqual([])
})

test('without an encoder there are no pictures, and no page in their place', async () => {
  const { app } = appOf(() => Response.json({}), {}, { files: () => new Response('<html>') })
  const response = await app.request(`http://localhost:4173/pictures/384?${u}`, {
    headers: { host: 'localhost:4173', accept: 'text/html' },
  })
  expect(response.status).toBe(404)
})
