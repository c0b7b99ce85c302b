import { expect, test } from 'vitest'
import { at, doubtful, start } from './doubtful.ts'
import { canary } from './fixtures.ts'
import { agentBody, madeVideo, refused, spender, videoBody } from './spend-fixtures.ts'

test('a session with the prompt, made since, is the order’s', async () => {
  const { order, intent, heygen, writes } = doubtful()
  await order('/v3/video-agents', agentBody)
  heygen.sessions = [
    { session_id: 'other', created_at: at(2000), prompts: ['Something else.'] },
    { session_id: 'mine', created_at: at(1000), prompts: ['Make it blue.', ' A film  about tea.\n'] },
    { session_id: 'old', created_at: at(-120_000), prompts: [agentBody.prompt] },
  ]
  expect(await intent()).toMatchObject({ state: 'done', answer: { data: { session_id: 'mine' } } })
  const again = await order('/v3/video-agents', agentBody)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await again.json()).toMatchObject({ data: { session_id: 'mine', status: 'generating' } })
  expect(writes()).toHaveLength(1)
})

test('two listings without it, thirty seconds apart and late enough, say that it was never made', async () => {
  const { order, intent, clock, heygen, writes } = doubtful()
  await order('/v3/video-agents', agentBody)
  expect(await intent()).toMatchObject({ state: 'unknown', next_check_in: 30 })
  expect(heygen.listings).toBe(1)
  clock.now += 10_000
  expect(await intent()).toMatchObject({ state: 'unknown', next_check_in: 20 })
  expect(heygen.listings).toBe(1)
  clock.now += 20_000
  expect((await intent()).state).toBe('unknown')
  clock.now += 29_999
  expect((await intent()).state).toBe('unknown')
  expect(heygen.listings).toBe(2)
  clock.now += 1
  expect(await intent()).toMatchObject({ state: 'absent', answer: null, error: null, next_check_in: null })
  const again = await order('/v3/video-agents', agentBody)
  expect(again.status).toBe(409)
  expect(await again.json()).toMatchObject({ error: { code: 'intent_absent' } })
  expect(writes()).toHaveLength(1)
})

test('what came between two listings starts the count again', async () => {
  const { order, intent, clock, heygen } = doubtful()
  await order('/v3/video-agents', agentBody)
  const states: string[] = []
  for (const broken of [false, true, false, false]) {
    clock.now += 31_000
    heygen.broken = broken
    states.push((await intent()).state)
  }
  expect(states).toEqual(['unknown', 'unknown', 'unknown', 'absent'])
})

test('two orders with one prompt never find the same session', async () => {
  const { order, intent, heygen, clock } = doubtful()
  await order('/v3/video-agents', agentBody, 'first')
  await order('/v3/video-agents', agentBody, 'second')
  heygen.sessions = [{ session_id: 's1', created_at: at(1000), prompts: [agentBody.prompt] }]
  clock.now += 31_000
  const states = [await intent('first'), await intent('second')]
  expect(states.map(({ state }) => state).toSorted()).toEqual(['done', 'unknown'])
  heygen.sessions.unshift({ session_id: 's2', created_at: at(1500), prompts: [agentBody.prompt] })
  clock.now += 31_000
  const ids = [await intent('first'), await intent('second')].map(({ answer }) => answer)
  expect(ids).toMatchObject([{ data: { session_id: 's1' } }, { data: { session_id: 's2' } }])
})

test('a session that shows no prompt counts only if it is the only one, for one order', async () => {
  const { order, intent, heygen, clock } = doubtful()
  await order('/v3/video-agents', agentBody, 'first')
  heygen.sessions = [
    { session_id: 's1', created_at: at(1000) },
    { session_id: 's2', created_at: at(2000) },
  ]
  expect((await intent('first')).state).toBe('unknown')
  await order('/v3/video-agents', { prompt: 'Another.' }, 'second')
  heygen.sessions = [{ session_id: 's1', created_at: at(1000) }]
  clock.now += 31_000
  expect((await intent('first')).state).toBe('unknown')
  expect((await intent('second')).state).toBe('unknown')
  heygen.sessions = [
    { session_id: 's1', created_at: at(1000) },
    { session_id: 's2', created_at: at(2000), prompts: ['Another.'] },
  ]
  clock.now += 31_000
  expect((await intent('second')).answer).toMatchObject({ data: { session_id: 's2' } })
  clock.now += 31_000
  expect((await intent('first')).answer).toMatchObject({ data: { session_id: 's1' } })
})

test('a session that an order got as its answer is not another’s', async () => {
  const { order, intent, heygen, clock } = doubtful()
  await order('/v3/video-agents', agentBody, 'lost')
  heygen.make = () => Response.json({ data: { session_id: 's1', status: 'thinking' } })
  expect((await order('/v3/video-agents', agentBody, 'answered')).status).toBe(200)
  heygen.sessions = [{ session_id: 's1', created_at: at(1000), prompts: [agentBody.prompt] }]
  for (const expected of ['unknown', 'unknown', 'absent']) {
    expect((await intent('lost')).state).toBe(expected)
    clock.now += 31_000
  }
})

test('a video is found by its title, and only if one has it', async () => {
  const { order, intent, heygen, clock } = doubtful()
  await order('/v3/videos', videoBody)
  heygen.videos = [
    { id: 'v3', created_at: at(3000), title: 'Other' },
    { id: 'v2', created_at: at(2000), title: 'Launch' },
    { id: 'v1', created_at: at(1000), title: 'Launch' },
  ]
  expect((await intent()).state).toBe('unknown')
  heygen.videos.pop()
  clock.now += 31_000
  expect(await intent()).toMatchObject({ state: 'done', answer: { data: { video_id: 'v2' } } })
})

test('a batch in doubt is neither found nor called absent', async () => {
  const { order, intent, clock, heygen } = doubtful()
  await order('/v3/videos/batches', { videos: [videoBody] })
  heygen.videos = [{ id: 'v1', created_at: at(1000), title: 'Launch' }]
  for (let turn = 0; turn < 6; turn++) {
    clock.now += 31_000
    if (turn === 3) heygen.videos = []
    expect((await intent()).state).toBe('unknown')
  }
})

test('a session that HeyGen may hide is never called absent', async () => {
  const { order, intent, clock } = doubtful()
  await order('/v3/video-agents', { ...agentBody, incognito_mode: true })
  for (let turn = 0; turn < 5; turn++) {
    clock.now += 31_000
    expect((await intent()).state).toBe('unknown')
  }
})

test('a message is found among those of its session, once for each', async () => {
  const { order, intent, heygen, clock } = doubtful()
  heygen.sessions = [{ session_id: 's1', created_at: at(500), prompts: ['Go on.'] }]
  await order('/v3/video-agents/s1', { message: 'Go on.' }, 'first')
  expect(await intent('first')).toMatchObject({ state: 'done', answer: { data: { session_id: 's1' } } })
  await order('/v3/video-agents/s1', { message: 'Go on.' }, 'second')
  for (const expected of ['unknown', 'unknown', 'absent']) {
    expect((await intent('second')).state).toBe(expected)
    clock.now += 31_000
  }
})

test('among many sessions, those made nearest to the order are read', async () => {
  const { order, intent, heygen } = doubtful()
  await order('/v3/video-agents', agentBody)
  const others = Array.from({ length: 60 }, (_, index) => ({
    session_id: `s${index}`,
    created_at: at(index < 30 ? -40_000 : 40_000),
    prompts: ['Others.'],
  }))
  heygen.sessions = [...others, { session_id: 'mine', created_at: at(1000), prompts: [agentBody.prompt] }]
  expect((await intent()).answer).toMatchObject({ data: { session_id: 'mine' } })
})

test('a listing too long to be read whole says nothing', async () => {
  const { order, intent, heygen, clock } = doubtful()
  await order('/v3/video-agents', agentBody)
  heygen.sessions = Array.from({ length: 30 }, (_, index) => ({
    session_id: `s${index}`,
    created_at: at(1000),
    prompts: ['Others.'],
  }))
  for (let turn = 0; turn < 3; turn++) {
    clock.now += 31_000
    expect((await intent()).state).toBe('unknown')
  }
})

const hour = 3_600_000

test('pages are walked until they are older by a day than the order', async () => {
  const paths: string[] = []
  const clock = { now: start }
  const { order, intent } = spender(
    (url, { method }) => {
      const { pathname, search, searchParams } = new URL(url)
      if (method === 'POST') return refused(500, 'x')
      if (pathname !== '/v3/video-agents') {
        const messages = [{ role: 'user', type: 'text', content: agentBody.prompt, created_at: at() }]
        return Response.json({ data: { session_id: 'mine', status: 'thinking', created_at: at(), messages } })
      }
      paths.push(search)
      const page = Number(searchParams.get('token') ?? 0)
      const rows = [
        [{ session_id: 'later', created_at: at(600_000) }],
        [{ session_id: 'mine', created_at: at(1000) }],
        [{ session_id: 'older', created_at: at(-25 * hour) }],
        [],
      ]
      return Response.json({ data: rows[page], has_more: true, next_token: String(page + 1) })
    },
    { now: () => clock.now, timings: { wait: 30, listEvery: 30_000 } },
  )
  await order('/v3/video-agents', agentBody)
  expect(await intent()).toMatchObject({ state: 'done', answer: { data: { session_id: 'mine' } } })
  expect(paths).toEqual(['?limit=100', '?limit=100&token=1', '?limit=100&token=2'])
})

/** How far a listing goes that has no end, and what is said of the order then. */
async function endless(dayOrders: string) {
  let pages = 0
  const clock = { now: start }
  const { order, intent } = spender(
    (url, { method }) => {
      if (method === 'POST') return refused(500, 'x')
      const { pathname, searchParams } = new URL(url)
      if (pathname !== '/v3/video-agents') {
        const messages = [{ role: 'user', type: 'text', content: 'Another.', created_at: at(hour) }]
        return Response.json({
          data: { session_id: 's', status: 'thinking', created_at: at(hour), messages },
        })
      }
      const page = Number(searchParams.get('token') ?? 0)
      pages = page + 1
      // Thirty pages of sessions that were made too late to be the order's.
      const created_at = page < 30 ? at(hour) : at(-25 * hour)
      const data = [{ session_id: `s${page}`, created_at }]
      return Response.json({ data, has_more: true, next_token: String(page + 1) })
    },
    {
      env: { HEYGEN_API_KEY: canary, CREATES_PER_DAY_ALL: dayOrders },
      now: () => clock.now,
      timings: { wait: 30, look: 20_000, listEvery: 30_000 },
    },
  )
  await order('/v3/video-agents', agentBody)
  for (let look = 0; look < 3; look++) {
    clock.now += 31_000
    await intent()
  }
  return { pages, state: (await intent()).state }
}

test('a listing goes as far as a day’s orders may, and what it does not reach stays in doubt', async () => {
  expect(await endless('10')).toEqual({ pages: 20, state: 'unknown' })
  expect(await endless('2500')).toEqual({ pages: 25, state: 'unknown' })
  expect(await endless('5000')).toEqual({ pages: 31, state: 'absent' })
})

test('who asks is answered in time, though HeyGen’s listing hangs', async () => {
  const { order, intent } = spender(
    (_, { method }) => (method === 'POST' ? refused(500, 'x') : Promise.withResolvers<Response>().promise),
    { timings: { wait: 20, look: 50 } },
  )
  await order('/v3/video-agents', agentBody)
  expect((await intent()).state).toBe('unknown')
})

test('without anybody asking, the background looks too, and ends when nothing is in doubt', async () => {
  const { order, spending, heygen } = doubtful({ timings: { listEvery: 20, listable: 0 }, now: Date.now })
  heygen.sessions = [
    { session_id: 's1', created_at: Math.floor(Date.now() / 1000), prompts: [agentBody.prompt] },
  ]
  await order('/v3/video-agents', agentBody, 'found')
  heygen.sessions = []
  await order('/v3/video-agents', { prompt: 'Lost.' }, 'lost')
  const state = async (key: string) => {
    const found = await spending.find('local', key)
    return found?.record.state
  }
  await expect.poll(() => heygen.listings).toBeGreaterThan(2)
  await expect.poll(() => state('lost')).toBe('absent')
  expect(await state('found')).toBe('done')
  const { listings } = heygen
  await new Promise((resolve) => {
    setTimeout(resolve, 100)
  })
  expect(heygen.listings).toBe(listings)
})

test('while it is being sent again, no listing calls it absent', async () => {
  const { order, intent, heygen, clock } = doubtful({ timings: { resends: [300, 300] } })
  let turn = 0
  heygen.make = () => (turn++ === 0 ? refused(500, 'x') : madeVideo('late'))
  const waiting = order('/v3/videos', videoBody)
  await expect.poll(() => turn).toBe(1)
  for (let asked = 0; asked < 4; asked++) {
    clock.now += 31_000
    expect((await intent()).state).toBe('sending')
  }
  await waiting
  await expect.poll(async () => (await intent()).state).toBe('done')
})
