import { expect, test } from 'vitest'
import { batchCost, batchItems, batchOrder, batchProblems } from '#create-video/batch.ts'
import { batchRequestSchema } from '#heygen/schemas/video-request.ts'
import { aDraft, aLook } from './samples.ts'

const twin = aLook({ id: 'twin', name: 'Twin' })
const photo = aLook({ id: 'photo', avatar_type: 'photo_avatar', supported_api_engines: ['avatar_iv'] })
const training = aLook({ id: 'training', status: 'processing' })
const mute = aLook({ id: 'mute', default_voice_id: null })
const newest = aLook({ id: 'newest', avatar_type: 'photo_avatar', supported_api_engines: ['avatar_v'] })
const tenSeconds = aDraft({ script: 'word '.repeat(25), expressiveness: 'high' })

test('each look takes of the draft what HeyGen takes for it', () => {
  const { order } = batchOrder(batchItems([twin, photo], tenSeconds, null), tenSeconds)
  expect(order.body.videos).toMatchObject([
    { avatar_id: 'twin', engine: { type: 'avatar_iv' } },
    { avatar_id: 'photo', expressiveness: 'high' },
  ])
  expect(order.body.videos[0]).not.toHaveProperty('expressiveness')
  expect(batchRequestSchema.safeParse(order.body).success).toBe(true)
})

test('what cannot be made is left out, with its reason, and costs nothing', () => {
  const items = batchItems([twin, training, mute], tenSeconds, null)
  expect(items.map(({ problem }) => problem)).toEqual([
    null,
    expect.stringMatching(/in training/),
    expect.stringMatching(/no voice of its own/),
  ])
  const { order, facts } = batchOrder(items, tenSeconds)
  expect(order.body.videos).toHaveLength(1)
  expect(facts.map(({ lookId }) => lookId)).toEqual(['twin'])
  expect(batchCost(items)).toEqual(batchCost(batchItems([twin], tenSeconds, null)))
})

test('a voice for all lets a look without one of its own speak', () => {
  const draft = aDraft({ voiceId: 'voice-9' })
  expect(batchItems([mute], draft, null)[0]?.problem).toBeNull()
})

test('the cost is the sum, and says for how many it is not known', () => {
  const cost = batchCost(batchItems([twin, photo, newest], tenSeconds, null))
  expect(cost.low).toBeCloseTo(9 * 0.0667 + 9 * 0.05)
  expect(cost.high).toBeCloseTo(11 * 0.0667 + 11 * 0.05)
  expect(cost.unknown).toBe(1)
})

function problems(looks: Parameters<typeof batchItems>[0], draft = aDraft()) {
  const items = batchItems(looks, draft, null)
  return batchProblems(items, draft, batchOrder(items, draft).order)
}

test('what is wrong with the draft is said once, but for voices, which are said beside their looks', () => {
  expect(problems([mute, twin], aDraft({ script: ' ' }))).toEqual({ script: expect.any(String) })
  expect(problems([mute, twin])).toEqual({})
  expect(problems([], aDraft({ script: '' }))).toEqual({})
})

test('a script that is too long for so many looks says so before it is sent', () => {
  const draft = aDraft({ script: 'words '.repeat(500) })
  const looks = Array.from({ length: 30 }, (_, at) => aLook({ id: `l${at}` }))
  expect(problems(looks.slice(0, 10), draft)).toEqual({})
  expect(problems(looks, draft)).toEqual({ script: expect.stringMatching(/30 looks/) })
})
