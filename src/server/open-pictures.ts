import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPictureCache } from './picture-cache.ts'
import { loadEncoder } from './picture-encode.ts'
import { fetchLimits } from './picture-fetch.ts'
import { createPictures, type Pictures } from './pictures.ts'
import type { Runtime } from './runtime.ts'

/** Pictures at the size they are drawn, with the demo's files below `root`; null where none can be made. */
export async function openPictures(
  { config, fingerprint }: Pick<Runtime, 'config' | 'fingerprint'>,
  root: string,
  version: string,
): Promise<Pictures | null> {
  const encode = await loadEncoder()
  if (!encode) return null
  return createPictures({
    encode,
    cache: createPictureCache(config.pictureCache),
    // What the public may not see, it may not get from the cache of a server that once showed it to its owner.
    scope: async () => `${await fingerprint()} ${config.publicReadonly}`,
    readOwn: (path) => readFile(join(root, path)).catch(() => null),
    fetch: {
      send: (url, init) => fetch(url, init),
      userAgent: `lookbook/${version}`,
      limits: fetchLimits,
    },
  })
}
