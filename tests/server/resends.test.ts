import { expect, test } from 'vitest'
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
  const { order, writes } = spender(inTurn(answers), { timings: { wait: 250 } })
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
