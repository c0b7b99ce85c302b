import type { AvatarVideoRequest, VideoRequest } from '#heygen/schemas/video-request.ts'
import { speechSeconds } from './captions.ts'
import type { Catalogue } from './catalogue.ts'
import { brokenRule, type Take } from './compatibility.ts'
import { checkReference, checkVoice, readyLook } from './look-checks.ts'
import { withoutMarkers } from './markers.ts'
import { sceneCents, takeCents } from './rates.ts'
import type { LookRecord } from './records.ts'
import { Refusal } from './refusal.ts'

// A part is one person speaking, or one scene. `at` stands before the names of its fields: `scenes.0.input.` for one.

export interface Part {
  seconds: number
  cents: number
  /** What is spoken, with its markers. */
  text: string
  look?: LookRecord
}

type Speech = Pick<
  AvatarVideoRequest,
  'script' | 'audio_url' | 'audio_asset_id' | 'voice_id' | 'voice_settings'
>
type AvatarInput = Speech & Pick<AvatarVideoRequest, 'avatar_id' | 'engine'>
type Scene = Extract<VideoRequest, { type: 'studio' }>['scenes'][number]

/** Nobody here listens to the sound that people bring, so it is taken to be this long. */
const audioSeconds = 20

function planTake(take: Take, input: Speech, at: string): Part {
  const broken = brokenRule(take)
  if (broken) throw new Refusal(400, 'invalid_parameter', broken.says, { param: `${at}${broken.param}` })
  checkVoice(input.voice_id, `${at}voice_id`)
  const { script, voice_settings: settings } = input
  const seconds = script ? speechSeconds(withoutMarkers(script), settings?.speed ?? 1) : audioSeconds
  return { seconds, cents: takeCents(take, seconds), text: script ?? '' }
}

/** `asked`: the fields of `input` that the rules read. */
export function planAvatar(
  input: AvatarInput,
  asked: Take['asked'],
  catalogue: Catalogue,
  at = '',
): Part & { look: LookRecord } {
  const look = readyLook(catalogue, input.avatar_id, `${at}avatar_id`)
  const take: Take = {
    kind: look.avatar_type,
    engine: input.engine?.type ?? 'avatar_iv',
    engines: look.supported_api_engines ?? [],
    hasVoice: look.default_voice_id !== null,
    asked,
  }
  const part = planTake(take, input, at)
  checkReference(input.engine, look, catalogue, `${at}engine.reference_look_id`)
  return { ...part, look }
}

export const planImage = (input: Speech, asked: Take['asked'], at = ''): Part =>
  planTake({ kind: 'image', engine: 'avatar_iv', engines: [], hasVoice: false, asked }, input, at)

function planStill(scene: Extract<Scene, { type: 'image' }>, at: string): Part {
  const { duration } = scene
  if (!duration) return planImage(scene, scene, at)
  if (scene.script || scene.audio_url || scene.audio_asset_id)
    throw new Refusal(400, 'invalid_parameter', 'duration is for silent scenes.', { param: `${at}duration` })
  return { seconds: duration, cents: sceneCents(duration), text: '' }
}

export function planScene(scene: Scene, catalogue: Catalogue, at: string): Part {
  if (scene.type === 'image') return planStill(scene, at)
  if (scene.type === 'video') return { seconds: audioSeconds, cents: sceneCents(audioSeconds), text: '' }
  const { input } = scene
  if (input.type === 'image') return planImage(input, input, `${at}input.`)
  // A scene's background has a form of its own, and no rule.
  const { background: _background, ...asked } = input
  return planAvatar(input, asked, catalogue, `${at}input.`)
}
