export interface AnswerCache {
  /** What is within its time. */
  get: (key: string) => string | undefined
  /** What there is, within its time or up to a day old, and how old, in milliseconds. */
  getStale: (key: string) => { body: string; age: number } | undefined
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
  since: number
  expires: number
}

/** For when HeyGen does not answer. */
const oldest = 24 * 60 * 60 * 1000

/** Least recently used goes first; what is past its time is given only to who asks for that. */
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
      if (!entry || entry.expires <= now()) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.body
    },
    getStale(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      const age = now() - entry.since
      if (age <= oldest) return { body: entry.body, age }
      drop(key)
      return undefined
    },
    set(key, body, ttl) {
      drop(key)
      const size = 2 * (key.length + body.length)
      if (size > mostBytes) return
      const since = now()
      entries.set(key, { body, size, since, expires: since + ttl })
      bytes += size
      for (const first of entries.keys()) {
        if (bytes <= mostBytes && entries.size <= mostEntries) break
        drop(first)
      }
    },
  }
}
