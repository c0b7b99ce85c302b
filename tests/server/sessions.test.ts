import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#server/ledger-file.ts'
import { createSessionMemory, type SessionStore } from '#server/session-store.ts'
import { createSessions, idleEnd, longestSession } from '#server/sessions.ts'

const accessToken = 'Zk3qv8WcR1x_Yt7LmN0bQa'
const other = 'aQb0NmL7tY_x1RcW8vq3kZ'
const minute = 60_000

function ledgerFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lookbook-sessions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ledger.sqlite')
}

function ledgerAt(file: string) {
  const ledger = openLedger(file)
  onTestFinished(() => {
    try {
      ledger.close()
    } catch {
      // Closed by the test.
    }
  })
  return ledger
}

const stores: [where: string, make: () => SessionStore | null][] = [
  ['the ledger', () => ledgerAt(ledgerFile()).sessions],
  ['memory', () => null],
]

/** Sessions by a clock of their own. */
function timed(kept: SessionStore | null, more: { accessToken?: string; most?: number; at?: number } = {}) {
  const clock = { now: more.at ?? 1_700_000_000_000 }
  const sessions = createSessions({ accessToken, ...more, kept: () => kept, now: () => clock.now })
  return { clock, ...sessions }
}

test.each(stores)('each sign-in is another session of 256 random bits, in %s', async (_, make) => {
  const { begin, holds } = timed(make())
  const ids = await Promise.all(Array.from({ length: 50 }, begin))
  expect(new Set(ids).size).toBe(50)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{64}$/)
  for (const id of ids) expect(await holds(id)).toBe(true)
  const bits = ids.flatMap((id) => Array.from(id, (digit) => parseInt(digit, 16)))
  // Every digit comes up among 3,200, or the generator is none.
  expect(new Set(bits).size).toBe(16)
})

test.each(stores)('a session that is not used ends after twelve hours, in %s', async (_, make) => {
  const { begin, holds, clock } = timed(make())
  const left = await begin()
  const used = await begin()
  for (let hours = 0; hours < 11; hours += 1) {
    clock.now += 60 * minute
    expect(await holds(used)).toBe(true)
  }
  clock.now += 60 * minute
  expect(idleEnd).toBe(12 * 60 * minute)
  expect([await holds(left), await holds(used)]).toEqual([false, true])
})

test.each(stores)('it ends at most five minutes before that, and never after, in %s', async (_, make) => {
  const { begin, holds, clock } = timed(make())
  const id = await begin()
  clock.now += 4 * minute
  expect(await holds(id)).toBe(true)
  clock.now += idleEnd - 5 * minute
  expect(await holds(id)).toBe(true)
  clock.now += idleEnd - 1
  expect(await holds(id)).toBe(true)
  clock.now += idleEnd
  expect(await holds(id)).toBe(false)
})

test.each(stores)('the longest session is a week, however much it is used, in %s', async (_, make) => {
  const { begin, holds, clock } = timed(make())
  const id = await begin()
  const ends = clock.now + longestSession
  expect(longestSession).toBe(7 * 24 * 60 * minute)
  while (clock.now + 60 * minute < ends) {
    clock.now += 60 * minute
    expect(await holds(id)).toBe(true)
  }
  clock.now = ends
  expect(await holds(id)).toBe(false)
  clock.now -= 1
  expect(await holds(id)).toBe(true)
})

test.each(stores)('what was ended stays ended, and nothing else is, in %s', async (_, make) => {
  const { begin, holds, end } = timed(make())
  const [one, two] = [await begin(), await begin()]
  await end(one)
  await end('0'.repeat(64))
  expect([await holds(one), await holds(two)]).toEqual([false, true])
})

test.each(stores)('nobody can say what their session shall be, in %s', async (_, make) => {
  const { begin, holds } = timed(make())
  const fixed = 'ab'.repeat(32)
  expect(await holds(fixed)).toBe(false)
  expect(await begin()).not.toBe(fixed)
  expect(await holds(fixed)).toBe(false)
  for (const id of ['', accessToken, `${await begin()}0`]) expect(await holds(id)).toBe(false)
})

test.each(stores)('of too many the one that was used longest ago goes, in %s', async (_, make) => {
  const { begin, holds, clock } = timed(make(), { most: 3 })
  const ids: string[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    ids.push(await begin())
    clock.now += 10 * minute
  }
  const [first = '', second = '', third = ''] = ids
  expect(await holds(first)).toBe(true)
  const fourth = await begin()
  expect(await Promise.all([first, second, third, fourth].map(holds))).toEqual([true, false, true, true])
})

test('a restart signs nobody out, another access token everybody', async () => {
  const file = ledgerFile()
  const before = ledgerAt(file)
  const id = await timed(before.sessions).begin()
  before.close()
  const { sessions } = ledgerAt(file)
  expect(await timed(sessions).holds(id)).toBe(true)
  const changed = timed(sessions, { accessToken: other })
  expect(await changed.holds(id)).toBe(false)
  // They are not only refused: the next sign-in deletes them, so that the old token does not bring them back.
  await changed.begin()
  expect(await timed(sessions).holds(id)).toBe(false)
})

test('sessions that have ended do not stay in the ledger', async () => {
  const { sessions } = ledgerAt(ledgerFile())
  const { begin, clock } = timed(sessions)
  const hashes: string[] = []
  const watched: SessionStore = {
    ...sessions,
    add(session, ...rest) {
      hashes.push(session.hash)
      sessions.add(session, ...rest)
    },
  }
  await timed(watched).begin()
  expect(sessions.find(hashes[0] ?? '')).toMatchObject({ hash: hashes[0] })
  clock.now += idleEnd
  await begin()
  expect(sessions.find(hashes[0] ?? '')).toBeUndefined()
})

test('the ledger holds neither the access token nor what opens a session', async () => {
  const file = ledgerFile()
  const ledger = ledgerAt(file)
  const id = await timed(ledger.sessions).begin()
  const folder = join(file, '..')
  const stored = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('')
  expect(stored).toContain('sessions')
  expect(stored).not.toContain(id)
  expect(stored).not.toContain(accessToken)
})

const broken = () => {
  throw new Error('disk full')
}

test('with a ledger that fails, people sign in all the same, and stay so while the process lives', async () => {
  const sessions = timed({ add: broken, find: broken, use: broken, remove: broken })
  const id = await sessions.begin()
  sessions.clock.now += 10 * minute
  expect(await sessions.holds(id)).toBe(true)
  await sessions.end(id)
  expect(await sessions.holds(id)).toBe(false)
})

test('a ledger that comes late ends no session', async () => {
  let kept: SessionStore | null = null
  const sessions = createSessions({ accessToken, kept: () => kept })
  const id = await sessions.begin()
  kept = createSessionMemory()
  expect(await sessions.holds(id)).toBe(true)
})
