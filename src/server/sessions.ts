import { sha256 } from './constant-time.ts'
import { randomHex } from './random-hex.ts'
import { createSessionMemory, isWithin, type SessionBounds, type SessionStore } from './session-store.ts'

const minute = 60_000
const hour = 60 * minute

/** Longer than a working day's pauses, shorter than the night: a browser that was left is signed out by the morning. */
export const idleEnd = 12 * hour
/** A working week: who has a copy of a cookie has it for so long at most, however much it is used. */
export const longestSession = 7 * 24 * hour
/** Far more browsers than one shared token is for; beyond it the one that was used longest ago is signed out. */
export const mostSessions = 1000
/** Writing down each use would be a write to the disk for every picture. A session ends by this much early, never late. */
const usedGrain = 5 * minute

const idPattern = /^[\da-f]{64}$/

export interface SessionsOptions {
  /** What a session stands for: another one ends them all. */
  accessToken: string
  /** The ledger's, which may come late, fail or never come; sessions are in memory then. */
  kept?: () => SessionStore | null
  most?: number
  now?: () => number
}

/** The browsers that have proved the access token. */
export interface Sessions {
  /** Gives what the cookie of a new session holds. */
  begin: () => Promise<string>
  /** Whether it counts; that is a use of it. */
  holds: (id: string) => Promise<boolean>
  end: (id: string) => Promise<void>
}

/** The same for the same token, so that a restart ends nothing; says nothing of a token of 128 bits. */
async function fingerprint(accessToken: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(accessToken), algorithm, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode('lookbook sessions 1')))
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Undefined where it throws, as a ledger on a full disk does. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export function createSessions({
  accessToken,
  kept = () => null,
  most = mostSessions,
  now = Date.now,
}: SessionsOptions): Sessions {
  const madeWith = fingerprint(accessToken)
  const memory = createSessionMemory()

  const stores = () => [kept(), memory].filter((store) => store !== null)
  const boundsAt = async (at: number): Promise<SessionBounds> => ({
    madeWith: await madeWith,
    madeAfter: at - longestSession,
    usedAfter: at - idleEnd,
  })

  return {
    async begin() {
      const id = randomHex(32)
      const at = now()
      const bounds = await boundsAt(at)
      const session = { hash: await sha256(id), madeWith: bounds.madeWith, madeAt: at, usedAt: at }
      const add = (store: SessionStore) => {
        store.add(session, bounds, most)
        return true
      }
      // In the first that takes it: memory always does.
      stores().some((store) => attempt(() => add(store)))
      return id
    },
    async holds(id) {
      if (!idPattern.test(id)) return false
      // Found by its hash, so that the time this takes says nothing of what is stored.
      const hash = await sha256(id)
      const at = now()
      const bounds = await boundsAt(at)
      for (const store of stores()) {
        const session = attempt(() => store.find(hash))
        if (!session) continue
        if (!isWithin(session, bounds)) return false
        if (at - session.usedAt >= usedGrain) attempt(() => store.use(hash, at))
        return true
      }
      return false
    },
    async end(id) {
      const hash = await sha256(id)
      for (const store of stores()) attempt(() => store.remove(hash))
    },
  }
}
