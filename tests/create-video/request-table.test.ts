import { expect, test } from 'vitest'
import type { Draft } from '#create-video/draft.ts'
import { videoRequest } from '#create-video/request.ts'
import { offers } from '#create-video/rules.ts'
import { type Engine } from '#heygen/schemas/video-choices.ts'
import { videoRequestSchema } from '#heygen/schemas/video-request.ts'
import { videoFacts } from './contract-facts.ts'
import { aDraft, aLook } from './samples.ts'

interface Row {
  type: string
  /** The one engine the look lists; null: none. */
  listed: Engine | null
  /** What HeyGen takes, beside what every look takes. */
  takes: ('expressiveness' | 'motion_prompt' | 'remove_background' | 'webm')[]
}

const rows: Row[] = [
  { type: 'studio_avatar', listed: null, takes: ['webm'] },
  { type: 'studio_avatar', listed: 'avatar_v', takes: ['webm'] },
  { type: 'studio_avatar', listed: 'avatar_iv', takes: ['webm'] },
  { type: 'studio_avatar', listed: 'avatar_iii', takes: ['webm'] },
  { type: 'digital_twin', listed: null, takes: ['remove_background', 'webm'] },
  { type: 'digital_twin', listed: 'avatar_v', takes: ['motion_prompt', 'remove_background', 'webm'] },
  { type: 'digital_twin', listed: 'avatar_iv', takes: ['remove_background', 'webm'] },
  { type: 'digital_twin', listed: 'avatar_iii', takes: ['remove_background', 'webm'] },
  { type: 'photo_avatar', listed: null, takes: ['expressiveness', 'motion_prompt'] },
  { type: 'photo_avatar', listed: 'avatar_v', takes: ['motion_prompt'] },
  { type: 'photo_avatar', listed: 'avatar_iv', takes: ['expressiveness', 'motion_prompt'] },
  { type: 'photo_avatar', listed: 'avatar_iii', takes: ['motion_prompt'] },
  { type: 'hologram', listed: null, takes: [] },
  { type: 'hologram', listed: 'avatar_v', takes: [] },
  { type: 'hologram', listed: 'avatar_iv', takes: [] },
  { type: 'hologram', listed: 'avatar_iii', takes: [] },
]

type Body = Record<string, unknown>

const color = { type: 'color', value: '#1f2937' }
const image = { type: 'image', url: 'https://example.com/hall.jpg' }

/** A choice in the dialog, and what it adds to the request of a look that takes `takes`. */
const choices: [name: string, chosen: Partial<Draft>, adds: (takes: ReadonlySet<string>) => Body][] = [
  ['nothing', {}, () => ({})],
  ['720p', { resolution: '720p' }, () => ({ resolution: '720p' })],
  ['4k', { resolution: '4k' }, () => ({ resolution: '4k' })],
  ['9:16', { aspectRatio: '9:16' }, () => ({ aspect_ratio: '9:16' })],
  ['1:1', { aspectRatio: '1:1' }, () => ({ aspect_ratio: '1:1' })],
  ['4:5', { aspectRatio: '4:5' }, () => ({ aspect_ratio: '4:5' })],
  ['5:4', { aspectRatio: '5:4' }, () => ({ aspect_ratio: '5:4' })],
  ['the own shape', { aspectRatio: 'auto' }, () => ({ aspect_ratio: 'auto', fit: undefined })],
  ['the whole picture', { fit: 'contain' }, () => ({ fit: 'contain' })],
  ['a voice', { voiceId: 'voice-2' }, () => ({ voice_id: 'voice-2' })],
  ['a title', { title: ' Spring ' }, () => ({ title: 'Spring' })],
  ['speed', { speed: 1.2 }, () => ({ voice_settings: { speed: 1.2 } })],
  ['pitch', { pitch: -3 }, () => ({ voice_settings: { pitch: -3 } })],
  ['silence', { volume: 0 }, () => ({ voice_settings: { volume: 0 } })],
  ['a caption file', { captions: 'file' }, () => ({ caption: { file_format: 'srt' } })],
  [
    'captions burned in',
    { captions: 'burned' },
    () => ({ caption: { file_format: 'srt', style: 'default' } }),
  ],
  [
    'expressiveness',
    { expressiveness: 'high' },
    (takes) => (takes.has('expressiveness') ? { expressiveness: 'high' } : {}),
  ],
  [
    'motion',
    { motionPrompt: ' nods ' },
    (takes) => (takes.has('motion_prompt') ? { motion_prompt: 'nods' } : {}),
  ],
  ['blank motion', { motionPrompt: ' \n' }, () => ({})],
  [
    'a removed background',
    { background: { kind: 'remove' } },
    (takes) => (takes.has('remove_background') ? { remove_background: true } : {}),
  ],
  [
    'a colour',
    { background: { kind: 'color', value: '#1f2937' } },
    (takes) => ({
      background: color,
      ...(takes.has('remove_background') ? { remove_background: true } : {}),
    }),
  ],
  [
    'an image',
    { background: { kind: 'image', url: ' https://example.com/hall.jpg' } },
    (takes) => ({
      background: image,
      ...(takes.has('remove_background') ? { remove_background: true } : {}),
    }),
  ],
  ['webm', { format: 'webm' }, (takes) => (takes.has('webm') ? { output_format: 'webm' } : {})],
  [
    'webm and a removed background',
    { format: 'webm', background: { kind: 'remove' } },
    (takes) => (takes.has('webm') ? { output_format: 'webm' } : {}),
  ],
  [
    'webm and a colour',
    { format: 'webm', background: { kind: 'color', value: '#1f2937' } },
    (takes) => (takes.has('webm') ? { output_format: 'webm' } : { background: color }),
  ],
]

const open = (reason: string | null) => {
  expect(reason).not.toBe('')
  return reason === null
}

const cases = rows.flatMap((row) => choices.map(([name, chosen, adds]) => ({ row, name, chosen, adds })))

test.each(cases)(
  '$row.type with $row.listed and $name: what HeyGen takes is sent',
  ({ row, chosen, adds }) => {
    const { type, listed, takes } = row
    const look = aLook({ avatar_type: type, supported_api_engines: listed ? [listed] : [] })
    const body = videoRequest(look, aDraft(chosen))
    expect(body).toEqual({
      type: 'avatar',
      avatar_id: 'look-1',
      title: 'Hello there.',
      script: 'Hello there.',
      resolution: '1080p',
      aspect_ratio: '16:9',
      fit: 'cover',
      ...(listed ? { engine: { type: listed } } : {}),
      ...adds(new Set<string>(takes)),
    })
    expect(videoFacts.safeParse(body).error).toBeUndefined()
    expect(videoRequestSchema.safeParse(body).success).toBe(true)
  },
)

test.each(rows)(
  '$type with $listed: reasons stand exactly where a choice is not offered',
  ({ type, listed, takes }) => {
    const look = aLook({ avatar_type: type, supported_api_engines: listed ? [listed] : [] })
    const offered = offers(look, aDraft())
    expect(open(offered.expressiveness.reason)).toBe(takes.includes('expressiveness'))
    expect(open(offered.motionPrompt.reason)).toBe(takes.includes('motion_prompt'))
    expect(open(offered.removeBackground.reason)).toBe(takes.includes('remove_background'))
    expect(open(offered.webm.reason)).toBe(takes.includes('webm'))
    expect(open(offered.background.reason)).toBe(true)
    expect(offered.engines.map(({ engine, reason }) => [engine, open(reason)])).toEqual([
      ['avatar_v', listed === 'avatar_v'],
      ['avatar_iv', listed === 'avatar_iv'],
      ['avatar_iii', listed === 'avatar_iii'],
    ])
  },
)
