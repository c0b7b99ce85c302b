import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, onTestFinished, vi } from 'vitest'
import { createPictureCache, type PictureCache } from '#server/picture-cache.ts'
import { loadEncoder } from '#server/picture-encode.ts'
import { fetchLimits, type FetchLimits } from '#server/picture-fetch.ts'
import { createPictures, type PictureParts } from '#server/pictures.ts'
import type { UpstreamOptions } from '#server/upstream.ts'
import { appOf, canary, emptyPage } from './fixtures.ts'

/** A photo-like picture: noise would not compress as one. */
export const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a6d5b' } }).composite([
    { input: { create: { width: width >> 1, height: height >> 1, channels: 3, background: '#233a55' } } },
  ])

export const jpeg = (width = 1920, height = 1080) => photo(width, height).jpeg().toBuffer()

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A whole and valid PNG of one bit a pixel, all black: some 100 KB that stand for 900 million pixels. */
export function pixelBomb(side = 30_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.writeUInt8(1, 8)
  const pixels = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lookbook-pictures-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const encode = await loadEncoder()

type Send = UpstreamOptions['fetch']

interface Given {
  env?: Record<string, string>
  cache?: PictureCache
  limits?: Partial<FetchLimits>
  parts?: Partial<PictureParts>
}

const accountEnv = {
  HEYGEN_API_KEY: canary,
  MEDIA_HOSTS: 'https://media.example,https://*.cdn.example,http://127.0.0.1:9000',
}

const noCache: PictureCache = { get: async () => null, set: async () => undefined }

/** What an <img> of the page sends: none of the API's own headers. */
export const imageHeaders = {
  host: 'localhost:4173',
  accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-dest': 'image',
}

/** An app whose media hosts are one function; `fetched` is what they were asked for. */
export function pictureApp(send: Send, { env = accountEnv, cache = noCache, limits, parts }: Given = {}) {
  if (!encode) throw new Error('sharp cannot be loaded here.')
  const fetched: { url: string; init: RequestInit }[] = []
  const pictures = createPictures({
    encode,
    cache,
    scope: async () => 'account',
    readOwn: async () => null,
    fetch: {
      send: (url, init) => {
        fetched.push({ url, init })
        return send(url, init)
      },
      userAgent: 'lookbook/test',
      limits: { ...fetchLimits, ...limits },
    },
    ...parts,
  })
  const { app, lines } = appOf(() => emptyPage(), env, { pictures })
  const ask = async (target: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    app.request(`http://localhost:4173${target}`, { ...init, headers: { ...imageHeaders, ...headers } })
  const picture = (address: string, headers?: Record<string, string>, init?: RequestInit) =>
    ask(`/pictures/384?u=${encodeURIComponent(address)}`, headers, init)
  return { app, ask, picture, fetched, lines }
}

export const cacheIn = (folder: string, bytes = 1024 * 1024) => createPictureCache({ folder, bytes })

/** Status and code, as the log has them. */
export const lastOf = (lines: { status: number; code?: string }[]) => {
  const line = lines.at(-1)
  return `${line?.status} ${line?.code}`
}

/** Until the handlers have come as far as they can. */
export const settled = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 5000, interval: 5 })

export async function sizeOf(response: Response) {
  expect(response.status).toBe(200)
  const { format, width, height } = await sharp(await response.arrayBuffer()).metadata()
  return { format, width, height }
}
