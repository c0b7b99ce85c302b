import type { Look } from '#heygen/schemas/look.ts'
import { engines, type Engine } from '#heygen/schemas/video-choices.ts'
import { engineWord, isNotReady } from '#looks/look-words.ts'
import { createText } from '#messages/en-create.ts'
import { lookText } from '#messages/en-look.ts'
import type { Draft } from './draft.ts'

/** Whether a choice can be made for a look; if not, `reason` is the sentence that says why. */
interface Offer {
  reason: string | null
}

export interface Offers {
  /** Newest first. */
  engines: readonly { engine: Engine; reason: string | null }[]
  expressiveness: Offer
  motionPrompt: Offer
  removeBackground: Offer
  /** A colour or an image behind the look. */
  background: Offer
  webm: Offer
}

const words = createText.reason

/** What Avatar IV was called in looks before July 2026. */
const oldNames = new Set(['avatar_4_quality', 'avatar_4_turbo'])

const listedEngines = ({ supported_api_engines: names }: Look): Engine[] =>
  engines.filter(
    (engine) =>
      names.includes(engine) || (engine === 'avatar_iv' && names.some((name) => oldNames.has(name))),
  )

/** The engine that will make the video; null where the look lists none we know, and HeyGen chooses. */
export function engineOf(look: Look, { engine }: Pick<Draft, 'engine'>): Engine | null {
  const listed = listedEngines(look)
  if (engine && listed.includes(engine)) return engine
  return (['avatar_iv', 'avatar_v', 'avatar_iii'] as const).find((known) => listed.includes(known)) ?? null
}

function engineReason(listed: readonly Engine[], engine: Engine): string | null {
  if (listed.length === 0) return words.engineUnknown
  return listed.includes(engine) ? null : words.engineNotListed(engineWord(engine))
}

function expressivenessReason(type: string, engine: Engine | null): string | null {
  if (type !== 'photo_avatar') return words.expressivenessType
  // Without an engine HeyGen takes Avatar IV.
  return engine === 'avatar_iv' || engine === null ? null : words.expressivenessEngine
}

function motionReason(type: string, engine: Engine | null): string | null {
  if (type === 'photo_avatar') return null
  if (type === 'digital_twin') return engine === 'avatar_v' ? null : words.motionEngine
  return type === 'studio_avatar' ? words.motionType : words.unknownType
}

function webmReason(type: string): string | null {
  if (type === 'digital_twin' || type === 'studio_avatar') return null
  return type === 'photo_avatar' ? words.webmType : words.unknownType
}

function removeReason(type: string): string | null {
  if (type === 'digital_twin') return null
  return type === 'photo_avatar' || type === 'studio_avatar' ? words.removeType : words.unknownType
}

/** What HeyGen would take for this look with the choices made so far. */
export function offers(look: Look, draft: Draft): Offers {
  const type = look.avatar_type
  const listed = listedEngines(look)
  const engine = engineOf(look, draft)
  const webm = webmReason(type)
  const seeThrough = draft.format === 'webm' && webm === null ? words.webmBackground : null
  return {
    engines: engines.map((each) => ({ engine: each, reason: engineReason(listed, each) })),
    expressiveness: { reason: expressivenessReason(type, engine) },
    motionPrompt: { reason: motionReason(type, engine) },
    removeBackground: { reason: seeThrough ?? removeReason(type) },
    background: { reason: seeThrough },
    webm: { reason: webm },
  }
}

/** Why no video can be made with a look at all; null where one can. */
export function lookBlock({ status }: Pick<Look, 'status'>): string | null {
  if (!isNotReady(status)) return null
  const known: Readonly<Record<string, string>> = lookText.notReady
  return (Object.hasOwn(known, status) ? known[status] : undefined) ?? createText.block.other(status)
}
