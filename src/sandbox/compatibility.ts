import type { AvatarType } from '#heygen/schemas/look.ts'
import type { Engine } from '#heygen/schemas/video-choices.ts'
import type { AvatarVideoRequest } from '#heygen/schemas/video-request.ts'

type Asked = Partial<
  Pick<
    AvatarVideoRequest,
    | 'script'
    | 'audio_url'
    | 'audio_asset_id'
    | 'voice_id'
    | 'expressiveness'
    | 'motion_prompt'
    | 'background'
    | 'remove_background'
    | 'output_format'
  >
>

/** One person speaking: what is asked for, and what of the look decides whether it can be had. */
export interface Take {
  /** `image`: a picture that came with the request. */
  kind: AvatarType | 'image'
  engine: Engine
  /** What the look lists. Empty: it does not say, and every engine goes. */
  engines: readonly string[]
  /** The look has a voice of its own. */
  hasVoice: boolean
  asked: Asked
}

interface Rule {
  param: keyof Asked | 'engine' | `background.${string}`
  says: string
  refuses: (take: Take) => boolean
}

const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined
const isPhoto = ({ kind }: Take) => kind === 'photo_avatar' || kind === 'image'
const isFilmed = ({ kind }: Take) => kind === 'digital_twin' || kind === 'studio_avatar'

/** HeyGen's rules between fields, in the order in which they are looked at. */
const rules: Rule[] = [
  {
    param: 'script',
    says: 'One of script, audio_url and audio_asset_id is required.',
    refuses: ({ asked }) => !given(asked.script) && !given(asked.audio_url) && !given(asked.audio_asset_id),
  },
  {
    param: 'audio_url',
    says: 'audio_url cannot stand beside script.',
    refuses: ({ asked }) => given(asked.audio_url) && given(asked.script),
  },
  {
    param: 'audio_asset_id',
    says: 'audio_asset_id cannot stand beside script or audio_url.',
    refuses: ({ asked }) => given(asked.audio_asset_id) && (given(asked.script) || given(asked.audio_url)),
  },
  {
    param: 'engine',
    says: 'This look does not support the engine; without one it is avatar_iv.',
    refuses: ({ engine, engines }) => engines.length > 0 && !engines.includes(engine),
  },
  {
    param: 'voice_id',
    says: 'voice_id is required: there is a script and no voice of its own to speak it.',
    refuses: ({ asked, hasVoice }) => given(asked.script) && !given(asked.voice_id) && !hasVoice,
  },
  {
    param: 'expressiveness',
    says: 'expressiveness is for photo avatars with avatar_iv only.',
    refuses: (take) => given(take.asked.expressiveness) && !(isPhoto(take) && take.engine === 'avatar_iv'),
  },
  {
    param: 'motion_prompt',
    says: 'motion_prompt is for photo avatars, and for digital twins with avatar_v.',
    refuses: (take) =>
      given(take.asked.motion_prompt) &&
      !isPhoto(take) &&
      !(take.kind === 'digital_twin' && take.engine === 'avatar_v'),
  },
  {
    param: 'background',
    says: 'background cannot be had with webm, which has none.',
    refuses: ({ asked }) => asked.output_format === 'webm' && given(asked.background),
  },
  {
    // HeyGen wants an avatar that "supports matting" and does not say which do; this is the sandbox's reading.
    param: 'output_format',
    says: 'webm is for digital twins and studio avatars only.',
    refuses: (take) => take.asked.output_format === 'webm' && !isFilmed(take),
  },
  {
    param: 'remove_background',
    says: 'remove_background is for digital twins only.',
    refuses: ({ asked, kind }) => asked.remove_background === true && kind !== 'digital_twin',
  },
  {
    param: 'background.value',
    says: 'background.value is required for a color.',
    refuses: ({ asked: { background } }) => background?.type === 'color' && !given(background.value),
  },
  {
    param: 'background.url',
    says: 'An image background needs one of background.url and background.asset_id.',
    refuses: ({ asked: { background } }) =>
      background?.type === 'image' && given(background.url) === given(background.asset_id),
  },
]

/** The first rule that the take breaks. */
export const brokenRule = (take: Take): Pick<Rule, 'param' | 'says'> | undefined =>
  rules.find(({ refuses }) => refuses(take))
