import type { Look } from '#heygen/schemas/look.ts'
import { longestPrompt, longestScript } from '#heygen/schemas/video-choices.ts'
import { createText } from '#messages/en-create.ts'
import type { Draft } from './draft.ts'
import { imageHref } from './image-href.ts'
import { offers } from './rules.ts'

/** A part of the dialog that an error can stand beside. */
export type Field =
  | 'script'
  | 'prompt'
  | 'title'
  | 'voice'
  | 'engine'
  | 'resolution'
  | 'aspectRatio'
  | 'background'
  | 'motionPrompt'
  | 'expressiveness'
  | 'captions'
  | 'speed'
  | 'pitch'
  | 'volume'
  | 'format'
  | 'style'
  | 'orientation'

/** `undefined` reads as a missing key. */
export type FieldErrors = Partial<Record<Field, string | undefined>>

const words = createText.problem
const longestTitle = 200
const longestMotion = 2000
const longestUrl = 2048

const tooLong = (text: string, most: number) =>
  text.length > most ? words.tooLong(text.length, most) : undefined

const outside = (value: number, least: number, most: number) =>
  value >= least && value <= most ? undefined : words.range(least, most)

function backgroundProblem({ background }: Draft): string | undefined {
  if (background.kind === 'color') return /^#[0-9a-f]{6}$/i.test(background.value) ? undefined : words.color
  if (background.kind !== 'image') return undefined
  if (!background.url.trim()) return words.imageMissing
  const href = imageHref(background.url)
  return href === null ? words.imageUrl : tooLong(href, longestUrl)
}

function checkScript(look: Look, draft: Draft): FieldErrors {
  const { background, motionPrompt } = offers(look, draft)
  return {
    script: draft.script.trim() ? tooLong(draft.script, longestScript) : words.scriptEmpty,
    title: tooLong(draft.title.trim(), longestTitle),
    // Its own default may be left out, but without one nobody would speak.
    voice: draft.voiceId === null && look.default_voice_id === null ? words.voiceMissing : undefined,
    background: background.reason === null ? backgroundProblem(draft) : undefined,
    motionPrompt:
      motionPrompt.reason === null ? tooLong(draft.motionPrompt.trim(), longestMotion) : undefined,
    speed: outside(draft.speed, 0.5, 1.5),
    pitch: outside(draft.pitch, -50, 50),
    volume: outside(draft.volume, 0, 1),
  }
}

const checkPrompt = ({ prompt }: Draft): FieldErrors => ({
  prompt: prompt.trim() ? tooLong(prompt, longestPrompt) : words.promptEmpty,
})

/** What HeyGen would refuse of a draft as it would be sent, as sentences; no key at all where it is right. */
export function checkDraft(look: Look, draft: Draft): FieldErrors {
  const problems = draft.way === 'script' ? checkScript(look, draft) : checkPrompt(draft)
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}
