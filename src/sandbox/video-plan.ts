import type { AgentRequest, VideoRequest } from '#heygen/schemas/video-request.ts'
import type { Captions } from './captions.ts'
import type { Catalogue } from './catalogue.ts'
import { anyFootage, footageOf, type Footage } from './clips.ts'
import { checkVoice, readyLook } from './look-checks.ts'
import { refuseIfAsked, withoutMarkers } from './markers.ts'
import { planAvatar, planImage, planScene, type Part } from './part-plan.ts'
import { agentCents, cinematicCents } from './rates.ts'
import type { LookRecord } from './records.ts'
import { Refusal } from './refusal.ts'
import { styles } from './styles.ts'

/** What a request comes to, when nothing in it is refused. */
export interface Plan {
  title: string | null
  /** What is spoken, or the prompt: the text that may hold markers. */
  text: string
  seconds: number
  cents: number
  footage: Footage
  captions: Captions | null
}

/** How long every video of the agent is. */
const agentSeconds = 30

type SpokenRequest = Exclude<VideoRequest, { type: 'cinematic_avatar' }>
type CinematicRequest = Extract<VideoRequest, { type: 'cinematic_avatar' }>

const shown = (look: LookRecord | undefined, catalogue: Catalogue, format: 'mp4' | 'webm' = 'mp4') =>
  look ? footageOf(look, catalogue, format) : anyFootage

function planCinematic(request: CinematicRequest, catalogue: Catalogue): Plan {
  const [look] = request.avatar_id.map((id, i) => readyLook(catalogue, id, `avatar_id.${i}`))
  refuseIfAsked(request.prompt, 'prompt')
  return {
    title: request.title ?? null,
    text: request.prompt,
    seconds: request.duration ?? 10,
    cents: cinematicCents,
    footage: shown(look, catalogue),
    captions: null,
  }
}

function planParts(request: SpokenRequest, catalogue: Catalogue): Part[] {
  if (request.type === 'avatar') return [planAvatar(request, request, catalogue)]
  if (request.type === 'image') return [planImage(request, request)]
  return request.scenes.map((scene, i) => planScene(scene, catalogue, `scenes.${i}.`))
}

/** POST /v3/videos: throws the Refusal that HeyGen would answer with, or else says what is made. */
export function planVideo(request: VideoRequest, catalogue: Catalogue): Plan {
  if (request.type === 'cinematic_avatar') return planCinematic(request, catalogue)
  const parts = planParts(request, catalogue)
  const text = parts.map((part) => part.text).join(' ')
  refuseIfAsked(text, request.type === 'studio' ? 'scenes' : 'script')
  const sum = (field: 'seconds' | 'cents') => parts.reduce((total, part) => total + part[field], 0)
  const look = parts.find((part) => part.look)?.look
  return {
    title: request.title ?? null,
    text,
    seconds: Math.round(sum('seconds') * 10) / 10,
    cents: sum('cents'),
    footage: shown(look, catalogue, request.type === 'avatar' ? request.output_format : 'mp4'),
    captions: request.caption
      ? { text: withoutMarkers(text) || '(sound)', burned: request.caption.style === 'default' }
      : null,
  }
}

type AgentInput = Pick<AgentRequest, 'avatar_id' | 'voice_id' | 'style_id'>

/** What an agent makes of a prompt, or of a message; `param` is the field that holds it. */
export function planAgentVideo(
  { avatar_id, voice_id, style_id }: AgentInput,
  text: string,
  param: string,
  catalogue: Catalogue,
): Plan {
  const look = avatar_id ? readyLook(catalogue, avatar_id, 'avatar_id') : undefined
  checkVoice(voice_id, 'voice_id')
  if (style_id && !styles.some((style) => style.style_id === style_id))
    throw new Refusal(404, 'resource_not_found', 'There is no style with this id.', { param: 'style_id' })
  refuseIfAsked(text, param)
  return {
    title: null,
    text,
    seconds: agentSeconds,
    cents: agentCents(agentSeconds),
    footage: shown(look, catalogue),
    captions: null,
  }
}
