import { expect, test } from 'vitest'
import { canary, serve } from './fixtures.ts'
import { jpeg, lastOf, photo, pictureApp, pixelBomb } from './picture-fixtures.ts'

const address = 'https://media.example/looks/a.jpg'
const still = await jpeg()
const answering = (bytes: Uint8Array) => () => new Response(new Uint8Array(bytes))

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
const tiff = await photo(50, 50).tiff().toBuffer()
const webp = await photo(600, 600).webp().toBuffer()
const png = await photo(600, 600).png().toBuffer()
const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')

test.each<[name: string, bytes: Uint8Array | string]>([
  ['an SVG', svg],
  ['an SVG with a prologue', `<?xml version="1.0"?>${svg}`],
  ['an SVG that begins like a GIF', `GIF89a${svg}`],
  ['a page', '<!doctype html><img src=x>'],
  ['a PDF', '%PDF-1.7\n'],
  ['a TIFF', tiff],
  ['a HEIC', heic],
  ['a libvips file', Buffer.from([0xb6, 0xa6, 0xf2, 0x08, ...Array.from({ length: 80 }, () => 0)])],
  ['JSON', '{}'],
  ['nothing', ''],
  ['the start of a JPEG', still.subarray(0, 3)],
  ['half a JPEG', still.subarray(0, still.length / 2)],
  ['half a WebP', webp.subarray(0, webp.length / 2)],
  ['half a PNG', png.subarray(0, png.length / 2)],
  ['900 million pixels', pixelBomb()],
])('%s is not a picture that can be read', async (_, bytes) => {
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  const { picture, lines } = pictureApp(
    () => new Response(body, { headers: { 'content-type': 'image/jpeg' } }),
  )
  const response = await picture(address)
  expect(response.status).toBe(502)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(lastOf(lines)).toBe('502 picture_unreadable')
})

test('the largest picture that is read has 50 million pixels', async () => {
  const { picture } = pictureApp(answering(pixelBomb(7000)))
  expect((await picture(address)).status).toBe(200)
  expect((await pictureApp(answering(pixelBomb(7100))).picture(address)).status).toBe(502)
})

test('a picture of too many bytes is not read to its end', async () => {
  let given = 0
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          given += 64 * 1024
          controller.enqueue(new Uint8Array(64 * 1024))
        },
      }),
    )
  const { picture, lines } = pictureApp(endless, { limits: { bytes: 1024 * 1024 } })
  expect((await picture(address)).status).toBe(502)
  expect(lastOf(lines)).toBe('502 picture_too_large')
  expect(given).toBeLessThan(1.5 * 1024 * 1024)
})

test('a picture that says it is too large is not read at all', async () => {
  const { picture, lines } = pictureApp(
    () => new Response(new Uint8Array(still), { headers: { 'content-length': String(13 * 1024 * 1024) } }),
  )
  await picture(address)
  expect(lastOf(lines)).toBe('502 picture_too_large')
})

test.each([301, 302, 303, 307, 308, 201, 204, 206, 304, 401, 403, 404, 410, 429, 500, 503])(
  'a media host that answers %i gives no picture',
  async (status) => {
    const body = status === 204 || status === 304 ? null : new Uint8Array(still)
    const headers = { location: 'https://media.example/b.jpg' }
    const { picture, lines, fetched } = pictureApp(() => new Response(body, { status, headers }))
    expect((await picture(address)).status).toBe(502)
    expect(lastOf(lines)).toBe('502 picture_unavailable')
    expect(fetched).toHaveLength(1)
  },
)

/** Gives its first bytes, and no more. */
const stalled = () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(still.subarray(0, 100))),
    }),
  )

test('a host that is slow to answer, or stops in the middle, is not waited for', async () => {
  const never = pictureApp(() => new Promise<Response>(() => undefined), { limits: { total: 30 } })
  expect((await never.picture(address)).status).toBe(504)
  const idle = pictureApp(stalled, { limits: { idle: 30 } })
  expect((await idle.picture(address)).status).toBe(504)
  expect(lastOf(idle.lines)).toBe('504 picture_timeout')
  const drips = pictureApp(stalled, { limits: { total: 30 } })
  expect((await drips.picture(address)).status).toBe(504)
})

test('over a socket: a redirect is not followed, a short body is no picture, a closed port is said', async () => {
  let followed = 0
  const host = await serve((request, response) => {
    if (request.url === '/followed') followed += 1
    if (request.url === '/redirect') response.writeHead(302, { location: '/followed' }).end()
    else if (request.url === '/short') {
      response.writeHead(200, { 'content-length': String(still.length) })
      response.write(still.subarray(0, 1000), () => response.destroy())
    } else response.end(still)
  })
  const env = { HEYGEN_API_KEY: canary, MEDIA_HOSTS: `${host},http://127.0.0.1:1` }
  const { picture, lines } = pictureApp((url, init) => fetch(url, init), { env })
  const codeOf = async (url: string) => {
    await picture(url)
    return lastOf(lines)
  }
  expect(await codeOf(`${host}/redirect`)).toBe('502 picture_unavailable')
  expect(await codeOf(`${host}/short`)).toBe('502 picture_unreachable')
  expect(await codeOf('http://127.0.0.1:1/a.jpg')).toBe('502 picture_unreachable')
  expect((await picture(`${host}/whole`)).status).toBe(200)
  expect(followed).toBe(0)
})
