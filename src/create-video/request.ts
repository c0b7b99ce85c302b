import type { Look } from '#heygen/schemas/look.ts'
import type { AgentRequest, AvatarVideoRequest } from '#heygen/schemas/video-request.ts'
import { nameOf } from '#looks/look-words.ts'
import type { Order, OrderFacts } from '#queries/orders.ts'
import type { Draft } from './draft.ts'
import { imageHref } from './image-href.ts'
import { keptDraft } from './kept-draft.ts'
import { engineOf, offers, type Offers } from './rules.ts'
import { titleOf } from './title.ts'

type Backdrop = Pick<AvatarVideoRequest, 'background' | 'remove_background'>

function backdrop({ background }: Draft, offered: Offers): Backdrop {
  // Footage hides what is behind it, so it is cut out where HeyGen can.
  const cutOut: Backdrop = offered.removeBackground.reason === null ? { remove_background: true } : {}
  if (background.kind === 'remove') return cutOut
  if (background.kind === 'filmed' || offered.background.reason !== null) return {}
  return background.kind === 'color'
    ? { background: { type: 'color', value: background.value }, ...cutOut }
    : { background: { type: 'image', url: imageHref(background.url) ?? background.url }, ...cutOut }
}

function voiceSettings({ speed, pitch, volume }: Draft): Pick<AvatarVideoRequest, 'voice_settings'> {
  const settings = {
    ...(speed === 1 ? {} : { speed }),
    ...(pitch === 0 ? {} : { pitch }),
    ...(volume === 1 ? {} : { volume }),
  }
  return Object.keys(settings).length > 0 ? { voice_settings: settings } : {}
}

function caption({ captions }: Draft): Pick<AvatarVideoRequest, 'caption'> {
  if (captions === 'off') return {}
  return { caption: { file_format: 'srt', ...(captions === 'burned' ? { style: 'default' } : {}) } }
}

/** The body of POST /v3/videos: what HeyGen takes for this look, and of that only what differs from its defaults. */
export function videoRequest(look: Look, draft: Draft): AvatarVideoRequest {
  const offered = offers(look, draft)
  const engine = engineOf(look, draft)
  const motion = offered.motionPrompt.reason === null ? draft.motionPrompt.trim() : ''
  const expressiveness = offered.expressiveness.reason === null ? draft.expressiveness : null
  return {
    type: 'avatar',
    avatar_id: look.id,
    title: titleOf(look, draft),
    script: draft.script,
    ...(draft.voiceId === null ? {} : { voice_id: draft.voiceId }),
    ...voiceSettings(draft),
    ...(engine === null ? {} : { engine: { type: engine } }),
    resolution: draft.resolution,
    aspect_ratio: draft.aspectRatio,
    // HeyGen names no default, and the dialog shows one; a video of the look's own shape has nothing to fit.
    ...(draft.aspectRatio === 'auto' ? {} : { fit: draft.fit }),
    ...backdrop(draft, offered),
    ...(motion ? { motion_prompt: motion } : {}),
    ...(expressiveness === null ? {} : { expressiveness }),
    ...caption(draft),
    ...(draft.format === 'webm' && offered.webm.reason === null ? { output_format: 'webm' } : {}),
  }
}

/** The body of POST /v3/video-agents. */
export const agentRequest = (look: Look, draft: Draft): AgentRequest => ({
  prompt: draft.prompt,
  mode: 'generate',
  // With it the length of the video is what the prompt asks for far more often.
  avatar_id: look.id,
  ...(draft.voiceId === null ? {} : { voice_id: draft.voiceId }),
  ...(draft.styleId === null ? {} : { style_id: draft.styleId }),
  ...(draft.orientation === null ? {} : { orientation: draft.orientation }),
})

export const orderOf = (look: Look, draft: Draft): Order =>
  draft.way === 'script'
    ? { route: '/v3/videos', body: videoRequest(look, draft) }
    : { route: '/v3/video-agents', body: agentRequest(look, draft) }

export const orderFacts = (look: Look, draft: Draft): OrderFacts => ({
  lookId: look.id,
  lookName: nameOf(look),
  title: titleOf(look, draft),
  engine: draft.way === 'script' ? engineOf(look, draft) : null,
  resolution: draft.way === 'script' ? draft.resolution : null,
  draft: keptDraft(draft),
})
