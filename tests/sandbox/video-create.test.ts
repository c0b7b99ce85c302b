import { expect, test } from 'vitest'
import type { VideoRequest } from '#heygen/schemas/video-request.ts'
import { hexId } from '#sandbox/random.ts'
import { voiceId } from '#sandbox/voices.ts'
import { lookIds, openStudio, span } from './studio.ts'

const path = '/v3/videos'
const base = { type: 'avatar', avatar_id: lookIds.photo, script: 'Hello there.' }

test.each<[Record<string, unknown>, string, string]>([
  [{ volume: 1 }, 'volume', 'volume is not a field of this call.'],
  [{ type: 'hologram' }, 'type', 'type is none of the kinds that this call knows.'],
  [{ type: undefined }, 'type', 'type is required.'],
  [{ avatar_id: undefined }, 'avatar_id', 'avatar_id is required.'],
  [{ avatar_id: 5 }, 'avatar_id', 'avatar_id must be of type string.'],
  [{ script: 'x'.repeat(5001) }, 'script', 'script must be at most 5000 characters.'],
  [{ resolution: '8k' }, 'resolution', 'resolution must be one of 720p, 1080p, 4k.'],
  [
    { engine: { type: 'avatar_ix' } },
    'engine.type',
    'engine.type is none of the kinds that this call knows.',
  ],
  [{ voice_settings: { speed: 3 } }, 'voice_settings.speed', 'voice_settings.speed must be at most 1.5.'],
  [
    { voice_settings: { loud: 1 } },
    'voice_settings.loud',
    'voice_settings.loud is not a field of this call.',
  ],
  [
    { background: { type: 'color', value: 'green' } },
    'background.value',
    'background.value is not in the right form.',
  ],
])('%# a body that does not fit is refused by the name of the field', async (more, param, message) => {
  const { refused } = openStudio()
  expect(await refused(path, { ...base, ...more })).toMatchObject({
    status: 400,
    code: 'invalid_parameter',
    param,
    message,
  })
})

test.each(['{"type":', ''])('%j is not JSON', async (body) => {
  const { sandbox } = openStudio()
  const response = await sandbox.request(path, { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    error: { code: 'invalid_parameter', message: 'The body is not JSON.' },
  })
})

test.each([[[]], [null], ['text']])('%j is not an object', async (body) => {
  expect(await openStudio().refused(path, body)).toMatchObject({ status: 400, code: 'invalid_parameter' })
})

const look = (media: string) => hexId(`look ${media}`)
const studioScene = (input: Record<string, unknown>) => ({
  type: 'studio',
  scenes: [
    { type: 'image', source: { type: 'asset_id', asset_id: 'a' }, duration: 4 },
    { type: 'avatar_video', input: { type: 'avatar', avatar_id: lookIds.twin, ...input } },
  ],
})

test.each<[string, Record<string, unknown>, number, string, string]>([
  ['an unknown look', { ...base, avatar_id: 'nobody' }, 404, 'avatar_not_found', 'avatar_id'],
  [
    'a look in training',
    { ...base, avatar_id: look('omar-suit-lobby-4') },
    409,
    'resource_not_ready',
    'avatar_id',
  ],
  [
    'a look without consent',
    { ...base, avatar_id: look('ruth-blouse-workshop-2') },
    409,
    'resource_not_ready',
    'avatar_id',
  ],
  [
    'a look that failed',
    { ...base, avatar_id: look('pavel-collar-studio-4') },
    400,
    'invalid_parameter',
    'avatar_id',
  ],
  ['an unknown voice', { ...base, voice_id: 'nobody' }, 404, 'voice_not_found', 'voice_id'],
  [
    'a look without a voice',
    { ...base, avatar_id: look('tomas-pinstripe-venice-2') },
    400,
    'invalid_parameter',
    'voice_id',
  ],
  [
    'the default engine where it is not listed',
    { ...base, avatar_id: 'Priya_knit_stage_side' },
    400,
    'invalid_parameter',
    'engine',
  ],
  [
    'the reference look of another person',
    { ...base, engine: { type: 'avatar_v', reference_look_id: lookIds.twin } },
    400,
    'invalid_parameter',
    'engine.reference_look_id',
  ],
  [
    'an image without a voice',
    { type: 'image', image: { type: 'asset_id', asset_id: 'a' }, script: 'Hi.' },
    400,
    'invalid_parameter',
    'voice_id',
  ],
  [
    'a scene with expressiveness on a twin',
    studioScene({ script: 'Hi.', expressiveness: 'low' }),
    400,
    'invalid_parameter',
    'scenes.1.input.expressiveness',
  ],
  [
    'a scene with an unknown look',
    studioScene({ script: 'Hi.', avatar_id: 'nobody' }),
    404,
    'avatar_not_found',
    'scenes.1.input.avatar_id',
  ],
  [
    'a scene against the policy',
    studioScene({ script: 'Hi [policy].' }),
    400,
    'content_policy_violation',
    'scenes',
  ],
  [
    'a silent scene with a script',
    {
      type: 'studio',
      scenes: [{ type: 'image', source: { type: 'asset_id', asset_id: 'a' }, duration: 4, script: 'Hi.' }],
    },
    400,
    'invalid_parameter',
    'scenes.0.duration',
  ],
  [
    'a cinematic with an unknown look',
    { type: 'cinematic_avatar', prompt: 'Rain', avatar_id: [lookIds.twin, 'nobody'] },
    404,
    'avatar_not_found',
    'avatar_id.1',
  ],
])('%s is refused', async (_name, body, status, code, param) => {
  const { refused, balance } = openStudio()
  expect(await refused(path, body)).toMatchObject({ status, code, param })
  expect(await balance()).toBe(42.5)
})

const asset = { type: 'asset_id', asset_id: 'a' } as const

test.each<[string, VideoRequest, number, number]>([
  [
    'a reference look of the same person',
    {
      type: 'avatar',
      avatar_id: lookIds.photo,
      script: 'One two three four five six seven eight nine ten',
      engine: { type: 'avatar_v', reference_look_id: look('yuki-jacket-sunset-2') },
    },
    4,
    0.2,
  ],
  [
    'a faster voice',
    {
      type: 'avatar',
      avatar_id: lookIds.photo,
      script: 'One two three four five six seven eight nine ten',
      voice_settings: { speed: 1.25 },
    },
    3.2,
    0.16,
  ],
  ['sound of their own', { type: 'avatar', avatar_id: lookIds.twin, audio_asset_id: 'a' }, 20, 1.33],
  [
    'the cheapest engine',
    { type: 'avatar', avatar_id: lookIds.studio, audio_asset_id: 'a', engine: { type: 'avatar_iii' } },
    20,
    0.33,
  ],
  [
    'an image',
    { type: 'image', image: asset, script: 'One two three four five', voice_id: voiceId('clara') },
    2,
    0.1,
  ],
  ['a cinematic', { type: 'cinematic_avatar', prompt: 'Rain', avatar_id: [lookIds.twin], duration: 8 }, 8, 7],
  [
    'a studio video',
    {
      type: 'studio',
      scenes: [
        { type: 'image', source: asset, duration: 4 },
        { type: 'video', source: asset },
        {
          type: 'avatar_video',
          input: {
            type: 'avatar',
            avatar_id: lookIds.studio,
            script: 'One two three four five',
            background: { type: 'color', color: '#000000' },
          },
        },
      ],
    },
    26,
    1.73,
  ],
])('%s: accepted, charged and finished at its length', async (_name, request, seconds, dollars) => {
  const { heygen, pass, balance } = openStudio()
  const { video_id, status } = await heygen.createVideo(request, 'key')
  expect(status).toBe('waiting')
  expect(42.5 - (await balance())).toBeCloseTo(dollars, 5)
  pass(span)
  expect(await heygen.getVideo(video_id)).toMatchObject({ status: 'completed', duration: seconds })
})

test('the older dialect makes videos of the same looks', async () => {
  const { heygen, speak, pass, refused } = openStudio({ dialect: 'video_avatar' })
  const id = await speak('Hello there.', { avatar_id: lookIds.twin, remove_background: true })
  pass(span)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'completed' })
  const body = { ...base, avatar_id: lookIds.twin, motion_prompt: 'waves' }
  expect(await refused(path, body)).toMatchObject({ status: 400, param: 'motion_prompt' })
})

test('a video that the wallet cannot pay is refused, and the wallet is never overdrawn', async () => {
  const { speak, balance, refused, pass } = openStudio({ balance: 0.1 })
  const second = { avatar_id: lookIds.photo }
  await speak('One.', second)
  await speak('Two.', second)
  expect(await balance()).toBe(0)
  pass(span)
  expect(await refused(path, base)).toMatchObject({ status: 402, code: 'insufficient_credit' })
  expect(await balance()).toBe(0)
})
