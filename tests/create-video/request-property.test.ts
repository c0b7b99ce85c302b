import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { agentRequest, orderFacts, orderOf, videoRequest } from '#create-video/request.ts'
import { checkDraft } from '#create-video/validate.ts'
import type { Look } from '#heygen/schemas/look.ts'
import {
  agentRequestSchema,
  videoRequestSchema,
  type AvatarVideoRequest,
} from '#heygen/schemas/video-request.ts'
import { agentFacts, videoFacts } from './contract-facts.ts'
import { anyDraft, anyLook } from './samples.ts'

const oldNames: Record<string, string> = { avatar_4_quality: 'avatar_iv', avatar_4_turbo: 'avatar_iv' }

/** What HeyGen answers with a 400 of its own, beyond the shape of a request. */
const refusals: [name: string, refused: (look: Look, body: AvatarVideoRequest) => boolean][] = [
  [
    'an engine that the look does not list',
    ({ supported_api_engines: names }, { engine }) =>
      engine != null && !names.some((name) => (oldNames[name] ?? name) === engine.type),
  ],
  [
    'no engine, although the look lists one',
    ({ supported_api_engines: names }, { engine }) =>
      engine == null && names.some((name) => name !== 'avatar_vi'),
  ],
  [
    'expressiveness but on photo avatars with Avatar IV',
    ({ avatar_type: type }, { expressiveness, engine }) =>
      expressiveness != null && !(type === 'photo_avatar' && (engine == null || engine.type === 'avatar_iv')),
  ],
  [
    'motion but on photo avatars, and twins with Avatar V',
    ({ avatar_type: type }, { motion_prompt: motion, engine }) =>
      motion != null && type !== 'photo_avatar' && !(type === 'digital_twin' && engine?.type === 'avatar_v'),
  ],
  [
    'a removed background but on twins',
    ({ avatar_type: type }, { remove_background: remove }) => remove != null && type !== 'digital_twin',
  ],
  [
    'webm with a background',
    (_look, { output_format: format, background, remove_background: remove }) =>
      format === 'webm' && (background != null || remove != null),
  ],
  [
    'webm of what is not filmed',
    ({ avatar_type: type }, { output_format: format }) =>
      format === 'webm' && type !== 'digital_twin' && type !== 'studio_avatar',
  ],
]

const plain = { type: 'avatar', avatar_id: 'look-1', script: 'Hello there.' }

test.each([
  [{ ...plain, odd: 1 }],
  [{ ...plain, type: 'image' }],
  [{ ...plain, script: '' }],
  [{ ...plain, avatar_id: undefined }],
  [{ ...plain, engine: 'avatar_iv' }],
  [{ ...plain, engine: { type: 'avatar_iv', reference_look_id: 'look-2' } }],
  [{ ...plain, resolution: '1080' }],
  [{ ...plain, voice_settings: { speed: 1.6 } }],
  [{ ...plain, background: { type: 'color', url: 'https://example.com/a.jpg' } }],
  [{ ...plain, caption: { style: 'big' } }],
])('the facts of the contract refuse %j', (body) => {
  expect(videoFacts.safeParse(plain).success).toBe(true)
  expect(videoFacts.safeParse(body).success).toBe(false)
  expect(agentFacts.safeParse({ ...body, prompt: 'A tour' }).success).toBe(false)
})

test.each(refusals)('no draft asks any look for %s', (_name, refused) => {
  fc.assert(
    fc.property(anyLook, anyDraft, (look, draft) => {
      expect(refused(look, videoRequest(look, draft))).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('a draft without problems makes a request of the contract, and every part of it occurs', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(anyLook, anyDraft, (look, draft) => {
      const { route, body } = orderOf(look, draft)
      if (Object.keys(checkDraft(look, draft)).length > 0) return
      const [facts, ours] =
        route === '/v3/videos' ? [videoFacts, videoRequestSchema] : [agentFacts, agentRequestSchema]
      expect(facts.safeParse(body).error).toBeUndefined()
      expect(ours.safeParse(body).success).toBe(true)
      for (const key of Object.keys(body)) seen.set(key, (seen.get(key) ?? 0) + 1)
    }),
    { numRuns: 10_000 },
  )
  expect([...seen.keys()].toSorted().join(' ')).toBe(
    'aspect_ratio avatar_id background caption engine expressiveness fit mode motion_prompt orientation ' +
      'output_format prompt remove_background resolution script style_id title type voice_id voice_settings',
  )
})

test('what the contract refuses of a request, the draft is told of', () => {
  let refused = 0
  fc.assert(
    fc.property(anyLook, anyDraft, (look, draft) => {
      const { route, body } = orderOf(look, draft)
      if ((route === '/v3/videos' ? videoFacts : agentFacts).safeParse(body).success) return
      refused += 1
      expect(Object.values(checkDraft(look, draft))).not.toEqual([])
    }),
    { numRuns: 2000 },
  )
  expect(refused).toBeGreaterThan(100)
})

test('facts of an order are plain JSON and bring the draft back', () => {
  fc.assert(
    fc.property(anyLook, anyDraft, (look, draft) => {
      const facts = orderFacts(look, { ...draft, speed: 1, pitch: 0, volume: 1 })
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
      expect(facts.title).not.toBe('')
      expect(facts.engine === null).toBe(draft.way === 'prompt' || !('engine' in videoRequest(look, draft)))
    }),
  )
})

test('an agent is asked with nothing but what was chosen', () => {
  fc.assert(
    fc.property(anyLook, anyDraft, (look, draft) => {
      const body = agentRequest(look, draft)
      expect(body.avatar_id).toBe(look.id)
      expect('voice_id' in body).toBe(draft.voiceId !== null)
      expect('style_id' in body).toBe(draft.styleId !== null)
      expect('orientation' in body).toBe(draft.orientation !== null)
    }),
  )
})
