import sharp from 'sharp'
import { expect, test } from 'vitest'
import { canary } from './fixtures.ts'
import { jpeg, photo, pictureApp, sizeOf } from './picture-fixtures.ts'

const address = 'https://media.example/looks/a.jpg'
const still = await jpeg()
const answering = (bytes: Uint8Array) => () => new Response(new Uint8Array(bytes))

test('a picture comes just large enough for its box, whole', async () => {
  const { ask } = pictureApp(answering(still))
  const at = async (width: number) => sizeOf(await ask(`/pictures/${width}?u=${encodeURIComponent(address)}`))
  expect(await at(192)).toEqual({ format: 'webp', width: 427, height: 240 })
  expect(await at(256)).toEqual({ format: 'webp', width: 569, height: 320 })
  expect(await at(384)).toEqual({ format: 'webp', width: 853, height: 480 })
  expect(await at(512)).toEqual({ format: 'webp', width: 1138, height: 640 })
  expect(await at(704)).toEqual({ format: 'webp', width: 1564, height: 880 })
})

test('a tall picture is as wide as the box, and a small one is never made larger', async () => {
  const tall = pictureApp(answering(await jpeg(1080, 1920)))
  expect(await sizeOf(await tall.picture(address))).toEqual({ format: 'webp', width: 384, height: 683 })
  const small = pictureApp(answering(await jpeg(100, 90)))
  expect(await sizeOf(await small.picture(address))).toEqual({ format: 'webp', width: 100, height: 90 })
})

test('a photo that lies on its side in the file stands up', async () => {
  const turned = await photo(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { picture } = pictureApp(answering(turned))
  expect(await sizeOf(await picture(address))).toMatchObject({ width: 384, height: 768 })
})

test.each([
  ['png', () => photo(600, 600).png().toBuffer()],
  ['webp', () => photo(600, 600).webp().toBuffer()],
  ['avif', () => photo(600, 600).avif({ effort: 0 }).toBuffer()],
  ['gif', () => photo(600, 600).gif().toBuffer()],
])('%s is read', async (_, make) => {
  const { picture } = pictureApp(answering(await make()))
  expect(await sizeOf(await picture(address))).toEqual({ format: 'webp', width: 480, height: 480 })
})

test('what is transparent stays so', async () => {
  const cutout = await sharp({ create: { width: 400, height: 500, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  const response = await pictureApp(answering(cutout)).picture(address)
  expect((await sharp(await response.arrayBuffer()).stats()).isOpaque).toBe(false)
})

test('the media host gets no credential and nothing of what the browser sent', async () => {
  const { picture, fetched } = pictureApp(answering(still))
  await picture(address, { cookie: 'a=b', 'accept-language': 'de', range: 'bytes=0-1', referer: 'http://x/' })
  expect(fetched).toHaveLength(1)
  const [{ url, init } = { url: '', init: {} }] = fetched
  expect(url).toBe(address)
  expect(init.redirect).toBe('manual')
  expect(init.headers).toEqual({
    accept: 'image/webp,image/png,image/jpeg,image/*;q=0.8',
    'user-agent': 'lookbook/test',
  })
  expect(JSON.stringify(init)).not.toContain(canary)
})

test('browsers keep it, and are told when they have it already', async () => {
  const { picture } = pictureApp(answering(still))
  const first = await picture(address)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{22}"$/)
  expect(first.headers.get('cache-control')).toBe('private, max-age=604800, immutable')
  expect(first.headers.get('vary')).toBe('Accept')
  expect(first.headers.get('content-type')).toBe('image/webp')
  const bytes = await first.arrayBuffer()
  expect(first.headers.get('content-length')).toBe(String(bytes.byteLength))

  const again = await picture(address, { 'if-none-match': etag })
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
  expect((await picture(address, { 'if-none-match': '"other"' })).status).toBe(200)

  const head = await picture(address, {}, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    String(bytes.byteLength),
    '',
  ])
})

test('a demo picture may be kept by anybody', async () => {
  const { picture } = pictureApp(answering(still), { env: {}, parts: { readOwn: async () => still } })
  const response = await picture('/sandbox/looks/a.webp')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test.each([
  ['image/avif,image/webp,image/*,*/*;q=0.8', 'image/webp'],
  ['image/webp', 'image/webp'],
  ['image/avif', 'image/avif'],
  ['image/avif, image/webp;q=0', 'image/avif'],
  ['image/AVIF;q=0.5,image/webp;q=0.0', 'image/avif'],
  ['image/avif;q=0,image/webp;q=0', 'image/webp'],
  ['image/*', 'image/webp'],
  ['*/*', 'image/webp'],
  ['image/png,image/*;q=0.1', 'image/webp'],
  ['text/html', 'image/webp'],
  ['image/webp;q=nonsense,image/avif', 'image/avif'],
  [',;,=', 'image/webp'],
])('Accept: %s gives %s', async (accept, type) => {
  const { picture } = pictureApp(answering(still))
  const response = await picture(address, { accept })
  expect(response.headers.get('content-type')).toBe(type)
  const { format } = await sizeOf(response)
  expect(format).toBe(type === 'image/avif' ? 'heif' : 'webp')
})
