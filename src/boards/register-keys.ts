import * as z from 'zod/mini'
import { holds } from './holds.ts'

/** Those that decide something. */
export const givenVerdicts = ['pick', 'maybe', 'reject'] as const
export type GivenVerdict = (typeof givenVerdicts)[number]
export const verdicts = [...givenVerdicts, 'undecided'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * The most of each, so that no board from elsewhere can fill this browser. Lengths in UTF-16 units. What has been kept here
 * may have more registers, by merging.
 */
export const caps = {
  looks: 1000,
  reviewers: 50,
  registers: 60_000,
  id: 200,
  name: 120,
  brief: 4000,
  note: 2000,
  reviewerName: 60,
} as const

const text = (most: number) => z.string().check(z.maxLength(most))
const lookId = z.string().check(z.minLength(1), z.maxLength(caps.id))
const whole = (least: number, most: number) =>
  z.number().check(holds((value) => Number.isInteger(value) && value >= least && value <= most))
const matching = (pattern: RegExp) => z.string().check(holds((value) => pattern.test(value)))
const pixels = z.nullable(whole(1, 100_000))

/** What is remembered of a look, so that it keeps its name when HeyGen has it no longer. No links: they are signed. */
const lookNote = z.object({
  name: text(300),
  type: text(60),
  group: z.nullable(text(caps.id)),
  /** The person's name, where it was known. */
  person: z.nullable(text(300)),
  width: pixels,
  height: pixels,
  /** The filters it was found with, as an address has them; empty where there were none. */
  from: text(600),
})
export type LookNote = z.infer<typeof lookNote>

const decision = z.object({
  chosen: z.array(lookId).check(z.maxLength(caps.looks)),
  runnersUp: z.array(lookId).check(z.maxLength(caps.looks)),
  /** Why. */
  note: text(caps.brief),
  /** Who decided. */
  by: text(caps.reviewerName),
})
export type Decision = z.infer<typeof decision>

const valued =
  <K extends string, T>(kind: K, schema: z.ZodMiniType<T>) =>
  (value: unknown): { kind: K; value: T } | null => {
    const parsed = schema.safeParse(value)
    return parsed.success ? { kind, value: parsed.data } : null
  }

const parsers = {
  name: valued('name', text(caps.name)),
  brief: valued('brief', text(caps.brief)),
  /** Epoch milliseconds. */
  made: valued('made', whole(1, Number.MAX_SAFE_INTEGER)),
  /** Reviewers see nothing of each other until they have submitted. */
  blind: valued('blind', z.boolean()),
  decision: valued('decision', z.nullable(decision)),
  look: valued('look', z.nullable(lookNote)),
  /** Whether a look is on the board. */
  on: valued('on', z.boolean()),
  /** A look's place: strings in the order of their code units. */
  at: valued('at', matching(/^[0-9A-Za-z]{1,200}$/)),
  who: valued('who', text(caps.reviewerName)),
  submitted: valued('submitted', z.boolean()),
  verdict: valued('verdict', z.enum(verdicts)),
  score: valued('score', z.nullable(whole(1, 5))),
  note: valued('note', text(caps.note)),
  /** The look that is better; null where it was taken back. */
  duel: valued('duel', z.nullable(lookId)),
}
export type KindName = keyof typeof parsers
export type BoardValue = NonNullable<ReturnType<(typeof parsers)[KindName]>>

/** What stands after a kind's colon, and what it is worth where nothing was written. */
const kinds: Record<
  KindName,
  { of: '' | 'look' | 'reviewer' | 'reviewer:look' | 'reviewer:pair'; empty: unknown }
> = {
  name: { of: '', empty: '' },
  brief: { of: '', empty: '' },
  made: { of: '', empty: 1 },
  blind: { of: '', empty: false },
  decision: { of: '', empty: null },
  look: { of: 'look', empty: null },
  on: { of: 'look', empty: false },
  at: { of: 'look', empty: '0' },
  who: { of: 'reviewer', empty: '' },
  submitted: { of: 'reviewer', empty: false },
  verdict: { of: 'reviewer:look', empty: 'undecided' },
  score: { of: 'reviewer:look', empty: null },
  note: { of: 'reviewer:look', empty: '' },
  duel: { of: 'reviewer:pair', empty: null },
}

const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name)
export const reviewerId = matching(/^[a-z0-9]{4,24}$/)
const pair = z
  .array(lookId)
  .check(holds(([a, b, ...rest]) => a !== undefined && b !== undefined && a < b && rest.length === 0))

export interface ParsedKey {
  kind: KindName
  reviewer: string
  /** One, or the two of a duel in their order; none for the board's own. */
  looks: readonly string[]
}

/** The key of a value. Reviewer ids hold no colon; look ids may hold anything, and come last. */
export function keyOf(kind: KindName, reviewer: string | null, ...looks: readonly string[]): string {
  const last = looks.length === 2 ? [JSON.stringify(looks.toSorted())] : looks
  return [kind, ...(reviewer === null ? [] : [reviewer]), ...last].join(':')
}

function readPair(json: string): readonly string[] | null {
  try {
    return pair.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** What a key stands for; null for one that is not ours. */
export function parseKey(key: string): ParsedKey | null {
  const [name = '', ...rest] = key.split(':')
  if (!isKind(name)) return null
  const { of } = kinds[name]
  if (of === '') return rest.length === 0 ? { kind: name, reviewer: '', looks: [] } : null
  const reviewed = of !== 'look'
  const reviewer = reviewed ? (rest.shift() ?? '') : ''
  if (reviewed && !reviewerId.safeParse(reviewer).success) return null
  if (of === 'reviewer') return rest.length === 0 ? { kind: name, reviewer, looks: [] } : null
  const last = rest.join(':')
  const looks = of === 'reviewer:pair' ? readPair(last) : lookId.safeParse(last).success ? [last] : null
  return looks && { kind: name, reviewer, looks }
}

/** A value as its kind takes it; null where it does not. */
export const parseValue = (kind: KindName, value: unknown): BoardValue | null => parsers[kind](value)

/** What a key is worth where nothing was written. */
export const emptyValue = (kind: KindName): unknown => kinds[kind].empty
