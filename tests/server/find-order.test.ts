import { expect, test } from 'vitest'
import { at, doubtful, start } from './doubtful.ts'
import { agentBody, madeSession, refused, spender, videoBody } from './spend-fixtures.ts'

const minute = 60_000
const hour = 60 * minute

/** The state after as many listings as would call it absent, and one more. */
async function stateInTheEnd({ intent, clock }: Pick<ReturnType<typeof doubtful>, 'intent' | 'clock'>) {
  for (let turn = 0; turn < 3; turn++) {
    clock.now += 31_000
    await intent()
  }
  return (await intent()).state
}

const clocks = [-14, -5, -2, 2, 5, 14].map((apart) => [apart * minute])

test.each(clocks)('a session is found with HeyGen’s clock %i ms from ours', async (apart) => {
  const { order, intent, heygen } = doubtful()
  await order('/v3/video-agents', agentBody)
  heygen.sessions = [{ session_id: 'mine', created_at: at(apart), prompts: [agentBody.prompt] }]
  expect(await intent()).toMatchObject({ state: 'done', answer: { data: { session_id: 'mine' } } })
})

test.each(clocks)('a video is found with HeyGen’s clock %i ms from ours', async (apart) => {
  const { order, intent, heygen } = doubtful()
  await order('/v3/videos', videoBody)
  heygen.videos = [{ id: 'mine', created_at: at(apart), title: 'Launch' }]
  expect(await intent()).toMatchObject({ state: 'done', answer: { data: { video_id: 'mine' } } })
})

test.each(clocks)('a message is found with HeyGen’s clock %i ms from ours', async (apart) => {
  const { order, intent, heygen } = doubtful()
  heygen.sessions = [{ session_id: 's1', created_at: at(apart), prompts: ['Go on.'] }]
  await order('/v3/video-agents/s1', { message: 'Go on.' })
  expect((await intent()).state).toBe('done')
})

test.each([
  [-20 * minute, 'unknown'],
  [-23 * hour, 'unknown'],
  [23 * hour, 'unknown'],
  [-25 * hour, 'absent'],
])('the prompt in a session made %i ms from the order: %s', async (apart, state) => {
  const doubt = doubtful()
  await doubt.order('/v3/video-agents', agentBody)
  doubt.heygen.sessions = [{ session_id: 's1', created_at: at(apart), prompts: [agentBody.prompt] }]
  expect(await stateInTheEnd(doubt)).toBe(state)
})

test.each([
  [-20 * minute, 'unknown'],
  [-23 * hour, 'unknown'],
  [-25 * hour, 'absent'],
])('the title of a video made %i ms from the order: %s', async (apart, state) => {
  const doubt = doubtful()
  await doubt.order('/v3/videos', videoBody)
  doubt.heygen.videos = [{ id: 'v1', created_at: at(apart), title: 'Launch' }]
  expect(await stateInTheEnd(doubt)).toBe(state)
})

test.each([
  [-20 * minute, 'unknown'],
  [-25 * hour, 'absent'],
])('a message written %i ms from the order: %s', async (apart, state) => {
  const doubt = doubtful()
  doubt.heygen.sessions = [{ session_id: 's1', created_at: at(apart), prompts: ['Go on.'] }]
  await doubt.order('/v3/video-agents/s1', { message: 'Go on.' })
  expect(await stateInTheEnd(doubt)).toBe(state)
})

test('a message of an hour ago that has its order keeps no other in doubt', async () => {
  const doubt = doubtful()
  const { order, heygen, clock } = doubt
  heygen.make = () => madeSession()
  await order('/v3/video-agents/s1', { message: 'Go on.' }, 'answered')
  heygen.sessions = [{ session_id: 's1', created_at: at(1000), prompts: ['Go on.'] }]
  heygen.make = () => refused(500, 'internal_error')
  clock.now += hour
  await order('/v3/video-agents/s1', { message: 'Go on.' })
  expect(await stateInTheEnd(doubt)).toBe('absent')
})

test('where two have the prompt, the one made with the order is the order’s', async () => {
  const { order, intent, heygen } = doubtful()
  await order('/v3/video-agents', agentBody)
  heygen.sessions = [
    { session_id: 'mine', created_at: at(1000), prompts: [agentBody.prompt] },
    { session_id: 'earlier', created_at: at(-10 * minute), prompts: [agentBody.prompt] },
  ]
  expect((await intent()).answer).toMatchObject({ data: { session_id: 'mine' } })
})

test.each([
  ['a session without its prompt', '/v3/video-agents', agentBody],
  ['a video, for an order without a title', '/v3/videos', { ...videoBody, title: null }],
])('%s is no order’s by a time that is far from it, but a doubt', async (_, path, body) => {
  const doubt = doubtful()
  await doubt.order(path, body)
  doubt.heygen.sessions = [{ session_id: 's1', created_at: at(-10 * minute) }]
  doubt.heygen.videos = [{ id: 'v1', created_at: at(-10 * minute), title: 'Any' }]
  expect(await stateInTheEnd(doubt)).toBe('unknown')
})

const title = 'The spring release in two minutes'

test.each([
  ['The spring  release in\ntwo minutes ', 'done'],
  ['The spring release in two minutes (1)', 'unknown'],
  ['The spring release i', 'unknown'],
  ['The  spring release in…', 'unknown'],
  ['', 'unknown'],
  [' ', 'unknown'],
  [undefined, 'unknown'],
  ['The spring release', 'absent'],
  ['Another film', 'absent'],
])('a video titled %j: %s', async (theirs, state) => {
  const doubt = doubtful()
  await doubt.order('/v3/videos', { ...videoBody, title: ` ${title.replace('two', ' two')}` })
  doubt.heygen.videos = [
    { id: 'v1', created_at: at(1000), ...(theirs === undefined ? {} : { title: theirs }) },
  ]
  expect(await stateInTheEnd(doubt)).toBe(state)
})

test('a video that is like it in title alone, from another hour, says nothing', async () => {
  const doubt = doubtful()
  await doubt.order('/v3/videos', { ...videoBody, title })
  doubt.heygen.videos = [{ id: 'v1', created_at: at(-2 * hour), title: `${title} (1)` }]
  expect(await stateInTheEnd(doubt)).toBe('absent')
})

test('an order of last week that is still in doubt does not keep others so', async () => {
  const clock = { now: start }
  const { order, intent } = spender(
    (url, { method }) => {
      if (method === 'POST') return refused(500, 'x')
      const page = Number(new URL(url).searchParams.get('token') ?? 0)
      // Every page a quarter of a day, without end.
      const data = [
        { session_id: `s${page}`, created_at: Math.floor((clock.now - (page + 5) * 6 * hour) / 1000) },
      ]
      return Response.json({ data, has_more: true, next_token: String(page + 1) })
    },
    { now: () => clock.now, timings: { wait: 20, listEvery: 30_000 } },
  )
  await order('/v3/video-agents', { ...agentBody, incognito_mode: true }, 'old')
  clock.now += 7 * 24 * hour
  await order('/v3/video-agents', agentBody, 'new')
  clock.now += 31_000
  await intent('new')
  clock.now += 31_000
  expect([(await intent('new')).state, (await intent('old')).state]).toEqual(['absent', 'unknown'])
})
