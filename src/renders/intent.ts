import { canonicalJson, digest } from './canonical.ts'

/**
 * What a person means by "Create", until there is a definite answer. Clicked twice, sent after a reload or from
 * another tab, the same body has the same key, and the server makes one video of it.
 */
export interface IntentHandle {
  /** `<seed>:<hash of the body>` */
  keyFor(body: unknown): Promise<string>
  /** The answer is definite: the next "Create" is a new intent. */
  settle(): void
}

const memory = new Map<string, string>()
const prefix = 'lookbook.intent.'
const sessionPrefix = 'session.'
const nameFor = (lookId: string) => prefix + lookId

function write(lookId: string, seed: string) {
  memory.set(lookId, seed)
  try {
    localStorage.setItem(nameFor(lookId), seed)
  } catch {
    // Blocked or full: one tab's own, until it is reloaded.
  }
}

function readSeed(lookId: string): string | null {
  try {
    return localStorage.getItem(nameFor(lookId)) ?? memory.get(lookId) ?? null
  } catch {
    return memory.get(lookId) ?? null
  }
}

function lookIds(): Set<string> {
  const known = new Set(memory.keys())
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(prefix)) known.add(name.slice(prefix.length))
  } catch {
    // Blocked: what this page wrote is all there is.
  }
  return known
}

/**
 * Forgets the intents of looks, but for those of the orders with these keys. Whether a message to an agent is in doubt is
 * known to its own tab alone, so theirs stay.
 */
export function forgetIntents(inDoubt: readonly string[]) {
  for (const lookId of lookIds()) {
    const seed = readSeed(lookId)
    if (lookId.startsWith(sessionPrefix) || inDoubt.some((key) => key.startsWith(`${seed}:`))) continue
    memory.delete(lookId)
    try {
      localStorage.removeItem(nameFor(lookId))
    } catch {
      // Blocked: there was none in it.
    }
  }
}

/** As crypto.randomUUID, which pages without https do not have. */
function randomSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

function rotate(lookId: string): string {
  const seed = randomSeed()
  write(lookId, seed)
  return seed
}

/** In place of a look: a message to an agent. */
export const sessionIntent = (id: string) => sessionPrefix + id

/** The intent of a look's dialog, from when it opens; tabs with the same look share the seed they begin with. */
export function openIntent(lookId: string): IntentHandle {
  let seed = readSeed(lookId) ?? rotate(lookId)
  // Two clicks wait for one digest: of two, the second could end after the first order has been answered.
  let latest = { content: '', digest: Promise.resolve('') }
  return {
    async keyFor(body) {
      const opened = seed
      const content = canonicalJson(body)
      if (content !== latest.content) latest = { content, digest: digest(content) }
      return `${opened}:${await latest.digest}`
    },
    settle() {
      const stored = readSeed(lookId)
      seed = stored === null || stored === seed ? rotate(lookId) : stored
    },
  }
}

/** The same for an order whose dialog is gone: it was placed under `key`, and is answered now. */
export function settleIntent(key: string) {
  for (const lookId of lookIds()) {
    const stored = readSeed(lookId)
    if (stored !== null && key.startsWith(`${stored}:`)) rotate(lookId)
  }
}
