import * as fc from 'fast-check'
import { emptyDraft, type Draft } from '#create-video/draft.ts'
import { lookSchema, type Look } from '#heygen/schemas/look.ts'

/** A look as the client gives it, with a voice of its own. */
export const aLook = (given: Partial<Look> = {}): Look => ({
  ...lookSchema.parse({ id: 'look-1', name: 'Carmen Hall', default_voice_id: 'voice-1' }),
  avatar_type: 'digital_twin',
  supported_api_engines: ['avatar_iv'],
  ...given,
})

export const aDraft = (given: Partial<Draft> = {}): Draft => ({
  ...emptyDraft,
  script: 'Hello there.',
  ...given,
})

const types = ['studio_avatar', 'digital_twin', 'photo_avatar', 'hologram', ''] as const
const engineNames = ['avatar_v', 'avatar_iv', 'avatar_iii'] as const

export const anyLook: fc.Arbitrary<Look> = fc
  .record({
    avatar_type: fc.constantFrom(...types),
    supported_api_engines: fc.subarray([...engineNames, 'avatar_4_turbo', 'avatar_4_quality', 'avatar_vi']),
    default_voice_id: fc.constantFrom('voice-1', null),
    status: fc.constantFrom(null, 'completed'),
  })
  .map(aLook)

const words = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Hello there.', 'Short', '你好,世界。', ' spaced out ', 'A '.repeat(40)),
  },
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('', ' \n', 'x'.repeat(5001), 'y'.repeat(10_001)),
)
const amount = (right: number[], wrong: number[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, fc.constantFrom(...wrong, Number.NaN))

/** Whatever a person can have chosen, right or wrong, offered or not. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  way: fc.constantFrom('script', 'prompt'),
  script: words,
  prompt: words,
  title: words,
  voiceId: fc.constantFrom(null, 'voice-2'),
  engine: fc.constantFrom(null, ...engineNames),
  resolution: fc.constantFrom('720p', '1080p', '4k'),
  aspectRatio: fc.constantFrom('16:9', '9:16', '1:1', '4:5', '5:4', 'auto'),
  fit: fc.constantFrom('cover', 'contain'),
  background: fc.oneof(
    fc.constant({ kind: 'filmed' as const }),
    fc.constant({ kind: 'remove' as const }),
    fc.record({
      kind: fc.constant('color' as const),
      value: fc.constantFrom('#1f2937', '#FFF000', 'red', '#fff', ''),
    }),
    fc.record({
      kind: fc.constant('image' as const),
      url: fc.constantFrom(
        'https://example.com/a b.png',
        'HTTPS://EXAMPLE.COM/x',
        'http://example.com/x',
        'https://',
        '',
      ),
    }),
  ),
  format: fc.constantFrom('mp4', 'webm'),
  motionPrompt: fc.oneof(words, fc.constantFrom('nods', ' ')),
  expressiveness: fc.constantFrom(null, 'high', 'medium', 'low'),
  captions: fc.constantFrom('off', 'file', 'burned'),
  speed: amount([0.5, 1, 1.25, 1.5], [0, 2]),
  pitch: amount([-50, 0, 12, 50], [51, -Infinity]),
  volume: amount([0, 0.5, 1], [-0.1, 1.1]),
  styleId: fc.constantFrom(null, 'style-1'),
  orientation: fc.constantFrom(null, 'landscape', 'portrait'),
})
