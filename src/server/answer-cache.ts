export interface AnswerCache {
  get: (key: string) => string | undefined
  /** `ttl` in milliseconds. */
  set: (key: string, body: string, ttl: number) => void
}

interface CacheOptions {
  entries?: number
  /** Two a character, as strings are held at worst. */
  bytes?: number
  now?: () => number
}

interface Entry {
  body: string
  size: number
  expires: number
}

/** Least recently used goes first; nothing is ever served past its time. */
export function createAnswerCache({
  entries: mostEntries = 2000,
  bytes: mostBytes = 64 * 1024 * 1024,
  now = Date.now,
}: CacheOptions = {}): AnswerCache {
  // A Map keeps the order of insertion, so the first key is the one that was used longest ago.
  const entries = new Map<string, Entry>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      if (entry.expires <= now()) {
        bytes -= entry.size
        return undefined
      }
      entries.set(key, entry)
      return entry.body
    },
    set(key, body, ttl) {
      drop(key)
      const size = 2 * (key.length + body.length)
      if (size > mostBytes) return
      entries.set(key, { body, size, expires: now() + ttl })
      bytes += size
      for (const oldest of entries.keys()) {
        if (bytes <= mostBytes && entries.size <= mostEntries) break
        drop(oldest)
      }
    },
  }
}
