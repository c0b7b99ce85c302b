import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPictureTargets, readWidth } from '#server/picture-target.ts'

beforeEach(() => {
  const meta = document.createElement('meta')
  meta.name = 'lookbook'
  meta.content = '{"pictures":true}'
  document.head.append(meta)
  vi.resetModules()
})
afterEach(() => {
  document.head.replaceChildren()
  vi.unstubAllGlobals()
})

const load = async () => (await import('#looks/picture-source.ts')).pictureSource
const media = 'https://files.heygen.ai/a/b.webp?Expires=1&Signature=x~y_z-&Key-Pair-Id=K,2'
const encoded = encodeURIComponent(media)
const own = (path: string) => new URL(path, document.baseURI).href

test.each([
  [1, 192, 256],
  [128, 192, 256],
  [128.5, 192, 384],
  [184, 192, 384],
  [248, 256, 512],
  [336, 384, 704],
  [352, 384, 704],
])('a cell of %f px takes %i px, or %i px on a dense screen', async (cell, single, double) => {
  const pictureSource = await load()
  const one = `/pictures/${single}?u=${encoded}`
  const two = `/pictures/${double}?u=${encoded}`
  expect(pictureSource(media, cell)).toEqual({
    src: one,
    srcset: `${one} ${single}w, ${two} ${double}w`,
    sizes: `${single}px`,
  })
  vi.stubGlobal('devicePixelRatio', 1.5)
  expect(pictureSource(media, cell).src).toBe(two)
  vi.stubGlobal('devicePixelRatio', 1.25)
  expect(pictureSource(media, cell).src).toBe(one)
})

test('a demo picture is named by its path', async () => {
  const pictureSource = await load()
  expect(pictureSource(own('/sandbox/looks/aisha-knit-1.webp'), 100).src).toBe(
    '/pictures/192?u=%2Fsandbox%2Flooks%2Faisha-knit-1.webp',
  )
})

test('what the page asks for the server takes', async () => {
  const pictureSource = await load()
  const targetOf = createPictureTargets(['https://*.heygen.ai'])
  for (const url of [media, own('/sandbox/looks/a-b_1.webp')])
    for (const cell of [128, 184, 248, 336])
      for (const candidate of pictureSource(url, cell).srcset?.split(', ') ?? []) {
        const target = new URL(candidate.split(' ')[0] ?? '', document.baseURI)
        expect(readWidth(target.pathname.replace('/pictures/', ''))).toBeGreaterThan(0)
        expect(own(Object.values(targetOf(target.searchParams.get('u') ?? ''))[1] ?? '')).toBe(url)
      }
})

const untouched = [
  own('/sandbox/voices/a.webp'),
  own('/api/v3/pictures/1'),
  own('/'),
  'blob:http://localhost:3000/1',
  'data:image/gif;base64,AAAA',
  '/sandbox/looks/a.webp',
  '',
  `https://files.heygen.ai/${'a'.repeat(4000)}`,
  `https://files.heygen.ai/${'é'.repeat(700)}`,
]

test.each(untouched)('%s stands for itself', async (url) => {
  const pictureSource = await load()
  expect(pictureSource(url, 100)).toEqual({ src: url, srcset: undefined, sizes: undefined })
})

test('the original is drawn where a cell is larger than any box, or no width is given', async () => {
  const pictureSource = await load()
  for (const cell of [353, 2000, Infinity, NaN, undefined])
    expect(pictureSource(media, cell)).toEqual({ src: media, srcset: undefined, sizes: undefined })
})

test('without a server that can, every picture is the original', async () => {
  document.head.replaceChildren()
  const pictureSource = await load()
  expect(pictureSource(media, 100).src).toBe(media)
})
