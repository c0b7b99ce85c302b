import { notFound } from './failure.ts'
import { createFlights } from './flights.ts'
import { digestOf, pictureKey, type PictureCache } from './picture-cache.ts'
import { recipe, type Encode } from './picture-encode.ts'
import { fetchPicture, type PictureFetch } from './picture-fetch.ts'
import type { PictureFormat } from './picture-format.ts'
import type { PictureTarget } from './picture-target.ts'
import { createSlots } from './slots.ts'

interface Picture {
  bytes: Uint8Array
  /** Strong. */
  etag: string
}

interface PictureRequest {
  target: PictureTarget
  width: number
  format: PictureFormat
  signal: AbortSignal
}

/** A picture at a width; throws a Failure, or the signal's reason. */
export type Pictures = (request: PictureRequest) => Promise<Picture>

export interface PictureParts {
  encode: Encode
  cache: PictureCache
  /** Whose pictures they are: what one account sees, another must not get from the cache. */
  scope: () => Promise<string>
  /** A demo file by its address; null where there is none. */
  readOwn: (path: string) => Promise<Uint8Array | null>
  fetch: PictureFetch
}

const atOnce = 4
/** A window of small cells asks for some 160 at once, and what is scrolled past leaves the queue. */
const queue = 512

interface Source {
  /** The same for as long as the picture is. */
  name: string
  read: (stop: AbortSignal) => Promise<Uint8Array>
}

/** Makes each picture once for all who ask, four at a time, and keeps it. */
export function createPictures({ encode, cache, scope, readOwn, fetch }: PictureParts): Pictures {
  const fly = createFlights<Uint8Array>()
  const enter = createSlots(atOnce, queue)

  async function sourceOf(target: PictureTarget): Promise<Source> {
    // Kept by a name without signature: a link may be over while the picture is still the same.
    if (target.kind === 'media')
      return { name: target.name, read: (stop) => fetchPicture(target.url, fetch, stop) }
    const file = await readOwn(target.path)
    if (!file) throw notFound()
    // A build may bring another picture under the same name.
    return { name: digestOf(file).toString('hex'), read: async () => file }
  }

  async function make(source: Source, width: number, format: PictureFormat, stop: AbortSignal) {
    const release = await enter(stop)
    try {
      const bytes = await source.read(stop)
      stop.throwIfAborted()
      return await encode(bytes, width, format)
    } finally {
      release()
    }
  }

  return async ({ target, width, format, signal }) => {
    const source = await sourceOf(target)
    const key = pictureKey(await scope(), source.name, width, format, recipe)
    const kept = await cache.get(key)
    signal.throwIfAborted()
    const work = async (stop: AbortSignal) => {
      const made = await make(source, width, format, stop)
      await cache.set(key, made)
      return made
    }
    const bytes = kept ?? (await fly(key, work, signal)).value
    return { bytes, etag: `"${digestOf(bytes).toString('base64url').slice(0, 22)}"` }
  }
}
