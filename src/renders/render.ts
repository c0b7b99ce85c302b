import * as z from 'zod/mini'
import type { BatchOrder, Order, OrderFacts } from '#queries/orders.ts'

const states = [
  /** On its way to HeyGen; the answer is still to come. */
  'sending',
  /** The answer was lost; the server is finding out. */
  'unknown',
  /** HeyGen never took it. */
  'absent',
  'refused',
  'waiting',
  'rendering',
  'needs-input',
  'done',
  'failed',
] as const

const text = z.catch(z.string(), '')
const textOrNull = z.catch(z.nullable(z.string()), null)
const numberOrNull = z.catch(z.nullable(z.number()), null)

/** Times are milliseconds of the epoch. */
const renderSchema = z.object({
  /** Its identity from before it was sent: the key of its intent, with `#` and the index for one of a batch. */
  key: z.string().check(z.minLength(1)),
  route: z.enum(['/v3/videos', '/v3/video-agents']),
  /** Where it is one of several that were ordered at once: the batch's id, null until HeyGen took it, and its place. */
  batch: z.catch(z.nullable(z.object({ id: textOrNull, index: z.number() })), null),
  /** The video's id, or the agent session's; null until HeyGen took the order. */
  id: textOrNull,
  videoId: textOrNull,
  lookId: text,
  lookName: text,
  title: text,
  engine: textOrNull,
  resolution: textOrNull,
  /** The form's own state; null once it is done. */
  draft: z.unknown(),
  placedAt: z.number(),
  state: z.enum(states),
  /** 0 to 100, as the agent says. */
  progress: numberOrNull,
  doneAt: numberOrNull,
  /** Seconds. */
  duration: numberOrNull,
  /** There is a file of captions. */
  captions: z.catch(z.boolean(), false),
  failure: z.catch(z.nullable(z.object({ code: text, message: text })), null),
  /** The person has looked at how it ended. */
  seen: z.catch(z.boolean(), false),
  /** Where the schedule of its checks begins: when it was placed, or resumed. */
  followedFrom: z.number(),
  checkedAt: numberOrNull,
  /** No check before: HeyGen or our server asked to wait. */
  notBefore: numberOrNull,
})

/** One order and what became of it, as this browser keeps it. No signed links. */
export type Render = z.infer<typeof renderSchema>

/** What storage holds; records that cannot be read are left out. */
export function readRenders(stored: string | null): Render[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(stored ?? '[]')
  } catch {
    return []
  }
  const renders = new Map<string, Render>()
  for (const entry of Array.isArray(parsed) ? parsed : []) {
    const { data } = renderSchema.safeParse(entry)
    if (data) renders.set(data.key, data)
  }
  return [...renders.values()]
}

/** The records of an order, one a video; `facts` in the order of the videos. */
export function newRenders(
  intent: string,
  { route }: Order | BatchOrder,
  facts: readonly OrderFacts[],
  now: number,
): Render[] {
  const isBatch = route === '/v3/videos/batches'
  return facts.map((fact, index) => ({
    key: isBatch ? `${intent}#${index}` : intent,
    route: isBatch ? '/v3/videos' : route,
    batch: isBatch ? { id: null, index } : null,
    ...fact,
    id: null,
    videoId: null,
    placedAt: now,
    state: 'sending',
    progress: null,
    doneAt: null,
    duration: null,
    captions: false,
    failure: null,
    seen: false,
    followedFrom: now,
    checkedAt: null,
    notBefore: null,
  }))
}

/** The key of the intent it was ordered under, which the videos of a batch share. */
export const intentOf = ({ key }: Render) => key.replace(/#\d+$/, '')

/** The call it was ordered by. */
export const orderedBy = ({ route, batch }: Render): (Order | BatchOrder)['route'] =>
  batch ? '/v3/videos/batches' : route

/** HeyGen took it: what is followed from now on. A video of a batch gets its own id later. */
export const accepted = ({ route, batch }: Render, id: string): Partial<Render> => ({
  state: 'waiting',
  notBefore: null,
  ...(batch ? { batch: { ...batch, id } } : { id, videoId: route === '/v3/videos' ? id : null }),
})

/** HeyGen took its order. */
export const isTaken = ({ id, batch }: Render) => id !== null || (batch?.id ?? null) !== null

export const isSettled = ({ state }: Render) =>
  state === 'done' || state === 'failed' || state === 'refused' || state === 'absent'

/** Its order has no definite answer yet. */
export const isOpen = ({ state }: Pick<Render, 'state'>) => state === 'sending' || state === 'unknown'

/** A state that only an order has which HeyGen did not take. */
export const isOfOrder = ({ state }: Partial<Render>) =>
  state !== undefined && (isOpen({ state }) || state === 'absent' || state === 'refused')

/** It has ended, and nobody has looked. */
export const isNews = (render: Render) => isSettled(render) && !render.seen
