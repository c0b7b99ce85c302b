import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { beforeEach, expect, test, vi } from 'vitest'
import { batchRequestSchema } from '#heygen/schemas/video-request.ts'
import type { BatchOrder, OrderFacts, Outcome } from '#queries/orders.ts'
import { openIntent, type IntentHandle } from '#renders/intent.ts'
import { placeBatch } from '#renders/place-batch.ts'
import { readRenders } from '#renders/render.ts'
import { rendersStore } from '#renders/store.ts'
import { server } from '../sandbox-server.ts'
import { aRender } from './fixtures.ts'
import { keepRenders } from './show.tsx'

const lookIds = ['a', 'b', 'c']
const orderOf = (script: string, ids = lookIds): BatchOrder => ({
  route: '/v3/videos/batches',
  body: { videos: ids.map((avatar_id) => ({ type: 'avatar', avatar_id, script })) },
})
const factsOf = (ids = lookIds): OrderFacts[] =>
  ids.map((lookId) => ({
    lookId,
    lookName: `Look ${lookId}`,
    title: 'Spring',
    engine: null,
    resolution: '1080p',
    draft: { script: 'Hello' },
  }))

beforeEach(() => keepRenders())

/** Lookbook's server takes orders; gives the key and the size of each. */
function takeBatches(answer: () => Response | Promise<Response>) {
  const asked: { key: string | null; videos: number }[] = []
  server.use(
    http.post('*/api/v3/videos/batches', async ({ request }) => {
      const { videos } = batchRequestSchema.parse(await request.json())
      asked.push({ key: request.headers.get('idempotency-key'), videos: videos.length })
      return answer()
    }),
  )
  return asked
}

const took = () => HttpResponse.json({ data: { batch_id: 'b1' } })

const refuse = (status: number, code: string) => () =>
  HttpResponse.json({ error: { code, message: 'Because' } }, { status })

const ledgerSays = (data: object | null) =>
  server.use(
    http.get('*/api/intents/*', ({ request }) =>
      data === null || /%23|#/.test(request.url)
        ? HttpResponse.json({ error: { code: 'intent_not_found', message: '' } }, { status: 404 })
        : HttpResponse.json({ data }),
    ),
  )

/** Places it, and passes over the waits between looks into the ledger. */
function placed(intent: IntentHandle, order = orderOf('Hello')): Promise<Outcome> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }).setTimerTickMode('nextTimerAsync')
  return placeBatch(order, factsOf(), intent)
}

const rows = () =>
  rendersStore.read().map(({ lookId, state, id, batch }) => [lookId, state, id, batch?.id, batch?.index])

const waiting = [
  ['a', 'waiting', null, 'b1', 0],
  ['b', 'waiting', null, 'b1', 1],
  ['c', 'waiting', null, 'b1', 2],
]

test('a batch is one order, and a render for each of its videos, written before it is sent', async () => {
  const intent = openIntent('batch')
  let before: unknown
  const asked = takeBatches(() => {
    before = rows()
    return took()
  })
  expect(await placed(intent)).toEqual({ state: 'accepted', id: 'b1' })
  expect(asked).toMatchObject([{ videos: 3 }])
  expect(before).toEqual([
    ['a', 'sending', null, null, 0],
    ['b', 'sending', null, null, 1],
    ['c', 'sending', null, null, 2],
  ])
  expect(rows()).toEqual(waiting)
  expect(rendersStore.read().map(({ key, route }) => [key, route])).toEqual(
    [0, 1, 2].map((index) => [`${asked[0]?.key}#${index}`, '/v3/videos']),
  )
  expect(await intent.keyFor(orderOf('Hello').body)).not.toBe(asked[0]?.key)
})

test('two clicks are one order with one answer', async () => {
  const asked = takeBatches(took)
  const intent = openIntent('batch')
  const click = () => placeBatch(orderOf('Hello'), factsOf(), intent)
  expect(await Promise.all([click(), click()])).toEqual([
    { state: 'accepted', id: 'b1' },
    { state: 'accepted', id: 'b1' },
  ])
  expect(asked).toHaveLength(1)
  expect(rows()).toEqual(waiting)
})

test('another tab’s click, answered again, leaves what is known of the videos', async () => {
  const asked = takeBatches(took)
  const [one, two] = [openIntent('batch'), openIntent('batch')]
  await placed(one)
  rendersStore.update(new Map([[`${asked[0]?.key}#0`, { id: 'v1', videoId: 'v1', state: 'rendering' }]]))
  expect(await placed(two)).toEqual({ state: 'accepted', id: 'b1' })
  expect(asked[1]?.key).toBe(asked[0]?.key)
  expect(rows()).toEqual([['a', 'rendering', 'v1', 'b1', 0], ...waiting.slice(1)])
})

test('a refusal leaves nothing, and the next click is a new intent', async () => {
  const intent = openIntent('batch')
  const asked = takeBatches(refuse(402, 'insufficient_credit'))
  expect(await placed(intent)).toMatchObject({ state: 'refused', error: { code: 'insufficient_credit' } })
  expect(rows()).toEqual([])
  expect(await intent.keyFor(orderOf('Hello').body)).not.toBe(asked[0]?.key)
})

test('one that never reached the server leaves nothing, and the next click is the same intent', async () => {
  const intent = openIntent('batch')
  const asked = takeBatches(() => HttpResponse.error())
  ledgerSays(null)
  expect(await placed(intent)).toMatchObject({ state: 'unsent' })
  expect(rows()).toEqual([])
  expect(await intent.keyFor(orderOf('Hello').body)).toBe(asked[0]?.key)
})

test('after a lost answer the ledger tells the batch', async () => {
  takeBatches(refuse(504, 'upstream_timeout'))
  ledgerSays({ state: 'done', answer: { data: { batch_id: 'b1' } } })
  expect(await placed(openIntent('batch'))).toEqual({ state: 'accepted', id: 'b1' })
  expect(rows()).toEqual(waiting)
})

test('one that nobody knows of stays, and is the same order when it is placed again', async () => {
  const intent = openIntent('batch')
  const asked = takeBatches(() => (asked.length < 2 ? refuse(202, 'intent_unknown')() : took()))
  expect(await placed(intent)).toEqual({ state: 'unknown' })
  expect(rows()).toEqual([
    ['a', 'unknown', null, null, 0],
    ['b', 'unknown', null, null, 1],
    ['c', 'unknown', null, null, 2],
  ])
  expect(await placed(intent, orderOf('Another'))).toEqual({ state: 'accepted', id: 'b1' })
  expect(await placed(intent)).toEqual({ state: 'accepted', id: 'b1' })
  expect(asked[2]?.key).toBe(asked[0]?.key)
  expect(rows()).toEqual([...waiting, ...waiting])
})

test('of 200 a batch of 100 takes the place of the oldest that have ended', async () => {
  keepRenders(
    aRender('running', { placedAt: 0 }),
    ...Array.from({ length: 199 }, (_, at) => aRender(`old-${at}`, { placedAt: at + 1, state: 'done' })),
  )
  takeBatches(took)
  const ids = Array.from({ length: 100 }, (_, at) => `look-${at}`)
  await placeBatch(orderOf('Hello', ids), factsOf(ids), openIntent('batch'))
  const renders = rendersStore.read()
  expect(renders).toHaveLength(200)
  expect(renders.slice(0, 100).map(({ lookId }) => lookId)).toEqual(ids)
  expect(renders[100]?.key).toBe('old-198')
  expect(renders.at(-2)?.key).toBe('old-100')
  expect(renders.at(-1)?.key).toBe('running')
})

test('renders that an older Lookbook wrote are of no batch, and an odd batch costs no more than itself', () => {
  const { batch: _, ...old } = aRender('old')
  const stored = [
    old,
    { ...aRender('odd'), batch: { id: 7 } },
    aRender('new', { batch: { id: 'b1', index: 4 } }),
  ]
  expect(readRenders(JSON.stringify(stored)).map(({ key, batch }) => [key, batch])).toEqual([
    ['old', null],
    ['odd', null],
    ['new', { id: 'b1', index: 4 }],
  ])
})
