import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerCache } from '#server/answer-cache.ts'
import { createBreaker } from '#server/breaker.ts'
import { appOf, canary } from '../fixtures.ts'

const fail = (name: string, code: string) => {
  throw Object.assign(new TypeError('fetch failed', { cause: Object.assign(new Error(name), { code }) }))
}
const error = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: `${code} ${canary}` } }, { status, headers })

/** What HeyGen does with one request. */
const faults = {
  good: null,
  reset: () => fail('reset', 'ECONNRESET'),
  unreadable: () => new Response('{"data":['),
  garbage: () => fail('zlib', 'Z_DATA_ERROR'),
  html: () => new Response('<h1>502</h1>', { status: 502 }),
  redirect: () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } }),
  down: () => error(500, 'internal_error'),
  away: () => error(503, 'unavailable', { 'retry-after': '1' }),
  limited: () => error(429, 'rate_limit_exceeded', { 'retry-after': '1' }),
  limitedLong: () => error(429, 'rate_limit_exceeded', { 'retry-after': '600' }),
  key: () => error(401, 'unauthorized'),
  credit: () => error(402, 'insufficient_credit'),
  gone: () => error(404, 'not_found'),
  legacy: () => Response.json({ error: 'something' }),
} satisfies Record<string, (() => Response) | null>
type Fault = keyof typeof faults

/** An answer, or HeyGen's own no, says that it is there. */
const isAway = (status: number) => status >= 500

const paths = ['/v3/avatars', '/v3/avatars/looks?limit=5', '/v3/avatars/looks/a', '/v3/users/me']
const names = Object.keys(faults).filter((name): name is Fault => name in faults)

const doings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Fault>('good') },
    { weight: 4, arbitrary: fc.constantFrom(...names) },
  ),
  { minLength: 1, maxLength: 3 },
)
interface Step {
  path: string
  /** One for each request that HeyGen sees in this step, the last one for all that follow. */
  does: Fault[]
  /** Milliseconds after the step before. */
  later: number
}
const path = fc.constantFrom(...paths)
const step: fc.Arbitrary<Step> = fc.record({
  path,
  does: doings,
  later: fc.constantFrom(0, 10, 1000, 11_000, 61_000, 3_600_000, 90_000_000),
})
/** HeyGen is away for a while, and people go on asking. */
const outage: fc.Arbitrary<Step[]> = fc
  .record({
    asked: fc.array(path, { minLength: 5, maxLength: 12 }),
    fault: fc.constantFrom<Fault>('reset', 'down', 'away', 'unreadable', 'html'),
    later: fc.constantFrom(100, 1000, 6000),
    first: fc.constantFrom(100, 61_000),
  })
  .map(({ asked, fault, later, first }) =>
    asked.map((one, at) => ({ path: one, does: [fault], later: at === 0 ? first : later })),
  )
const sequence = fc
  .array(fc.oneof({ weight: 3, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: outage }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => parts.flat())

function heygenIn() {
  const world = { now: 1_000_000, does: [] as Fault[], calls: 0, version: 0, waits429: 0 }
  const { get } = appOf(
    () => {
      const fault = world.does[Math.min(world.calls, world.does.length - 1)] ?? 'good'
      world.calls += 1
      world.now += 5
      if (fault === 'limited') world.waits429 += 1
      const answer = faults[fault]
      if (answer) return answer()
      world.version += 1
      return Response.json({ data: [{ id: 'a' }], version: world.version })
    },
    undefined,
    { cache: createAnswerCache({ now: () => world.now }) },
    {
      breaker: createBreaker({ now: () => world.now }),
      sleep: async (ms) => {
        world.now += ms
      },
    },
  )
  return { world, get }
}

const day = 24 * 3_600_000

interface Told {
  version?: number
  error?: { code: string; message: string; request_id: string }
}

const seen = { fresh: 0, cached: 0, stale: 0, rested: 0, refused: 0 }

/** Asks step by step, and gives everything that was not as it should be. */
async function run(steps: readonly Step[]): Promise<string[]> {
  const { world, get } = heygenIn()
  const wrong: string[] = []
  const check = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what)
  }
  /** The last good answer to each question, and when it came. */
  const known = new Map<string, { version: number; at: number }>()
  let reads = 0
  for (const { path: asked, does, later } of steps) {
    Object.assign(world, { now: world.now + later, does, calls: 0 })
    const before = world.version
    const response = await get(`/api${asked}`)
    const body: Told = await response.json()
    reads += world.calls > 0 ? 1 : 0
    check(world.calls <= 3, 'more than three requests')
    check(!JSON.stringify(body).includes(canary), 'the key is told')
    const stale = response.headers.get('x-lookbook-stale')
    const last = known.get(asked)
    const age = world.now - (last?.at ?? 0)
    if (response.status === 200 && world.version > before) {
      seen.fresh += 1
      check(body.version === world.version && stale === null, 'a new answer that is not the newest')
      known.set(asked, { version: world.version, at: world.now })
    } else if (response.status === 200) {
      check(body.version === last?.version, 'an old answer that is not the last')
      if (stale === null) seen.cached += 1
      else seen.stale += 1
      check(stale !== null || age <= 60_000, 'past its time, and not said')
      check(age <= day, 'more than a day old')
      check(stale === null || Math.abs(Number(stale) - age / 1000) < 1, 'another age than is said')
    } else {
      check(/^\w+$/.test(body.error?.code ?? ''), 'no code')
      check(/^[\da-f-]{36}$/.test(body.error?.request_id ?? ''), 'no request id')
      check(!isAway(response.status) || !last || age > day - 30_000, 'what was known was kept back')
      const rests = body.error?.code === 'upstream_resting'
      if (rests) seen.rested += 1
      else seen.refused += 1
      check(!rests || world.calls === 0, 'asked while it rests')
      check(!rests || Number(response.headers.get('retry-after')) > 0, 'rests without end')
    }
  }
  // Each read may be refused once; beyond that ten, and a tenth of what was read.
  check(world.waits429 <= reads + 10 + reads / 10, 'too many retries of what was refused')
  Object.assign(world, { now: world.now + day + 61_000, does: ['good'], calls: 0 })
  check((await get('/api/v3/avatars')).status === 200, 'it never comes back')
  return wrong
}

test(
  '2,000 random sequences of faults: what is told is true, whatever happens',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        expect(await run(steps)).toEqual([])
      }),
      { numRuns: 2000 },
    )
    // It was no walk in the park, and not a wall either.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
  },
)
