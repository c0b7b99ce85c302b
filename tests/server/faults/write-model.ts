import * as fc from 'fast-check'
import { canary } from '../fixtures.ts'

/** What HeyGen does with one POST; whether it carries it out is drawn beside it. */
const deeds = [
  'good',
  'reset',
  'cut',
  'html',
  'down',
  'gateway',
  'redirect',
  'idless',
  'busy',
  'limited',
  'credit',
  'key',
  'body',
] as const
export type DeedName = (typeof deeds)[number]

export interface Drawn {
  deed: DeedName
  taken: boolean
}

/** After a refusal HeyGen has not done it, and after an answer it has. */
export const isTaken = ({ deed, taken }: Drawn) =>
  deed === 'good' || (taken && !['limited', 'credit', 'key', 'body'].includes(deed))

type Kind = 'video' | 'untitled' | 'session' | 'message'

interface Intent {
  kind: Kind
  /** One for each POST; HeyGen is well when they are used up. */
  does: Drawn[]
}

export interface Step {
  /** `rest`: later is how long; `end`: the server ends and another starts. */
  does: 'click' | 'click thrice' | 'click and end' | 'ask' | 'end' | 'rest'
  intent: number
  /** Milliseconds. */
  later: number
  /** What HeyGen's listings do meanwhile. */
  lists: 'well' | 'down'
}

export interface Sequence {
  intents: Intent[]
  steps: Step[]
  /** Milliseconds until HeyGen lists what it took. */
  lag: number
}

const drawn = fc.record({ deed: fc.constantFrom(...deeds), taken: fc.boolean() })
const intent: fc.Arbitrary<Intent> = fc.record({
  kind: fc.constantFrom<Kind>('video', 'video', 'untitled', 'session', 'session', 'message'),
  does: fc.array(drawn, { maxLength: 6 }),
})
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom<Step['does']>(
    'click',
    'click',
    'click',
    'click thrice',
    'click and end',
    'ask',
    'end',
    'rest',
  ),
  intent: fc.nat({ max: 2 }),
  later: fc.constantFrom(0, 1000, 31_000, 11 * 60_000),
  lists: fc.constantFrom('well', 'well', 'down'),
})
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  intents: fc.array(intent, { minLength: 1, maxLength: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  lag: fc.constantFrom(0, 0, 10_000, 29_000),
})

/** Where an intent is sent, and what; its name is in every body, and in the title where there is one. */
export function callOf({ kind }: Intent, name: string): { path: string; body: string } {
  if (kind === 'session') return { path: '/v3/video-agents', body: JSON.stringify({ prompt: name }) }
  if (kind === 'message')
    return { path: `/v3/video-agents/in-${name}`, body: JSON.stringify({ message: name }) }
  const body = { type: 'avatar', avatar_id: 'a', script: name, ...(kind === 'video' ? { title: name } : {}) }
  return { path: '/v3/videos', body: JSON.stringify(body) }
}

interface Body {
  data?: { video_id?: string; session_id?: string; state?: string; answer?: Body | null } | null
  error?: { code?: string; message?: string; request_id?: string }
}

/** What became of an intent as far as has been told: an id, that it was refused, or that it was never made. */
interface Known {
  id: string | null
  none: 'refused' | 'absent' | null
}

export const seen = { done: 0, refused: 0, absent: 0, doubt: 0, resent: 0, replayed: 0, found: 0 }

const idOf = ({ data }: Body) => data?.video_id ?? data?.session_id ?? null

const endOf = (code: string) => (code === 'intent_absent' ? 'absent' : 'refused')

/** Takes in an answer, of the order or of a question about it, and gives what is wrong with it. */
export async function learn(known: Known, answer: Response): Promise<string[]> {
  const { status, headers } = answer
  const text = await answer.text()
  const body: Body = JSON.parse(text)
  const wrong: string[] = []
  if ((text + JSON.stringify([...headers])).includes(canary)) wrong.push('the key is told')
  const { code = '', request_id: requestId = '' } = body.error ?? {}
  if (status !== 200 && (!/^\w+$/.test(code) || requestId === ''))
    wrong.push(`no typed answer with ${status}`)
  if (headers.get('idempotent-replayed') === 'true') seen.replayed += 1
  if (status === 202) seen.doubt += 1
  const asked = body.data?.state !== undefined
  const id = asked ? idOf(body.data?.answer ?? {}) : idOf(body)
  const none = asked
    ? (['refused', 'absent'] as const).find((state) => state === body.data?.state)
    : status >= 400 && status < 600 && status !== 503 && status !== 499 && status !== 404
      ? endOf(code)
      : undefined
  if (asked && id !== null && known.id === null) seen.found += 1
  if (id !== null) {
    if (known.none !== null) wrong.push(`${known.none}, and now it is there`)
    if (known.id !== null && known.id !== id) wrong.push('another id than before')
    known.id = id
  }
  if (none !== undefined) {
    if (known.id !== null) wrong.push(`told its id, and now ${none}`)
    if (known.none !== null && known.none !== none) wrong.push(`${known.none}, and now ${none}`)
    known.none = none
  }
  return wrong
}

/** What HeyGen saw of one intent. */
interface Witness {
  posts: number
  /** Answers that it is at work. */
  busy: number
  keys: Set<string>
  /** Ids. */
  made: string[]
}

/** At most one an intent, and what was told is true. */
export function judge({ kind }: Intent, known: Known, { posts, busy, keys, made }: Witness): string[] {
  const keyed = kind === 'video' || kind === 'untitled'
  const most = keyed ? 3 + busy : 1
  if (posts > 1) seen.resent += 1
  if (known.id !== null) seen.done += 1
  if (known.none !== null) seen[known.none] += 1
  const holds = {
    'made more than once': made.length <= 1,
    'sent too often': posts <= most,
    'two keys': keys.size <= 1,
    'told an id that is not its own': known.id === null || made.includes(known.id),
    'made, and said not to be': known.none === null || made.length === 0,
  }
  return Object.entries(holds).flatMap(([what, held]) => (held ? [] : [`${kind}: ${what}`]))
}

/** How HeyGen says no. */
export const refusals: Partial<Record<DeedName, [status: number, code: string]>> = {
  down: [500, 'internal_error'],
  gateway: [504, 'gateway_timeout'],
  busy: [409, 'request_in_progress'],
  limited: [429, 'rate_limit_exceeded'],
  credit: [402, 'insufficient_credit'],
  key: [401, 'unauthorized'],
  body: [400, 'invalid_parameter'],
}
export const errorBody = (code: string) => JSON.stringify({ error: { code, message: `No, ${canary}.` } })

export const nothingKnown = (): Known => ({ id: null, none: null })
export const nothingSeen = (): Witness => ({ posts: 0, busy: 0, keys: new Set(), made: [] })

const many = '9999999'
export const noBudget = {
  CREATES_PER_MINUTE: many,
  CREATES_PER_DAY: many,
  CREATES_PER_MINUTE_ALL: many,
  CREATES_PER_DAY_ALL: many,
  REQUESTS_PER_MINUTE: many,
}
