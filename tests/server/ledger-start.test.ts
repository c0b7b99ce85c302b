import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#server/ledger-file.ts'
import type { Ledger, Order } from '#server/ledger.ts'
import { errorOf } from './fixtures.ts'
import { agentBody, madeSession, madeVideo, spender, videoBody } from './spend-fixtures.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lookbook-ledger-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const session: Order = {
  user: 'local',
  kind: 'session',
  route: '/v3/video-agents',
  key: 'intent-1',
  body: '{"prompt":"Tea."}',
  hash: 'h',
  upstreamKey: 'u',
  cost: 1,
  facts: { title: null, prompt: 'p', hidden: false },
}

/** A ledger in which a process died while it sent. */
function abandoned(order: Partial<Order>, at: number): string {
  const file = join(folder(), 'ledger.sqlite')
  const ledger = openLedger(file)
  const opened = ledger.open({ ...session, ...order }, [], at)
  if (opened.kind !== 'opened') throw new Error('not opened')
  ledger.sent(opened.record.id, { resend: false, now: at })
  ledger.close()
  return file
}

const abandonedVideo = {
  kind: 'video',
  route: '/v3/videos',
  body: '{"type":"avatar"}',
  upstreamKey: 'mine',
} as const

test('at the start, a video that was being sent is sent again with its key and body', async () => {
  const file = abandoned(abandonedVideo, Date.now() - 60_000)
  const { spending, intent, writes } = spender(() => madeVideo('v9'), { ledger: () => openLedger(file) })
  expect(spending.start()).toBe(true)
  await expect.poll(async () => (await intent()).state).toBe('done')
  expect(await intent()).toMatchObject({ answer: { data: { video_id: 'v9' } } })
  expect(writes()).toHaveLength(1)
  expect(writes()[0]?.body).toBe('{"type":"avatar"}')
  expect(writes()[0]?.headers.get('idempotency-key')).toBe('mine')
})

test.each([
  ['a video after ten minutes', abandonedVideo, 11 * 60_000],
  ['a session', {}, 1000],
])('at the start, %s is in doubt and not sent again', async (_, order, age) => {
  const file = abandoned(order, Date.now() - age)
  const { spending, intent, writes } = spender(() => Response.json({ data: [] }), {
    ledger: () => openLedger(file),
  })
  spending.start()
  expect((await intent()).state).toBe('unknown')
  expect(writes()).toEqual([])
})

test('with the switch off, a start sends nothing again', async () => {
  const file = abandoned(abandonedVideo, Date.now() - 1000)
  const { spending, intent, sent } = spender(() => Response.json({ data: [] }), {
    ledger: () => openLedger(file),
    env: { HEYGEN_API_KEY: 'k', SPENDING: '0' },
  })
  spending.start()
  expect((await intent()).state).toBe('unknown')
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
})

const refusedOrder = async (ledger: () => Ledger) => {
  const { spending, order, call, sent } = spender(() => Response.json({ data: [] }), { ledger })
  expect(spending.start()).toBe(false)
  const response = await order('/v3/videos', videoBody)
  expect(response.status).toBe(503)
  expect((await errorOf(response)).code).toBe('ledger_unavailable')
  expect((await call('GET', '/intents/intent-1')).status).toBe(503)
  expect(sent).toEqual([])
  expect((await call('GET', '/v3/videos')).status).toBe(200)
}

test('without a ledger nothing is ordered, and reading goes on', async () => {
  const root = folder()
  writeFileSync(join(root, 'file'), '')
  await refusedOrder(() => openLedger(join(root, 'file', 'ledger.sqlite')))
  mkdirSync(join(root, 'ledger.sqlite'))
  await refusedOrder(() => openLedger(join(root, 'ledger.sqlite')))
  writeFileSync(join(root, 'other'), 'This is no database, and long enough to be none.'.repeat(100))
  await refusedOrder(() => openLedger(join(root, 'other')))
  expect(readFileSync(join(root, 'other'), 'utf8')).toContain('no database')
})

test('a second server on the same ledger orders nothing, until the first has ended', async () => {
  const file = join(folder(), 'ledger.sqlite')
  const first = spender(() => madeSession(), { ledger: () => openLedger(file) })
  first.spending.start()
  await refusedOrder(() => openLedger(file))
  const second = spender(() => madeSession(), { ledger: () => openLedger(file) })
  expect((await second.order('/v3/video-agents', agentBody)).status).toBe(503)
  await first.spending.close()
  expect((await second.order('/v3/video-agents', agentBody)).status).toBe(200)
})

function full(): never {
  throw new Error('database or disk is full')
}

test('a ledger that takes no more stops orders before they are sent', async () => {
  const ledger = openLedger(':memory:')
  let broken: Partial<Ledger> = { open: full }
  const proxy = {
    ...ledger,
    open: (...args: Parameters<Ledger['open']>) => (broken.open ?? ledger.open)(...args),
  }
  proxy.sent = (...args) => (broken.sent ?? ledger.sent)(...args)
  proxy.settle = (...args) => (broken.settle ?? ledger.settle)(...args)
  const { order, sent } = spender(() => madeVideo(), { ledger: () => proxy })
  expect((await order('/v3/videos', videoBody)).status).toBe(503)
  broken = { sent: full }
  expect((await order('/v3/videos', videoBody)).status).toBe(503)
  expect(sent).toEqual([])
  // Once it is sent, who waits hears the answer all the same.
  broken = { settle: full }
  expect((await order('/v3/videos', videoBody)).status).toBe(200)
  expect(sent).toHaveLength(1)
})

test('the ledger keeps no credential', async () => {
  const file = join(folder(), 'ledger.sqlite')
  const key = 'sk_secret_ledger_0f1e2d3c'
  const { order, spending } = spender(() => madeVideo(), {
    env: { HEYGEN_API_KEY: key },
    ledger: () => openLedger(file),
  })
  await order('/v3/videos', videoBody)
  await spending.close()
  const all = [file, `${file}-wal`]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'latin1'))
  expect(all.join('')).toContain('intent-1')
  expect(all.join('')).not.toContain(key)
  chmodSync(file, 0o644)
  openLedger(file).close()
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
