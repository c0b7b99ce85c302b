import { expect, test } from 'vitest'
import { Failure } from '#server/failure.ts'
import { openLedger } from '#server/ledger-file.ts'
import { runOrder } from '#server/run-order.ts'
import { defaultTimings } from '#server/spend-timings.ts'
import { errorOf } from './fixtures.ts'
import { agentBody, madeVideo, refused, spender, videoBody } from './spend-fixtures.ts'

const reset = (): Response => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })
}
const unreachable = (): Response => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) })
}
const busy = () => refused(409, 'request_in_progress')

/** Answers in turn, the last one for ever; GETs find nothing. */
const inTurn = (answers: (() => Response)[]) => {
  let turn = 0
  return (_: string, { method }: RequestInit) => {
    if (method !== 'POST') return Response.json({ data: [], has_more: false })
    const answer = answers[Math.min(turn, answers.length - 1)] ?? reset
    turn += 1
    return answer()
  }
}

const cases: [what: string, answers: (() => Response)[], sent: number, status: number, code?: string][] = [
  ['a reset, then the answer', [reset, madeVideo], 2, 200],
  ['two resets, then the answer', [reset, reset, madeVideo], 3, 200],
  ['a 503, then the answer', [() => refused(503, 'x'), madeVideo], 2, 200],
  ['an answer without an id, then one with it', [() => Response.json({ data: {} }), madeVideo], 2, 200],
  ['resets for ever', [reset], 3, 202, 'intent_unknown'],
  ['500 for ever', [() => refused(500, 'x')], 3, 202, 'intent_unknown'],
  ['at work, then the answer', [busy, busy, madeVideo], 3, 200],
  ['a reset, at work three times, then the answer', [reset, busy, busy, busy, madeVideo], 5, 200],
  ['at work for ever', [busy], 5, 202, 'intent_unknown'],
  ['at work, then two resets, then the answer', [busy, reset, reset, madeVideo], 4, 200],
  ['a limit', [() => refused(429, 'rate_limit_exceeded'), madeVideo], 1, 429],
  ['nobody there', [unreachable, madeVideo], 1, 502, 'upstream_unreachable'],
  // The first may have been taken: only HeyGen's answer to the same key can tell.
  ['a reset, then nobody there', [reset, unreachable], 3, 202, 'intent_unknown'],
  ['a reset, then a limit, then the answer', [reset, () => refused(429, 'x'), madeVideo], 3, 200],
  ['a reset, then no balance', [reset, () => refused(402, 'insufficient_credit')], 3, 202, 'intent_unknown'],
  ['a reset, then a refusal of the body', [reset, () => refused(400, 'invalid_parameter')], 2, 400],
]

test.each(cases)('a video: %s', async (_, answers, count, status, code) => {
  const { order, writes } = spender(inTurn(answers), { timings: { wait: 500 } })
  const response = await order('/v3/videos', videoBody)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject(code === undefined ? {} : { error: { code } })
  expect(writes()).toHaveLength(count)
  expect(new Set(writes().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
  expect(new Set(writes().map(({ body }) => body)).size).toBe(1)
})

test.each([
  ['/v3/video-agents', agentBody, reset],
  ['/v3/video-agents', agentBody, () => refused(500, 'x')],
  ['/v3/video-agents', agentBody, busy],
  ['/v3/video-agents', agentBody, () => Response.json({ data: {} })],
  ['/v3/video-agents/s1', { message: 'Go on.' }, reset],
])('%s is sent once, whatever comes', async (path, body, answer) => {
  const { order, writes } = spender(inTurn([answer]), { timings: { wait: 100 } })
  const response = await order(path, body)
  expect([response.status, (await errorOf(response)).code]).toEqual([202, 'intent_unknown'])
  await order(path, body)
  expect(writes()).toHaveLength(1)
})

test('ten minutes after the first attempt nothing is sent again', async () => {
  let at = 1_700_000_000_000
  const answers = inTurn([
    () => {
      at += 11 * 60_000
      return reset()
    },
  ])
  const { order, writes } = spender(answers, { timings: { wait: 100 }, now: () => at })
  expect((await order('/v3/videos', videoBody)).status).toBe(202)
  expect(writes()).toHaveLength(1)
})

const batchBody = { videos: [videoBody] }
const madeBatch = () => Response.json({ data: { batch_id: 'b1' } })

test.each([
  ['/v3/videos', videoBody, madeVideo],
  ['/v3/videos/batches', batchBody, madeBatch],
])('%s in doubt: asked for once more, a resend that is left gets its answer', async (path, body, made) => {
  let answer = busy
  const { order, writes, intent } = spender(
    (_, { method }) => (method === 'POST' ? answer() : Response.json({ data: [] })),
    { timings: { wait: 400 } },
  )
  expect((await errorOf(await order(path, body))).code).toBe('intent_unknown')
  const before = writes().length
  answer = made
  const again = await order(path, body)
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true'])
  expect((await intent()).state).toBe('done')
  expect(writes()).toHaveLength(before + 1)
  expect(new Set(writes().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
})

test('however often it is asked for, an order is sent again twice at most', async () => {
  const answers = [busy, busy, busy, busy, busy, reset, reset]
  const { order, writes } = spender(inTurn(answers), { timings: { wait: 400 } })
  await order('/v3/videos', videoBody)
  expect(writes()).toHaveLength(5)
  await Promise.all(Array.from({ length: 20 }, () => order('/v3/videos', videoBody)))
  expect(writes()).toHaveLength(7)
  await order('/v3/videos', videoBody)
  expect(writes()).toHaveLength(7)
})

test('asked for after ten minutes, nothing is sent again', async () => {
  let at = 1_700_000_000_000
  const { order, writes } = spender(inTurn([busy]), { timings: { wait: 400 }, now: () => at })
  await order('/v3/videos', videoBody)
  at += 11 * 60_000
  await order('/v3/videos', videoBody)
  expect(writes()).toHaveLength(5)
})

test.each([
  [0, 800, 60_000],
  [1, 1200, 90_000],
])('with luck of %i, the waits before the two resends are %i and %i ms', async (luck, first, second) => {
  const ledger = openLedger(':memory:')
  const asked = { user: 'local', route: '/v3/videos', key: 'k', hash: 'h', upstreamKey: 'u', cost: 1 }
  const facts = { title: null, prompt: null, hidden: false }
  const opened = ledger.open({ ...asked, kind: 'video', body: '{}', facts }, [], 0)
  if (opened.kind === 'over') throw new Error('not opened')
  const waits: number[] = []
  let at = 0
  const end = await runOrder(opened.record, {
    write: async () => ({ kind: 'doubtful', failure: new Failure(502, 'x', 'No.') }),
    sent: () => undefined,
    timings: defaultTimings,
    sleep: async (ms) => {
      waits.push(ms)
      at += ms
    },
    now: () => at,
    random: () => luck,
  })
  expect(end).toEqual({ state: 'unknown' })
  expect(waits.map(Math.round).filter((ms) => ms > 0)).toEqual([first, second])
})
