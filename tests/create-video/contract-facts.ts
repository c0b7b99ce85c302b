import * as z from 'zod'

// What HeyGen's published schema of July 2026 and its documentation say of two calls: keys, kinds, values and limits,
// in a form of our own. Nothing here is read from src, so that both can be held against each other.

type Facts = Exclude<Parameters<typeof z.fromJSONSchema>[0], boolean>

const text: Facts = { type: ['string', 'null'] }
const yesNo: Facts = { type: ['boolean', 'null'] }
const oneOf = (...values: string[]): Facts => ({ enum: [...values, null] })
const span = (minimum: number, maximum: number): Facts => ({ type: 'number', minimum, maximum })
const orNull = (schema: Facts): Facts => ({ anyOf: [schema, { type: 'null' }] })
const closed = (properties: Record<string, Facts>, required: string[] = []): Facts => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})

const httpsUrl: Facts = { type: 'string', pattern: '^https://', maxLength: 2048 }

const asset: Facts = {
  anyOf: [
    closed({ type: { const: 'url' }, url: httpsUrl }, ['type', 'url']),
    closed({ type: { const: 'asset_id' }, asset_id: { type: 'string' } }, ['type', 'asset_id']),
    closed({ type: { const: 'base64' }, media_type: { type: 'string' }, data: { type: 'string' } }, [
      'type',
      'media_type',
      'data',
    ]),
  ],
}

const engine: Facts = {
  anyOf: [
    closed({ type: { const: 'avatar_v' }, reference_look_id: text }, ['type']),
    closed({ type: { const: 'avatar_iv' } }, ['type']),
    closed({ type: { const: 'avatar_iii' } }, ['type']),
  ],
}

const background: Facts = {
  anyOf: [
    closed({ type: { const: 'color' }, value: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' } }, [
      'type',
      'value',
    ]),
    closed({ type: { const: 'image' }, url: httpsUrl }, ['type', 'url']),
    closed({ type: { const: 'image' }, asset_id: { type: 'string' } }, ['type', 'asset_id']),
  ],
}

/** POST /v3/videos, type `avatar`, made from a script. */
const video = closed(
  {
    type: { const: 'avatar' },
    avatar_id: { type: 'string', minLength: 1 },
    title: { type: ['string', 'null'], maxLength: 200 },
    script: { type: 'string', minLength: 1, maxLength: 5000 },
    voice_id: { type: ['string', 'null'], minLength: 1 },
    voice_settings: orNull(
      closed({ speed: span(0.5, 1.5), pitch: span(-50, 50), volume: span(0, 1), locale: text }),
    ),
    engine: orNull(engine),
    resolution: oneOf('720p', '1080p', '4k'),
    aspect_ratio: oneOf('16:9', '9:16', '4:5', '5:4', '1:1', 'auto'),
    fit: oneOf('cover', 'contain'),
    background: orNull(background),
    remove_background: yesNo,
    motion_prompt: { type: ['string', 'null'], minLength: 1 },
    expressiveness: oneOf('high', 'medium', 'low'),
    output_format: { enum: ['mp4', 'webm'] },
    caption: orNull(closed({ file_format: { const: 'srt' }, style: oneOf('default') })),
    watermark: orNull(closed({ image: asset }, ['image'])),
    callback_url: text,
    callback_id: text,
  },
  ['type', 'avatar_id', 'script'],
)

/** POST /v3/video-agents. */
const agent = closed(
  {
    prompt: { type: 'string', minLength: 1, maxLength: 10_000 },
    mode: { enum: ['generate', 'chat'] },
    avatar_id: text,
    voice_id: text,
    style_id: text,
    brand_kit_id: text,
    orientation: oneOf('landscape', 'portrait'),
    files: orNull({ type: 'array', items: asset, maxItems: 20 }),
    incognito_mode: { type: 'boolean' },
    callback_url: text,
    callback_id: text,
  },
  ['prompt'],
)

export const videoFacts = z.fromJSONSchema(video)
export const agentFacts = z.fromJSONSchema(agent)
