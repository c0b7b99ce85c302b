import { expect, test } from 'vitest'
import { brokenRule, type Take } from '#sandbox/compatibility.ts'

const take = (more: Partial<Take>, asked: Take['asked'] = {}): Take => ({
  kind: 'photo_avatar',
  engine: 'avatar_iv',
  engines: [],
  hasVoice: true,
  asked: { script: 'Hello.', ...asked },
  ...more,
})

const color = { type: 'color', value: '#00ff00' } as const
const kinds = ['photo_avatar', 'digital_twin', 'studio_avatar', 'image'] as const
const engines = ['avatar_v', 'avatar_iv', 'avatar_iii'] as const
const pairs = kinds.flatMap((kind) => engines.map((engine) => [kind, engine] as const))

// Who may have what, in words that the rules do not share.
const withExpression = new Set(['photo_avatar avatar_iv', 'image avatar_iv'])
const withMotion = new Set([
  ...engines.flatMap((engine) => [`photo_avatar ${engine}`, `image ${engine}`]),
  'digital_twin avatar_v',
])

test.each(pairs)('%s with %s: expressiveness', (kind, engine) => {
  const broken = brokenRule(take({ kind, engine }, { voice_id: 'v', expressiveness: 'high' }))
  expect(broken?.param).toBe(withExpression.has(`${kind} ${engine}`) ? undefined : 'expressiveness')
})

test.each(pairs)('%s with %s: motion_prompt', (kind, engine) => {
  const broken = brokenRule(take({ kind, engine }, { voice_id: 'v', motion_prompt: 'waves' }))
  expect(broken?.param).toBe(withMotion.has(`${kind} ${engine}`) ? undefined : 'motion_prompt')
})

test.each([
  ['photo_avatar', 'output_format', 'remove_background'],
  ['image', 'output_format', 'remove_background'],
  ['studio_avatar', undefined, 'remove_background'],
  ['digital_twin', undefined, undefined],
] as const)('%s: webm and a removed background', (kind, webm, removed) => {
  const broken = (asked: Take['asked']) => brokenRule(take({ kind }, { voice_id: 'v', ...asked }))?.param
  expect(broken({ output_format: 'webm' })).toBe(webm)
  expect(broken({ remove_background: true })).toBe(removed)
  expect(broken({ remove_background: false, output_format: 'mp4' })).toBeUndefined()
})

test.each<[string, Take, string | undefined]>([
  ['no speech', take({ asked: {} }), 'script'],
  ['null for speech', take({ asked: { script: null, audio_url: null } }), 'script'],
  ['audio alone', take({ asked: { audio_url: 'https://a.test/a.mp3' } }), undefined],
  ['an asset alone', take({ asked: { audio_asset_id: 'a' } }), undefined],
  ['script and audio', take({}, { audio_url: 'https://a.test/a.mp3' }), 'audio_url'],
  ['script and an asset', take({}, { audio_asset_id: 'a' }), 'audio_asset_id'],
  [
    'audio and an asset',
    take({ asked: { audio_url: 'https://a.test/a.mp3', audio_asset_id: 'a' } }),
    'audio_asset_id',
  ],
  ['an engine that is listed', take({ engine: 'avatar_iii', engines: ['avatar_iii'] }), undefined],
  ['an engine that is not listed', take({ engines: ['avatar_iii'] }), 'engine'],
  ['any engine where none is listed', take({ engine: 'avatar_v' }), undefined],
  ['a script and no voice at all', take({ hasVoice: false }), 'voice_id'],
  ['a script and a voice that is chosen', take({ hasVoice: false }, { voice_id: 'v' }), undefined],
  ['audio without a voice', take({ hasVoice: false, asked: { audio_asset_id: 'a' } }), undefined],
  ['a color', take({}, { background: color }), undefined],
  ['a color without a value', take({}, { background: { type: 'color' } }), 'background.value'],
  ['an image without a source', take({}, { background: { type: 'image' } }), 'background.url'],
  ['an image', take({}, { background: { type: 'image', asset_id: 'a' } }), undefined],
  [
    'an image with two sources',
    take({}, { background: { type: 'image', asset_id: 'a', url: 'https://a.test/a.png' } }),
    'background.url',
  ],
  [
    'webm with a background',
    take({ kind: 'digital_twin' }, { output_format: 'webm', background: color }),
    'background',
  ],
  [
    'a removed background with a color behind',
    take({ kind: 'digital_twin' }, { remove_background: true, background: color }),
    undefined,
  ],
])('%s', (_name, one, param) => {
  expect(brokenRule(one)?.param).toBe(param)
})
