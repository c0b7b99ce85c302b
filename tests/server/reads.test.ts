import { expect, test } from 'vitest'
import { createAnswerCache } from '#server/answer-cache.ts'
import { createBreaker } from '#server/breaker.ts'
import { createReads } from '#server/reads.ts'
import { appOf, errorOf, upstreamOf } from './fixtures.ts'

const live = () => new AbortController().signal

/** Reads before an upstream whose answers the test lets go one by one. */
function heldReads() {
  const held: {
    url: string
    signal: AbortSignal | null | undefined
    answer: (response: Response) => void
  }[] = []
  const upstream = upstreamOf({
    fetch: (url, init) =>
      new Promise<Response>((answer) => {
        held.push({ url, signal: init.signal, answer })
      }),
  })
  return { reads: createReads(upstream, createAnswerCache()), held }
}

const arrived = async (held: unknown[], count: number) => {
  await expect.poll(() => held.length, { interval: 1, timeout: 10_000 }).toBe(count)
}

test('equal questions at once are one request', async () => {
  const { reads, held } = heldReads()
  const all = Array.from({ length: 20 }, () => reads('/v3/avatars', 1000, live()))
  await arrived(held, 1)
  held[0]?.answer(Response.json({ data: [1] }))
  const answers = await Promise.all(all)
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['{"data":[1]}']))
  expect(answers.filter(({ from }) => from === 'upstream')).toHaveLength(1)
  expect(held).toHaveLength(1)
})

test('a caller that leaves does not end it for the others', async () => {
  const { reads, held } = heldReads()
  const leaver = new AbortController()
  const first = reads('/v3/avatars', 1000, leaver.signal)
  const second = reads('/v3/avatars', 1000, live())
  await arrived(held, 1)
  leaver.abort(new Error('left'))
  await expect(first).rejects.toThrow('left')
  expect(held[0]?.signal?.aborted).toBe(false)
  held[0]?.answer(Response.json({ data: [] }))
  expect((await second).body).toBe('{"data":[]}')
})

test('when all have left, the request ends, and the next caller starts afresh', async () => {
  const { reads, held } = heldReads()
  const [one, two] = [new AbortController(), new AbortController()]
  const all = [reads('/v3/avatars', 1000, one.signal), reads('/v3/avatars', 1000, two.signal)]
  const settled = Promise.allSettled(all)
  await arrived(held, 1)
  one.abort()
  two.abort()
  await settled
  // At once, while the first request is still ending.
  const next = reads('/v3/avatars', 1000, live())
  await arrived(held, 2)
  expect(held[0]?.signal?.aborted).toBe(true)
  held[1]?.answer(Response.json({ data: [2] }))
  expect((await next).body).toBe('{"data":[2]}')
})

test('a caller that is gone already sends nothing', async () => {
  const { reads, held } = heldReads()
  await expect(reads('/v3/avatars', 1000, AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
  expect(held).toEqual([])
})

test('an error reaches all who waited and is not kept', async () => {
  let calls = 0
  const upstream = upstreamOf({
    fetch: async () => {
      calls += 1
      return calls === 1
        ? Response.json({ error: { code: 'c', message: 'm' } }, { status: 404 })
        : Response.json({ data: [] })
    },
  })
  const reads = createReads(upstream, createAnswerCache())
  const both = await Promise.allSettled([
    reads('/v3/avatars', 1000, live()),
    reads('/v3/avatars', 1000, live()),
  ])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await reads('/v3/avatars', 1000, live())).toMatchObject({ body: '{"data":[]}', from: 'upstream' })
  expect(calls).toBe(2)
})

test('two accounts over one cache never see each other', async () => {
  const cache = createAnswerCache()
  const account = (name: string) =>
    createReads(
      upstreamOf({
        credential: { kind: 'key', value: `key-of-${name}` },
        fetch: async () => Response.json({ data: name }),
      }),
      cache,
    )
  const [ann, bob] = [account('ann'), account('bob')]
  const asBearer = createReads(
    upstreamOf({
      credential: { kind: 'token', value: 'key-of-ann' },
      fetch: async () => Response.json({ data: 'bearer' }),
    }),
    cache,
  )
  for (let turn = 0; turn < 50; turn++) {
    expect((await ann('/v3/users/me', 1000, live())).body).toBe('{"data":"ann"}')
    expect((await bob('/v3/users/me', 1000, live())).body).toBe('{"data":"bob"}')
    expect((await asBearer('/v3/users/me', 1000, live())).body).toBe('{"data":"bearer"}')
  }
})

test('answers are kept as long as their route says, whatever the order of the query', async () => {
  let now = 0
  const count = { calls: 0 }
  const { get } = appOf(
    () => {
      count.calls += 1
      return Response.json({ data: [] })
    },
    undefined,
    { cache: createAnswerCache({ now: () => now }) },
  )
  const callsFor = async (path: string) => {
    const before = count.calls
    await get(path)
    return count.calls - before
  }
  expect(await callsFor('/api/v3/avatars/looks?limit=5&token=a')).toBe(1)
  expect(await callsFor('/api/v3/avatars/looks?token=a&limit=5')).toBe(0)
  expect(await callsFor('/api/v3/avatars/looks?token=b&limit=5')).toBe(1)
  expect(await callsFor('/api/v3/users/me')).toBe(1)
  expect(await callsFor('/api/v3/video-agents/styles')).toBe(1)
  now = 10_001
  expect(await callsFor('/api/v3/users/me')).toBe(1)
  expect(await callsFor('/api/v3/avatars/looks?limit=5&token=a')).toBe(0)
  now = 60_001
  expect(await callsFor('/api/v3/avatars/looks?limit=5&token=a')).toBe(1)
  expect(await callsFor('/api/v3/video-agents/styles')).toBe(0)
  now = 600_001
  expect(await callsFor('/api/v3/video-agents/styles')).toBe(1)
})

test('the cache forgets what was used longest ago, by number and by size', () => {
  const few = createAnswerCache({ entries: 2 })
  few.set('a', '1', 1000)
  few.set('b', '2', 1000)
  few.get('a')
  few.set('c', '3', 1000)
  expect(['a', 'b', 'c'].map((key) => few.get(key))).toEqual(['1', undefined, '3'])

  const small = createAnswerCache({ bytes: 100 })
  small.set('a', 'x'.repeat(20), 1000)
  small.set('b', 'x'.repeat(20), 1000)
  small.set('c', 'x'.repeat(20), 1000)
  expect(['a', 'b', 'c'].map((key) => small.get(key)?.length)).toEqual([undefined, 20, 20])
  small.set('d', 'x'.repeat(50), 1000)
  expect(['b', 'c', 'd'].map((key) => small.get(key)?.length)).toEqual([20, 20, undefined])
})

/** An app before an upstream that can be turned off, and a clock. */
function turnedOff(failing: () => Response | Promise<Response>, path = '/api/v3/avatars/looks?limit=5') {
  const clock = { now: 0 }
  const upstream = { away: false, calls: 0 }
  const { get, lines } = appOf(
    () => {
      upstream.calls += 1
      return upstream.away ? failing() : Response.json({ data: [{ id: 'a' }], has_more: false })
    },
    undefined,
    { cache: createAnswerCache({ now: () => clock.now }) },
    { breaker: createBreaker({ now: () => clock.now }) },
  )
  return { clock, upstream, lines, ask: () => get(path) }
}

test.each([
  ['is down', () => Response.json({}, { status: 503 })],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
  ['answers nonsense', () => new Response('<html>')],
])('when HeyGen %s, the last answer stands in for a day, and says how old it is', async (_, failing) => {
  const { clock, upstream, lines, ask } = turnedOff(failing)
  expect((await ask()).headers.get('x-lookbook-stale')).toBeNull()
  upstream.away = true
  clock.now = 61_000
  const stale = await ask()
  expect(stale.status).toBe(200)
  expect(stale.headers.get('x-lookbook-stale')).toBe('61')
  expect(await stale.json()).toMatchObject({ data: [{ id: 'a' }] })
  expect(lines.at(-1)).toMatchObject({ status: 200, from: 'stale' })
  clock.now = 24 * 60 * 60 * 1000 + 1
  expect((await ask()).status).toBeGreaterThanOrEqual(502)
  upstream.away = false
})

test('a refusal is no absence: nothing stands in for it', async () => {
  for (const status of [401, 402, 403, 404, 429]) {
    const { clock, upstream, ask } = turnedOff(() =>
      Response.json({ error: { code: 'no', message: 'No.' } }, { status }),
    )
    await ask()
    upstream.away = true
    clock.now = 61_000
    expect((await ask()).status).toBe(status)
  }
})

test('a HeyGen that does not answer is left alone for a while, and what is known is still given', async () => {
  const { clock, upstream, ask } = turnedOff(() => Response.json({}, { status: 500 }))
  await ask()
  upstream.away = true
  clock.now = 61_000
  for (let turn = 0; turn < 5; turn++) await ask()
  const asked = upstream.calls
  const rested = await ask()
  expect(rested.headers.get('x-lookbook-stale')).toBe('61')
  expect(upstream.calls).toBe(asked)
})

test('one client that asks too much is told to wait, and the rest are not', async () => {
  const { get } = appOf(() => Response.json({ data: [] }), { REQUESTS_PER_MINUTE: '20' })
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async () => (await get('/api/v3/avatars')).status),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  const refused = await get('/api/v3/avatars')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('3')
  expect(await errorOf(refused)).toMatchObject({ code: 'too_many_requests' })
})

const soon = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

test('10,000 interleaved reads of two accounts over one cache: each hears of its own', async () => {
  let now = 0
  const cache = createAnswerCache({ now: () => now, entries: 40 })
  const waiting: (() => void)[] = []
  let seed = 7
  const random = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return (seed >>> 8) % most
  }
  const account = (name: string) =>
    createReads(
      upstreamOf({
        credential: { kind: 'key', value: `key-of-${name}` },
        // Answers come in any order.
        fetch: (url) =>
          new Promise<Response>((resolve) => {
            waiting.splice(random(waiting.length + 1), 0, () =>
              resolve(Response.json({ data: `${name} ${url}` })),
            )
          }),
      }),
      cache,
    )
  const accounts = { ann: account('ann'), bob: account('bob') }
  const asked: Promise<boolean>[] = []
  const kinds = new Set<string>()
  for (let turn = 0; turn < 10_000; turn++) {
    const name = random(2) === 0 ? ('ann' as const) : ('bob' as const)
    const path = `/v3/avatars?token=${random(60)}`
    asked.push(
      accounts[name](path, 1000, live()).then(({ body, from }) => {
        kinds.add(from)
        return body === JSON.stringify({ data: `${name} https://api.heygen.com${path}` })
      }),
    )
    if (random(4) === 0) {
      waiting.shift()?.()
      now += 20
      await soon()
    }
    // No more than may wait.
    if (asked.length % 40 === 0) {
      while (waiting.length > 0) {
        waiting.shift()?.()
        await soon()
      }
    }
  }
  const drain = setInterval(() => waiting.shift()?.(), 0)
  const answers = await Promise.all(asked)
  clearInterval(drain)
  expect(answers.filter((own) => !own)).toEqual([])
  expect(kinds).toEqual(new Set(['upstream', 'flight', 'cache']))
})
