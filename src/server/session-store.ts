import * as z from 'zod/mini'
import type { LedgerDatabase } from './ledger-database.ts'

/** A sign-in. Times are in milliseconds since 1970. */
export interface SessionRecord {
  /** SHA-256 of what the cookie holds: whoever reads the store cannot sign in with it. */
  hash: string
  /** Tells the access token that it was made with. */
  madeWith: string
  madeAt: number
  usedAt: number
}

/** Sessions that still count: of this access token, and neither too old nor too long unused. */
export interface SessionBounds {
  madeWith: string
  madeAfter: number
  usedAfter: number
}

/** Where sessions are. Methods throw where that fails. */
export interface SessionStore {
  /** Also forgets those out of bounds, and beyond `most` those that were used longest ago. */
  add: (session: SessionRecord, bounds: SessionBounds, most: number) => void
  find: (hash: string) => SessionRecord | undefined
  use: (hash: string, usedAt: number) => void
  remove: (hash: string) => void
}

export const isWithin = ({ madeWith, madeAt, usedAt }: SessionRecord, bounds: SessionBounds) =>
  madeWith === bounds.madeWith && madeAt > bounds.madeAfter && usedAt > bounds.usedAfter

/** For as long as the process lives. */
export function createSessionMemory(): SessionStore {
  // In the order of their last use.
  const sessions = new Map<string, SessionRecord>()
  return {
    add(session, bounds, most) {
      for (const known of sessions.values()) if (!isWithin(known, bounds)) sessions.delete(known.hash)
      sessions.set(session.hash, session)
      for (const hash of sessions.keys()) {
        if (sessions.size <= most) break
        sessions.delete(hash)
      }
    },
    find: (hash) => sessions.get(hash),
    use(hash, usedAt) {
      const session = sessions.get(hash)
      if (!session) return
      sessions.delete(hash)
      sessions.set(hash, { ...session, usedAt })
    },
    remove: (hash) => void sessions.delete(hash),
  }
}

const rowSchema = z.pipe(
  z.object({ hash: z.string(), made_with: z.string(), made_at: z.number(), used_at: z.number() }),
  z.transform(({ hash, made_with: madeWith, made_at: madeAt, used_at: usedAt }): SessionRecord => ({
    hash,
    madeWith,
    madeAt,
    usedAt,
  })),
)

/** In the ledger's database, so that a restart signs nobody out. */
export const sessionsOver = ({ run, all, transaction }: LedgerDatabase): SessionStore => ({
  add({ hash, madeWith, madeAt, usedAt }, { madeAfter, usedAfter }, most) {
    transaction(() => {
      run(
        `delete from sessions where made_with <> :madeWith or made_at <= :madeAfter or used_at <= :usedAfter`,
        { madeWith, madeAfter, usedAfter },
      )
      run(
        `delete from sessions where hash in (select hash from sessions order by used_at desc limit -1 offset :kept)`,
        { kept: most - 1 },
      )
      run(
        `insert into sessions (hash, made_with, made_at, used_at) values (:hash, :madeWith, :madeAt, :usedAt)`,
        { hash, madeWith, madeAt, usedAt },
      )
    })
  },
  find(hash) {
    const [row] = all(`select * from sessions where hash = :hash`, { hash })
    return row === undefined ? undefined : z.parse(rowSchema, row)
  },
  use(hash, usedAt) {
    run(`update sessions set used_at = :usedAt where hash = :hash`, { hash, usedAt })
  },
  remove(hash) {
    run(`delete from sessions where hash = :hash`, { hash })
  },
})
