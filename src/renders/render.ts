import * as z from 'zod/mini'
import type { Order, OrderFacts } from '#queries/orders.ts'

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
  /** The key of its intent: its identity from before it was sent. */
  key: z.string().check(z.minLength(1)),
  route: z.enum(['/v3/videos', '/v3/video-agents']),
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

export function newRender(key: string, { route }: Order, facts: OrderFacts, now: number): Render {
  return {
    key,
    route,
    ...facts,
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
  }
}

/** HeyGen took it: what is followed from now on. */
export const accepted = (route: Render['route'], id: string): Partial<Render> => ({
  state: 'waiting',
  id,
  videoId: route === '/v3/videos' ? id : null,
  notBefore: null,
})

export const isSettled = ({ state }: Render) =>
  state === 'done' || state === 'failed' || state === 'refused' || state === 'absent'

/** Its order has no definite answer yet. */
export const isOpen = ({ state }: Render) => state === 'sending' || state === 'unknown'

/** It has ended, and nobody has looked. */
export const isNews = (render: Render) => isSettled(render) && !render.seen
