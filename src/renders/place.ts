import { HeygenHttpError } from '#heygen/errors.ts'
import { readIntent } from '#queries/intents.ts'
import type { Order, OrderFacts, Outcome } from '#queries/orders.ts'
import { heygenVideos } from '#queries/videos.ts'
import type { IntentHandle } from './intent.ts'
import { isDefinite } from './is-definite.ts'
import { accepted, isOpen, newRender, type Render } from './render.ts'
import { rendersStore } from './store.ts'

/** Waits before each look into the server's ledger, in ms, where the answer itself was lost. */
const waits = [1000, 2000, 4000]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const placing = new Map<string, Promise<Outcome>>()

/**
 * Buys a video once. Its record is written before it is sent, so that whatever happens to the page, the next one
 * finds it. Calls for one intent share one answer. Never throws.
 */
export async function placeOrder(order: Order, facts: OrderFacts, intent: IntentHandle): Promise<Outcome> {
  const key = openKey(facts.lookId, await intent.keyFor(order.body))
  const running = placing.get(key)
  if (running) return running
  const placed = place(key, order, facts, intent).finally(() => placing.delete(key))
  placing.set(key, placed)
  return placed
}

/** The same order that has no answer yet is meant, even where another one for the look has been answered since. */
function openKey(lookId: string, key: string): string {
  const hash = key.slice(key.lastIndexOf(':'))
  const same = (render: Render) => isOpen(render) && render.lookId === lookId && render.key.endsWith(hash)
  return rendersStore.read().find(same)?.key ?? key
}

const recordOf = (key: string) => rendersStore.read().find((render) => render.key === key)

async function place(key: string, order: Order, facts: OrderFacts, intent: IntentHandle): Promise<Outcome> {
  const fresh = newRender(key, order, facts, Date.now())
  // One that HeyGen has already taken is answered again by the server, and followed already.
  if (!recordOf(key)?.id) rendersStore.put(fresh)
  const outcome = await send(key, order)
  const record = recordOf(key)
  if (outcome.state === 'accepted') {
    if (!record?.id) rendersStore.put({ ...(record ?? fresh), ...accepted(order.route, outcome.id) })
  } else if (outcome.state === 'unknown') keep(key, record)
  else if (!record?.id) rendersStore.remove(key)
  if (outcome.state === 'accepted' || outcome.state === 'refused') intent.settle()
  return outcome
}

function keep(key: string, record: Render | undefined) {
  if (record?.state === 'sending') rendersStore.update(new Map([[key, { state: 'unknown' }]]))
}

async function send(key: string, order: Order): Promise<Outcome> {
  try {
    if (order.route === '/v3/videos')
      return { state: 'accepted', id: (await heygenVideos.createVideo(order.body, key)).video_id }
    return { state: 'accepted', id: (await heygenVideos.createSession(order.body, key)).session_id }
  } catch (error) {
    if (error instanceof HeygenHttpError && isDefinite(error)) return { state: 'refused', error }
    // 202: the server has the order, and no answer from HeyGen yet.
    if (error instanceof HeygenHttpError && error.status === 202) return { state: 'unknown' }
    return askLedger(key, order, error)
  }
}

/** The answer was lost on its way: the server's ledger knows more. */
async function askLedger(key: string, { route }: Order, lost: unknown): Promise<Outcome> {
  for (const wait of waits) {
    await pause(wait)
    try {
      const { state, answer, error } = await readIntent(key)
      const id = route === '/v3/videos' ? answer?.video_id : answer?.session_id
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
  route: Order['route'],
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
