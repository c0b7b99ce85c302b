import { HeygenHttpError } from '#heygen/errors.ts'
import type { BatchOrder, Order, OrderFacts, Outcome } from '#queries/orders.ts'
import { heygenVideos } from '#queries/videos.ts'
import { answeredId } from './answered-id.ts'
import { askLedger } from './ask-ledger.ts'
import type { IntentHandle } from './intent.ts'
import { isDefinite } from './is-definite.ts'
import { accepted, intentOf, isOpen, isTaken, newRenders, type Render } from './render.ts'
import { rendersStore } from './store.ts'

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
  const before = recordsOf(key)
  // What HeyGen has already taken is answered again by the server, and followed already.
  if (!before.some(isTaken)) rendersStore.put(...fresh)
  const { outcome, final } = await send(key, order, before.some(isOpen) || before.some(isTaken))
  const records = recordsOf(key)
  const taken = records.some(isTaken)
  if (outcome.state === 'accepted') {
    if (!taken) rendersStore.put(...takenBy(outcome.id, fresh, records))
  } else if (!final) keep(records)
  else if (!taken) rendersStore.remove(...records.map((record) => record.key))
  if (final && outcome.state !== 'unsent') intent.settle()
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

interface Sent {
  outcome: Outcome
  /** Nothing is left to be found out. */
  final: boolean
}

/** `sentBefore`: an earlier try of the same order may have been taken, so that only the ledger can say that it was not. */
async function send(key: string, order: Order | BatchOrder, sentBefore: boolean): Promise<Sent> {
  try {
    return { outcome: { state: 'accepted', id: await make(key, order) }, final: true }
  } catch (error) {
    const refused = error instanceof HeygenHttpError && isDefinite(error) ? error : null
    if (refused && !sentBefore) return { outcome: { state: 'refused', error: refused }, final: true }
    // 202: the server has the order, and no answer from HeyGen yet.
    if (error instanceof HeygenHttpError && error.status === 202) return notKnown
    const word = await askLedger(key, order.route)
    const id = word.state === 'done' ? answeredId(order.route, word.answer) : null
    if (id !== null) return { outcome: { state: 'accepted', id }, final: true }
    if (word.state === 'refused') return { outcome: word, final: true }
    if (refused && word.state !== 'open')
      return { outcome: { state: 'refused', error: refused }, final: false }
    if (word.state !== 'unseen') return notKnown
    const lost = error instanceof Error ? error : new Error(String(error))
    // The earlier try may be on its way still.
    return { outcome: { state: 'unsent', error: lost }, final: !sentBefore }
  }
}

const notKnown: Sent = { outcome: { state: 'unknown' }, final: false }
