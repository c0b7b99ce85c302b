import { expect, test } from 'vitest'
import { engineOf, lookBlock, offers } from '#create-video/rules.ts'
import { aDraft, aLook } from './samples.ts'

test.each([
  { listed: ['avatar_iii', 'avatar_v', 'avatar_iv'], chosen: null, engine: 'avatar_iv' },
  { listed: ['avatar_iii', 'avatar_v'], chosen: null, engine: 'avatar_v' },
  { listed: ['avatar_iii'], chosen: null, engine: 'avatar_iii' },
  { listed: ['avatar_iii', 'avatar_iv'], chosen: 'avatar_iii', engine: 'avatar_iii' },
  { listed: ['avatar_iii'], chosen: 'avatar_v', engine: 'avatar_iii' },
  { listed: ['avatar_4_turbo'], chosen: null, engine: 'avatar_iv' },
  { listed: ['avatar_4_quality', 'avatar_iii'], chosen: 'avatar_iv', engine: 'avatar_iv' },
  { listed: [], chosen: 'avatar_iv', engine: null },
  { listed: ['avatar_vi'], chosen: 'avatar_v', engine: null },
] as const)('of $listed with $chosen chosen, $engine makes the video', ({ listed, chosen, engine }) => {
  expect(engineOf(aLook({ supported_api_engines: [...listed] }), { engine: chosen })).toBe(engine)
})

test('where HeyGen chooses the engine, every engine says so', () => {
  const { engines } = offers(aLook({ supported_api_engines: ['avatar_vi'] }), aDraft())
  expect(engines.map(({ reason }) => reason)).toEqual(
    Array(3).fill('HeyGen does not say which engines this look takes: it will choose.'),
  )
})

test('an engine that is not listed is named in its reason', () => {
  const { engines } = offers(aLook({ supported_api_engines: ['avatar_iv'] }), aDraft())
  expect(engines[2]?.reason).toBe('HeyGen does not offer Avatar III for this look.')
})

test('expressiveness and motion follow the engine that was chosen', () => {
  const photo = aLook({ avatar_type: 'photo_avatar', supported_api_engines: ['avatar_v', 'avatar_iv'] })
  expect(offers(photo, aDraft()).expressiveness.reason).toBeNull()
  expect(offers(photo, aDraft({ engine: 'avatar_v' })).expressiveness.reason).toBe('Only Avatar IV takes it.')
  const twin = { ...photo, avatar_type: 'digital_twin' }
  expect(offers(twin, aDraft({ engine: 'avatar_v' })).motionPrompt.reason).toBeNull()
  expect(offers(twin, aDraft()).motionPrompt.reason).toBe('Video avatars take it with Avatar V only.')
})

test('webm takes the background away, but not from a look that cannot be webm', () => {
  const reason = 'WebM is see-through: HeyGen removes the background itself.'
  const twin = offers(aLook(), aDraft({ format: 'webm' }))
  expect([twin.background.reason, twin.removeBackground.reason]).toEqual([reason, reason])
  const photo = offers(aLook({ avatar_type: 'photo_avatar' }), aDraft({ format: 'webm' }))
  expect(photo.background.reason).toBeNull()
  expect(photo.webm.reason).toBe('HeyGen cuts out filmed looks only.')
})

test.each([
  [null, null],
  ['completed', null],
  ['processing', 'This look is still in training. It cannot make videos yet.'],
  ['pending_consent', 'The person has not given consent yet. It cannot make videos until then.'],
  ['failed', 'Training failed. This look cannot make videos.'],
  ['pending', 'This look is not ready: HeyGen gives its status as “pending”.'],
  ['constructor', 'This look is not ready: HeyGen gives its status as “constructor”.'],
])('a look of status %j is blocked by %j', (status, block) => {
  expect(lookBlock(aLook({ status }))).toBe(block)
})
