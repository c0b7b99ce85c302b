import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { beforeEach, expect, test, vi } from 'vitest'
import { HeygenHttpError } from '#heygen/errors.ts'
import type { Order, OrderFacts, Outcome } from '#queries/orders.ts'
import { openIntent, type IntentHandle } from '#renders/intent.ts'
import { placeOrder } from '#renders/place-order.ts'
import { rendersStore } from '#renders/store.ts'
import { server } from '../sandbox-server.ts'

const order: Extract<Order, { route: '/v3/videos' }> = {
  route: '/v3/videos',
  body: { type: 'avatar', avatar_id: 'a', script: 'Hello' },
}
const prompt: Order = { route: '/v3/video-agents', body: { prompt: 'A greeting', avatar_id: 'a' } }
const facts: OrderFacts = {
  lookId: 'a',
  lookName: 'Marcus',
  title: 'Take 1',
  engine: null,
  resolution: '1080p',
  draft: { script: 'Hello' },
}

beforeEach(() => {
  for (const { key } of rendersStore.read()) rendersStore.remove(key)
})

const states = () => rendersStore.read().map(({ state, id }) => [state, id])

/** HeyGen takes orders; gives the keys they came with. */
function takeOrders(answer: () => Response | Promise<Response>) {
  const keys: (string | null)[] = []
  server.use(
    http.post('*/api/v3/*', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      return answer()
    }),
  )
  return keys
}

const took = () => HttpResponse.json({ data: { video_id: 'v1', status: 'waiting' } })

const refuse = (status: number, code: string) => () =>
  HttpResponse.json({ error: { code, message: 'Because' } }, { status })

/** The ledger's answer; a number is a status without one. */
const ledgerSays = (...answers: (object | number)[]) =>
  server.use(
    http.get('*/api/intents/*', () => {
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer === 0) return HttpResponse.error()
      return typeof answer === 'number'
        ? HttpResponse.json({ error: { code: 'intent_not_found', message: '' } }, { status: answer })
        : HttpResponse.json({ data: answer })
    }),
  )

/** Places it, and passes over the waits between looks into the ledger. */
function placed(intent: IntentHandle, what: Order = order): Promise<Outcome> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }).setTimerTickMode('nextTimerAsync')
  return placeOrder(what, facts, intent)
}

/** Whether the next click with the same body is the same intent. */
async function isKept(intent: IntentHandle, key: string | null | undefined) {
  return (await intent.keyFor(order.body)) === key
}

test('an order is written down before it is sent, then followed by its id', async () => {
  const intent = openIntent('a')
  let before: unknown
  const keys = takeOrders(() => {
    before = states()
    return took()
  })
  expect(await placed(intent)).toEqual({ state: 'accepted', id: 'v1' })
  expect(before).toEqual([['sending', null]])
  expect(rendersStore.read()).toMatchObject([
    { key: keys[0], state: 'waiting', id: 'v1', videoId: 'v1', title: 'Take 1', draft: { script: 'Hello' } },
  ])
  expect(await isKept(intent, keys[0])).toBe(false)
})

test('a session is followed by its own id, without a video yet', async () => {
  takeOrders(() => HttpResponse.json({ data: { session_id: 's1', status: 'thinking' } }))
  expect(await placed(openIntent('a'), prompt)).toEqual({ state: 'accepted', id: 's1' })
  expect(rendersStore.read()).toMatchObject([{ state: 'waiting', id: 's1', videoId: null }])
})

test('a double click is one order', async () => {
  const keys = takeOrders(took)
  const intent = openIntent('a')
  const outcomes = await Promise.all([placeOrder(order, facts, intent), placeOrder(order, facts, intent)])
  expect(outcomes).toEqual([
    { state: 'accepted', id: 'v1' },
    { state: 'accepted', id: 'v1' },
  ])
  expect(keys).toHaveLength(1)
  expect(states()).toEqual([['waiting', 'v1']])
})

test('two dialogs with the same draft send one key, and it is one render', async () => {
  const keys = takeOrders(took)
  const [one, two] = [openIntent('a'), openIntent('a')]
  await placed(one)
  await placed(two)
  expect(keys[1]).toBe(keys[0])
  expect(states()).toEqual([['waiting', 'v1']])
})

test.each([
  [400, 'invalid_parameter'],
  [401, 'access_token_required'],
  [402, 'insufficient_credit'],
  [403, 'spending_off'],
  [403, 'launch_token_required'],
  [409, 'intent_absent'],
  [422, 'intent_body_differs'],
  [429, 'rate_limit_exceeded'],
  [503, 'ledger_unavailable'],
])(
  'a refusal with %s %s is final: nothing is left, and the next click is a new intent',
  async (status, code) => {
    const intent = openIntent('a')
    const keys = takeOrders(refuse(status, code))
    const outcome = await placed(intent)
    expect(outcome).toMatchObject({ state: 'refused', error: { status, code } })
    expect(states()).toEqual([])
    expect(await isKept(intent, keys[0])).toBe(false)
  },
)

test.each(['intent_sending', 'intent_unknown'])(
  'a 202 with %s is not known yet, and is followed',
  async (code) => {
    const intent = openIntent('a')
    const keys = takeOrders(refuse(202, code))
    expect(await placed(intent)).toEqual({ state: 'unknown' })
    expect(states()).toEqual([['unknown', null]])
    expect(await isKept(intent, keys[0])).toBe(true)
  },
)

test.each([
  ['a lost connection', () => HttpResponse.error()],
  ['a 504', refuse(504, 'upstream_timeout')],
  ['a 502 page', () => new HttpResponse('<html>', { status: 502 })],
  ['an answer of another shape', () => HttpResponse.json({ data: {} })],
  ['a 408', refuse(408, 'slow')],
])('after %s the ledger tells what became of it', async (_, answer) => {
  takeOrders(answer)
  ledgerSays({ state: 'sending' }, { state: 'done', answer: { data: { video_id: 'v2' } } })
  expect(await placed(openIntent('a'))).toEqual({ state: 'accepted', id: 'v2' })
  expect(states()).toEqual([['waiting', 'v2']])
})

test('the ledger may say that it was refused, or never taken', async () => {
  takeOrders(() => HttpResponse.error())
  ledgerSays({
    state: 'refused',
    error: { status: 402, code: 'insufficient_credit', message: 'x', param: 'voice_id' },
  })
  const refused = await placed(openIntent('a'))
  expect(refused).toMatchObject({ state: 'refused', error: { status: 402, param: 'voice_id' } })
  expect(refused.state === 'refused' && refused.error).toBeInstanceOf(HeygenHttpError)
  ledgerSays({ state: 'absent' })
  expect(await placed(openIntent('a'))).toMatchObject({ state: 'refused', error: { code: 'intent_absent' } })
  expect(states()).toEqual([])
})

test('an order that never reached the server is unsent, and the next click is the same intent', async () => {
  const intent = openIntent('a')
  const keys = takeOrders(() => HttpResponse.error())
  ledgerSays(404)
  expect(await placed(intent)).toMatchObject({ state: 'unsent', error: { name: 'HeygenNetworkError' } })
  expect(states()).toEqual([])
  expect(await isKept(intent, keys[0])).toBe(true)
})

test('where nobody can be reached it is not known, and is followed', async () => {
  const intent = openIntent('a')
  const keys = takeOrders(() => HttpResponse.error())
  ledgerSays(0)
  expect(await placed(intent)).toEqual({ state: 'unknown' })
  expect(states()).toEqual([['unknown', null]])
  expect(await isKept(intent, keys[0])).toBe(true)
})

test('the same draft is the same order while it is open, whatever else was made meanwhile', async () => {
  const intent = openIntent('a')
  const keys = takeOrders(() => (keys.length === 2 ? took() : refuse(202, 'intent_unknown')()))
  await placed(intent)
  await placed(intent, { route: '/v3/videos', body: { ...order.body, script: 'Another' } })
  expect(await isKept(intent, keys[0])).toBe(false)
  expect(await placed(intent)).toEqual({ state: 'unknown' })
  expect(keys[2]).toBe(keys[0])
  expect(states()).toHaveLength(2)
})

/** An order in doubt, then what each further click is answered with; gives its intent and the keys. */
async function doubted(...answers: (() => Response)[]) {
  const intent = openIntent('a')
  const keys = takeOrders(() => (keys.length > 1 && answers.shift()?.()) || refuse(202, 'intent_unknown')())
  expect(await placed(intent)).toEqual({ state: 'unknown' })
  return { intent, keys }
}

test.each([
  [401, 'access_token_required'],
  [403, 'spending_off'],
  [403, 'launch_token_required'],
  [403, 'unknown'],
  [422, 'intent_mismatch'],
  [429, 'budget_exceeded'],
  [503, 'ledger_unavailable'],
])(
  'a refusal with %s %s leaves an order in doubt as it is, where nobody knows better',
  async (status, code) => {
    const { intent, keys } = await doubted(refuse(status, code))
    ledgerSays(status === 503 ? 0 : 403)
    expect(await placed(intent)).toMatchObject({ state: 'refused', error: { status, code } })
    expect(states()).toEqual([['unknown', null]])
    await placed(intent)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  },
)

test('refused now, an order in doubt is what the ledger says of it', async () => {
  const { intent, keys } = await doubted(
    refuse(403, 'launch_token_required'),
    refuse(403, 'launch_token_required'),
  )
  ledgerSays({ state: 'unknown' })
  expect(await placed(intent)).toEqual({ state: 'unknown' })
  expect(states()).toEqual([['unknown', null]])
  ledgerSays({ state: 'done', answer: { data: { video_id: 'v1' } } })
  expect(await placed(intent)).toEqual({ state: 'accepted', id: 'v1' })
  expect(states()).toEqual([['waiting', 'v1']])
  expect(await isKept(intent, keys[0])).toBe(false)
})

test.each([
  ['refused', { state: 'refused', error: { status: 402, code: 'insufficient_credit', message: 'x' } }],
  ['absent', { state: 'absent' }],
])('one in doubt that the ledger calls %s is over, and the next click is a new intent', async (_, said) => {
  const { intent, keys } = await doubted(refuse(403, 'spending_off'))
  ledgerSays(said)
  const outcome = await placed(intent)
  expect(outcome.state === 'refused' && outcome.error.code).toMatch(/insufficient_credit|intent_absent/)
  expect(states()).toEqual([])
  expect(await isKept(intent, keys[0])).toBe(false)
})

test('one in doubt that the ledger never saw may be on its way: it stays, and is the same intent', async () => {
  const { intent, keys } = await doubted(refuse(403, 'spending_off'), () => HttpResponse.error())
  ledgerSays(404)
  expect(await placed(intent)).toMatchObject({ state: 'refused', error: { code: 'spending_off' } })
  expect(await placed(intent)).toMatchObject({ state: 'unsent' })
  expect(states()).toEqual([['unknown', null]])
  expect(await isKept(intent, keys[0])).toBe(true)
})

test('a refusal in one tab does not undo what another was given for the same intent', async () => {
  const [one, two] = [openIntent('a'), openIntent('a')]
  const keys = takeOrders(() => (keys.length === 1 ? took() : refuse(403, 'spending_off')()))
  await placed(one)
  ledgerSays(0)
  expect(await placed(two)).toMatchObject({ state: 'refused' })
  expect(await placed(two)).toMatchObject({ state: 'refused' })
  expect(new Set(keys).size).toBe(1)
  expect(states()).toEqual([['waiting', 'v1']])
})
