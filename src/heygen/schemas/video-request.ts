import * as z from 'zod/mini'
import { aspectRatios, expressivenesses, longestPrompt, longestScript, resolutions } from './video-choices.ts'

// Bodies of the calls that make videos, strict as HeyGen is: an unknown field is a 400 there. `null` and a missing key
// mean the same to HeyGen; the page leaves out. Limits that the published schema lacks are from HeyGen's documentation.

/** Words people wrote, of a length that no form of HeyGen's takes more of. */
const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))
const ref = words(255)
const httpsUrl = words(2048).check(z.regex(/^https:\/\//))
const color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))
const optional = <T>(schema: z.ZodMiniType<T>) => z.optional(z.nullable(schema))
const within = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most))

const assetSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('url'), url: httpsUrl }),
  z.strictObject({ type: z.literal('asset_id'), asset_id: ref }),
  z.strictObject({ type: z.literal('base64'), media_type: words(100), data: words(60_000) }),
])

const engineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('avatar_v'), reference_look_id: optional(ref) }),
  z.strictObject({ type: z.literal('avatar_iv') }),
  z.strictObject({ type: z.literal('avatar_iii') }),
])

const unit = optional(within(0, 1))

const voiceSettingsSchema = z.strictObject({
  speed: z.optional(within(0.5, 1.5)),
  pitch: z.optional(within(-50, 50)),
  volume: z.optional(within(0, 1)),
  locale: optional(words(35)),
  engine_settings: optional(
    z.discriminatedUnion('engine_type', [
      z.strictObject({
        engine_type: z.literal('elevenlabs'),
        model: optional(
          z.enum(['eleven_multilingual_v2', 'eleven_turbo_v2_5', 'eleven_flash_v2_5', 'eleven_v3']),
        ),
        similarity_boost: unit,
        stability: unit,
        style: unit,
        use_speaker_boost: optional(z.boolean()),
      }),
      z.strictObject({
        engine_type: z.literal('fish'),
        model: optional(z.enum(['s1', 's2-pro'])),
        similarity: unit,
        stability: unit,
      }),
      z.strictObject({ engine_type: z.literal('starfish') }),
    ]),
  ),
})

/** What speaks: a script, or sound that is there already. */
const speech = {
  script: optional(words(longestScript)),
  audio_url: optional(httpsUrl),
  audio_asset_id: optional(ref),
  voice_id: optional(ref),
  voice_settings: optional(voiceSettingsSchema),
}

const motion = {
  expressiveness: optional(z.enum(expressivenesses)),
  motion_prompt: optional(words(2000)),
}

const frame = {
  resolution: optional(z.enum(resolutions)),
  aspect_ratio: optional(z.enum(aspectRatios)),
}

const caption = optional(
  z.strictObject({ file_format: z.optional(z.literal('srt')), style: optional(z.literal('default')) }),
)

const watermark = optional(
  z.strictObject({
    image: assetSchema,
    opacity: z.optional(within(0, 1)),
    scale: z.optional(within(0, 1)),
    placement: z.optional(
      z.strictObject({
        position: z.optional(z.enum(['top_left', 'top_right', 'bottom_left', 'bottom_right'])),
        offset_x: optional(z.number()),
        offset_y: optional(z.number()),
      }),
    ),
  }),
)

const title = optional(words(200))
const callback = { callback_url: optional(httpsUrl), callback_id: optional(ref) }

const common = {
  title,
  ...speech,
  ...motion,
  ...frame,
  fit: optional(z.enum(['cover', 'contain'])),
  background: optional(
    z.strictObject({
      type: z.enum(['color', 'image']),
      value: optional(color),
      url: optional(httpsUrl),
      asset_id: optional(ref),
    }),
  ),
  remove_background: optional(z.boolean()),
  output_format: z.optional(z.enum(['mp4', 'webm'])),
  caption,
  watermark,
  ...callback,
}

const avatarVideoSchema = z.strictObject({
  type: z.literal('avatar'),
  avatar_id: ref,
  engine: optional(engineSchema),
  ...common,
})

const imageVideoSchema = z.strictObject({ type: z.literal('image'), image: assetSchema, ...common })

const cinematicVideoSchema = z.strictObject({
  type: z.literal('cinematic_avatar'),
  prompt: words(10_000),
  avatar_id: z.array(ref).check(z.minLength(1), z.maxLength(3)),
  references: optional(z.array(assetSchema).check(z.maxLength(12))),
  duration: optional(within(4, 15).check(z.int())),
  auto_duration: z.optional(z.boolean()),
  enhance_prompt: z.optional(z.boolean()),
  aspect_ratio: z.optional(z.enum(['16:9', '9:16', '1:1'])),
  resolution: z.optional(z.enum(['720p', '1080p'])),
  title,
})

const sceneSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('avatar_video'),
    input: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('avatar'),
        avatar_id: ref,
        engine: optional(engineSchema),
        background: optional(z.strictObject({ type: z.literal('color'), color })),
        ...motion,
        ...speech,
      }),
      z.strictObject({ type: z.literal('image'), image: assetSchema, ...motion, ...speech }),
    ]),
  }),
  z.strictObject({
    type: z.literal('image'),
    source: assetSchema,
    duration: optional(within(0, 300)),
    ...speech,
  }),
  z.strictObject({
    type: z.literal('video'),
    source: assetSchema,
    playback: optional(z.strictObject({ mute: optional(z.boolean()), volume: unit })),
  }),
])

const studioVideoSchema = z.strictObject({
  type: z.literal('studio'),
  scenes: z.array(sceneSchema).check(z.minLength(1), z.maxLength(50)),
  title,
  ...frame,
  caption,
  watermark,
  ...callback,
})

/** POST /v3/videos. */
export const videoRequestSchema = z.discriminatedUnion('type', [
  avatarVideoSchema,
  imageVideoSchema,
  cinematicVideoSchema,
  studioVideoSchema,
])

export type AvatarVideoRequest = z.infer<typeof avatarVideoSchema>
export type VideoRequest = z.infer<typeof videoRequestSchema>

/** POST /v3/videos/batches. */
export const batchRequestSchema = z.strictObject({
  videos: z.array(videoRequestSchema).check(z.minLength(1), z.maxLength(100)),
  title,
  callback_url: optional(httpsUrl),
})

export type BatchRequest = z.infer<typeof batchRequestSchema>

const files = optional(z.array(assetSchema).check(z.maxLength(20)))

/** POST /v3/video-agents. */
export const agentRequestSchema = z.strictObject({
  prompt: words(longestPrompt),
  mode: z.optional(z.enum(['generate', 'chat'])),
  avatar_id: optional(ref),
  voice_id: optional(ref),
  style_id: optional(ref),
  brand_kit_id: optional(ref),
  orientation: optional(z.enum(['landscape', 'portrait'])),
  files,
  incognito_mode: z.optional(z.boolean()),
  ...callback,
})

export type AgentRequest = z.infer<typeof agentRequestSchema>

/** POST /v3/video-agents/{session_id}: chat sessions only. */
export const agentMessageRequestSchema = z.strictObject({
  message: words(longestPrompt),
  avatar_id: optional(ref),
  voice_id: optional(ref),
  brand_kit_id: optional(ref),
  files,
})

export type AgentMessageRequest = z.infer<typeof agentMessageRequestSchema>
