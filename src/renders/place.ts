import { HeygenHttpError } from '#heygen/errors.ts'
import { readIntent } from '#queries/intents.ts'
import type { BatchOrder, Order, OrderFacts, Outcome } from '#queries/orders.ts'
import { heygenVideos } from '#queries/videos.ts'
import { answeredId } from './answered-id.ts'
import type { IntentHandle } from './intent.ts'
import { isDefinite } from './is-definite.ts'
import { accepted, intentOf, isOpen, isTaken, newRenders, type Render } from './render.ts'
import { rendersStore } from './store.ts'

/** Waits before each look into the server's ledger, in ms, where the answer itself was lost. */
const waits = [1000, 2000, 4000]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const placing = new Map<string, Promise<Outcome>>()

/**
 * Buys once what an order asks for. Its records, one a video, are written before it is sent, so that whatever happens
 * to the page, the next one finds them. Calls for one intent share one answer. Never throws.
 */
export async function place(
  order: Order | BatchOrder,
  facts: readonly OrderFacts[],
  intent: IntentHandle,
): Promise<Outcome> {
  const key = openKey(facts[0]?.lookId, await intent.keyFor(order.body))
  const running = placing.get(key)
  if (running) return running
  const placed = buy(key, order, facts, intent).finally(() => placing.delete(key))
  placing.set(key, placed)
  return placed
}

/** The same order that has no answer yet is meant, even where another one for the look has been answered since. */
function openKey(lookId: string | undefined, key: string): string {
  const hash = key.slice(key.lastIndexOf(':'))
  const same = (render: Render) =>
    isOpen(render) && render.lookId === lookId && intentOf(render).endsWith(hash)
  const open = rendersStore.read().find(same)
  return open ? intentOf(open) : key
}

const recordsOf = (key: string) => rendersStore.read().filter((render) => intentOf(render) === key)

async function buy(
  key: string,
  order: Order | BatchOrder,
  facts: readonly OrderFacts[],
  intent: IntentHandle,
): Promise<Outcome> {
  const fresh = newRenders(key, order, facts, Date.now())
  // What HeyGen has already taken is answered again by the server, and followed already.
  if (!recordsOf(key).some(isTaken)) rendersStore.put(...fresh)
  const outcome = await send(key, order)
  const records = recordsOf(key)
  const taken = records.some(isTaken)
  if (outcome.state === 'accepted') {
    if (!taken) rendersStore.put(...takenBy(outcome.id, fresh, records))
  } else if (outcome.state === 'unknown') keep(records)
  else if (!taken) rendersStore.remove(...records.map((record) => record.key))
  if (outcome.state === 'accepted' || outcome.state === 'refused') intent.settle()
  return outcome
}

function takenBy(id: string, fresh: readonly Render[], records: readonly Render[]): Render[] {
  const known = new Map(records.map((record) => [record.key, record]))
  return fresh.map((render) => ({ ...(known.get(render.key) ?? render), ...accepted(render, id) }))
}

function keep(records: readonly Render[]) {
  const sending = records.filter(({ state }) => state === 'sending')
  rendersStore.update(new Map(sending.map(({ key }) => [key, { state: 'unknown' }])))
}

/** HeyGen's id for what it makes. */
async function make(key: string, { route, body }: Order | BatchOrder): Promise<string> {
  if (route === '/v3/videos') return (await heygenVideos.createVideo(body, key)).video_id
  if (route === '/v3/video-agents') return (await heygenVideos.createSession(body, key)).session_id
  return (await heygenVideos.createBatch(body, key)).batch_id
}

async function send(key: string, order: Order | BatchOrder): Promise<Outcome> {
  try {
    return { state: 'accepted', id: await make(key, order) }
  } catch (error) {
    if (error instanceof HeygenHttpError && isDefinite(error)) return { state: 'refused', error }
    // 202: the server has the order, and no answer from HeyGen yet.
    if (error instanceof HeygenHttpError && error.status === 202) return { state: 'unknown' }
    return askLedger(key, order.route, error)
  }
}

/** The answer was lost on its way: the server's ledger knows more. */
async function askLedger(key: string, route: (Order | BatchOrder)['route'], lost: unknown): Promise<Outcome> {
  for (const wait of waits) {
    await pause(wait)
    try {
      const { state, answer, error } = await readIntent(key)
      const id = answeredId(route, answer)
      if (state === 'done' && id) return { state: 'accepted', id }
      if (state === 'refused' || state === 'absent')
        return { state: 'refused', error: refusal(route, state, error) }
    } catch (error) {
      if (error instanceof HeygenHttpError && error.status === 404)
        return { state: 'unsent', error: lost instanceof Error ? lost : error }
    }
  }
  return { state: 'unknown' }
}

function refusal(
  route: (Order | BatchOrder)['route'],
  state: 'refused' | 'absent',
  error: Awaited<ReturnType<typeof readIntent>>['error'],
): HeygenHttpError {
  const fault = { code: error?.code || `intent_${state}`, message: error?.message ?? '' }
  return new HeygenHttpError(
    `POST ${route}`,
    error?.status ?? 409,
    error?.param ? { ...fault, param: error.param } : fault,
    { retryAfter: error?.retry_after ?? undefined },
  )
}
