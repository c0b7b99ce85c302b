import * as z from 'zod/mini'
import type { Call, OwnRoute } from './api-routes.ts'
import type { Config } from './config.ts'
import { Failure } from './failure.ts'
import { checkLaunch } from './launch-token.ts'
import type { IntentRecord, OrderKind, Refusal } from './ledger.ts'
import { readOrder } from './orders.ts'
import { readJsonBody } from './request-body.ts'
import type { Spending } from './spending.ts'
import type { WriteOutcome } from './upstream-write.ts'
import type { Upstream } from './upstream.ts'

export interface SpendRoutesDeps {
  config: Config
  upstream: Pick<Upstream, 'write'>
  spending: Spending
  /** Null where anybody who gets here may spend. */
  launchToken: string | null
}

const keyPattern = /^[A-Za-z0-9_:.-]{1,255}$/

const orders: { template: string; kind: OrderKind }[] = [
  { template: '/v3/videos', kind: 'video' },
  { template: '/v3/videos/batches', kind: 'batch' },
  { template: '/v3/video-agents', kind: 'session' },
  { template: '/v3/video-agents/:id', kind: 'message' },
]

function readKey(headers: Headers): string {
  const key = headers.get('idempotency-key')
  if (key === null)
    throw new Failure(400, 'idempotency_key_required', 'This call carries an Idempotency-Key, one an intent.')
  if (!keyPattern.test(key))
    throw new Failure(
      400,
      'idempotency_key_invalid',
      'An Idempotency-Key is 1 to 255 letters, digits and "_", ":", ".", "-".',
    )
  return key
}

const json = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, {
    headers: { ...headers, 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  })

const replayedHeader = (replayed: boolean): Record<string, string> =>
  replayed ? { 'idempotent-replayed': 'true' } : {}

/** Seconds of the wait that are left. */
const waitLeft = ({ retry_after: asked }: Refusal, { updatedAt }: IntentRecord) =>
  asked === null ? null : Math.max(0, Math.ceil(asked - (Date.now() - updatedAt) / 1000))

function refusal(error: Refusal, record: IntentRecord, replayed: boolean): Failure {
  const wait = waitLeft(error, record)
  return new Failure(error.status, error.code, error.message, {
    param: error.param ?? undefined,
    headers: { ...replayedHeader(replayed), ...(wait === null ? {} : { 'retry-after': String(wait) }) },
  })
}

/** What became of an order, as an answer; throws the Failure that tells the rest. */
function toldEnd(record: IntentRecord, replayed: boolean): Response {
  if (record.answer !== null) return json(record.answer, replayedHeader(replayed))
  if (record.error !== null) throw refusal(record.error, record, replayed)
  if (record.state === 'absent')
    throw new Failure(409, 'intent_absent', 'HeyGen never got this order: it may be placed anew.')
  // 202, since there is no answer yet, and no error either.
  if (record.state === 'unknown')
    throw new Failure(202, 'intent_unknown', 'It is not known whether HeyGen accepted this. Checking.')
  throw new Failure(202, 'intent_sending', 'HeyGen has not answered yet.')
}

/** The end of a call that is sent once and costs nothing. */
function toldOnce(outcome: WriteOutcome): Response {
  if (outcome.kind === 'answer') return json(outcome.json)
  throw outcome.failure
}

/** The calls that make, stop and delete, and what became of them. Nothing of it is there with PUBLIC_READONLY. */
export function spendRoutes({ config, upstream, spending, launchToken }: SpendRoutesDeps): OwnRoute[] {
  if (config.publicReadonly) return []
  const { identityHeader } = config
  const userOf = ({ headers }: Request) =>
    (identityHeader === null ? null : headers.get(identityHeader)?.trim()) ?? 'local'
  const launched =
    (answer: (call: Call) => Promise<Response>) =>
    async (call: Call): Promise<Response> => {
      await checkLaunch(call.request.headers, launchToken)
      return answer(call)
    }

  const place = (kind: OrderKind) =>
    launched(async ({ request, target: route, tell }) => {
      if (!config.spending) throw new Failure(403, 'spending_off', 'Creating videos is switched off here.')
      const asked = { kind, route, user: userOf(request), key: readKey(request.headers) }
      const order = await readOrder({ ...asked, request, longestVideo: config.longestVideo })
      const { record, replayed } = await spending.place(order, request.signal)
      tell({ attempts: replayed ? 0 : record.attempts, from: replayed ? 'ledger' : 'upstream' })
      return toldEnd(record, replayed)
    })

  // Reading, which needs no launch token: a page keeps an old one when the server starts anew, and the key is as hard to
  // guess.
  const find = async ({ request, target }: Call) => {
    const key = target.slice(target.lastIndexOf('/') + 1)
    const found = await spending.find(userOf(request), key)
    if (!found) throw new Failure(404, 'intent_not_found', 'No order came with this key.')
    const { record, nextCheckIn } = found
    const data = {
      key,
      route: record.route,
      // A person need not know that an order waits for its turn.
      state: record.state === 'new' ? 'sending' : record.state,
      created_at: Math.floor(record.createdAt / 1000),
      answer: record.answer === null ? null : (JSON.parse(record.answer) as unknown),
      error: record.error && { ...record.error, retry_after: waitLeft(record.error, record) },
      next_check_in: nextCheckIn === null ? null : Math.ceil(nextCheckIn / 1000),
    }
    return json(JSON.stringify({ data }))
  }

  const stop = launched(async ({ request, target }) => {
    await readJsonBody(request, z.strictObject({}))
    return toldOnce(await upstream.write({ method: 'POST', target, body: '{}' }, { brief: true }))
  })

  const remove = launched(async ({ target }) =>
    toldOnce(await upstream.write({ method: 'DELETE', target }, { brief: true })),
  )

  return [
    ...orders.map(({ template, kind }): OwnRoute => ({ method: 'POST', template, answer: place(kind) })),
    { method: 'POST', template: '/v3/video-agents/:id/stop', answer: stop },
    ...(config.allowDelete
      ? [{ method: 'DELETE', template: '/v3/videos/:id', answer: remove } satisfies OwnRoute]
      : []),
    { method: 'GET', template: '/intents/:id', pattern: keyPattern, answer: find },
  ]
}
