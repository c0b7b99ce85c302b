import type { Look } from '#heygen/schemas/look.ts'
import {
  engineWord,
  enginesOf,
  genderWord,
  longTypeWord,
  orientationWord,
  shapeWord,
  statusWord,
} from '#looks/look-words.ts'
import { compareText as words } from '#messages/en-compare.ts'

export interface ComparedLook {
  /** Undefined where it is not there, or not yet. */
  look: Look | undefined
  /** The person's name; undefined while it is not known. */
  person: string | undefined
}

export interface FactRow {
  label: string
  /** One for each look, in their order; null where nothing is given, undefined where nothing is known. */
  values: readonly (string | null | undefined)[]
  /** Looks that are known have not all the same. */
  differs: boolean
}

type Fact = (compared: Look, person: string | undefined) => string | null | undefined

const list = (values: readonly string[]) => values.join(', ') || null

const facts: [label: string, fact: Fact][] = [
  [words.facts.type, (look) => longTypeWord(look.avatar_type)],
  [words.facts.person, (look, person) => (look.group_id === null ? null : person)],
  [words.facts.gender, (look) => look.gender && genderWord(look.gender)],
  [
    words.facts.size,
    ({ image_width: width, image_height: height }) => (width && height ? words.size(width, height) : null),
  ],
  [
    words.facts.shape,
    (look) => shapeWord(look) || (look.preferred_orientation && orientationWord(look.preferred_orientation)),
  ],
  [words.facts.engines, (look) => list(enginesOf(look).map(engineWord))],
  [words.facts.tags, (look) => list(look.tags)],
  [words.facts.voice, (look) => (look.default_voice_id ? words.hasVoice : words.noVoice)],
  [words.facts.clip, (look) => (look.preview_video_url ? words.hasClip : words.noClipFact)],
  // HeyGen gives no status for a public look, and that means that it is ready.
  [words.facts.status, (look) => statusWord(look.status ?? 'completed')],
]

/** What is given of the looks, a fact a row. */
export const factRows = (looks: readonly ComparedLook[]): FactRow[] =>
  facts.map(([label, fact]) => {
    const values = looks.map(({ look, person }) => look && fact(look, person))
    const known = values.filter((value) => value !== undefined)
    return { label, values, differs: new Set(known).size > 1 }
  })
