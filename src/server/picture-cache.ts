import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface PictureCache {
  /** Null where there is none, or none that is whole. Neither ever rejects: without its folder it holds nothing. */
  get: (key: string) => Promise<Uint8Array | null>
  set: (key: string, bytes: Uint8Array) => Promise<void>
}

interface CacheOptions {
  folder: string
  /** What all files together may hold. */
  bytes: number
}

interface Entry {
  size: number
  /** When it was last used, as the file says; milliseconds. */
  used: number
}

const hour = 3_600_000
const digestLength = 32
const isKey = (name: string) => /^[0-9a-f]{40}$/.test(name)

export const digestOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** Keys are file names, so whatever they are made of is hashed. */
export const pictureKey = (...parts: (string | number)[]) =>
  digestOf(JSON.stringify(parts)).toString('hex').slice(0, 40)

/**
 * Pictures of private looks are for this user of the machine only. Not by mkdir's own recursion, which in Node never
 * ends where the system denies a parent that it will not make either, as below /proc.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    const above = dirname(path)
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!missing || above === path) return
    await makeFolder(above)
    await mkdir(path, { mode: 0o700 })
  }
}

const remove = (path: string) => rm(path, { force: true }).catch(() => undefined)

/**
 * Files below a folder, each with its digest before it; least recently used goes first. A file's time is when it was
 * last used, so that the order outlives the process. Files with other names are never touched.
 */
export function createPictureCache({ folder, bytes: most }: CacheOptions): PictureCache {
  // A Map keeps the order of insertion, so the first key is the one that was used longest ago.
  let entries = new Map<string, Entry>()
  let held = 0
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key)

  const forget = (key: string) => {
    held -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  const mark = (key: string, entry: Entry) => {
    forget(key)
    entries.set(key, entry)
    held += entry.size
  }
  const evict = async () => {
    for (const key of entries.keys()) {
      if (held <= most) return
      forget(key)
      await remove(pathOf(key))
    }
  }

  async function list(): Promise<void> {
    const items = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    const found: [key: string, entry: Entry][] = []
    for (const item of items) {
      const [key = '', more] = item.name.split('.')
      if (!item.isFile() || !isKey(key)) continue
      const path = join(item.parentPath, item.name)
      const facts = await stat(path).catch(() => null)
      if (!facts) continue
      // A file that was never renamed is what a killed process left.
      if (more === undefined) found.push([key, { size: facts.size, used: facts.mtimeMs }])
      else if (facts.mtimeMs < Date.now() - hour) await remove(path)
    }
    // What has been used since the start is newer than all that was found.
    const since = entries
    found.sort(([, left], [, right]) => left.used - right.used)
    entries = new Map()
    held = 0
    for (const [key, entry] of [...found, ...since]) mark(key, entry)
    await evict()
  }
  const listed = list()

  return {
    async get(key) {
      const path = pathOf(key)
      const file = await readFile(path).catch(() => null)
      if (!file) {
        forget(key)
        return null
      }
      const body = file.subarray(digestLength)
      if (!digestOf(body).equals(file.subarray(0, digestLength))) {
        forget(key)
        await remove(path)
        return null
      }
      const now = Date.now()
      const written = entries.get(key)?.used ?? 0
      const stale = written < now - hour
      mark(key, { size: file.length, used: stale ? now : written })
      if (stale) await utimes(path, now / 1000, now / 1000).catch(() => undefined)
      return body
    },
    async set(key, body) {
      const size = digestLength + body.length
      if (size > most) return
      const path = pathOf(key)
      const draft = `${path}.${randomUUID()}`
      try {
        await makeFolder(dirname(path))
        await writeFile(draft, Buffer.concat([digestOf(body), body]), { flag: 'wx', mode: 0o600 })
        await rename(draft, path)
      } catch {
        await remove(draft)
        return
      }
      mark(key, { size, used: Date.now() })
      // Only now is known what was there before.
      await listed
      await evict()
    },
  }
}
