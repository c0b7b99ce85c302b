import { expect, test } from 'vitest'
import { createRetryBudget } from '#server/retry.ts'
import { UpstreamFailure } from '#server/upstream.ts'
import { canary, upstreamOf } from './fixtures.ts'

const signal = new AbortController().signal
const good = () => Response.json({ data: [] })
const bad = (status: number, init: ResponseInit = {}) =>
  Response.json({ error: { code: `code_${status}`, message: `It is ${status}.` } }, { ...init, status })
const html = () =>
  new Response('<!doctype html><h1>Be right back</h1>', { headers: { 'content-type': 'text/html' } })
const cut = () => new Response('{"data":[{"id":"a"')
const reset = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })
}
const garbage = () => {
  throw new TypeError('terminated', { cause: Object.assign(new Error('x'), { code: 'Z_DATA_ERROR' }) })
}
const redirect = () => Response.redirect('https://evil.example/')

/** Reads once before an upstream that answers in this order, the last one for ever. */
async function read(...answers: (() => Response)[]) {
  const waits: number[] = []
  let calls = 0
  const upstream = upstreamOf({
    fetch: () => {
      const answer = answers[Math.min(calls, answers.length - 1)] ?? good
      calls += 1
      return answer()
    },
    sleep: async (ms) => {
      waits.push(ms)
    },
  })
  let told: string
  let failure: UpstreamFailure | undefined
  let attempts: number
  try {
    const answer = await upstream.read('/v3/avatars', signal)
    told = answer.body
    attempts = answer.attempts
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error
    failure = error
    told = `${error.status} ${error.code}`
    attempts = error.attempts
  }
  expect(attempts).toBe(calls)
  return { told, failure, calls, waits }
}

const ok = '{"data":[]}'
const cases: [what: string, answers: (() => Response)[], told: string, calls: number][] = [
  ['a good answer', [good], ok, 1],
  ['a reset, then good', [reset, good], ok, 2],
  ['two resets, then good', [reset, reset, good], ok, 3],
  ['resets for ever', [reset], '502 upstream_unreachable', 3],
  ['HTML, then good', [html, good], ok, 2],
  ['HTML twice', [html], '502 upstream_unreadable', 2],
  ['cut JSON, then good', [cut, good], ok, 2],
  ['cut JSON twice', [cut], '502 upstream_unreadable', 2],
  ['an empty body', [() => new Response(null)], '502 upstream_unreadable', 2],
  ['JSON that is no object', [() => Response.json([1])], '502 upstream_unreadable', 2],
  ['null', [() => Response.json(null)], '502 upstream_unreadable', 2],
  ['bad gzip', [garbage], '502 upstream_unreadable', 1],
  ['a redirect', [redirect], '502 upstream_redirect', 1],
  ['304', [() => new Response(null, { status: 304 })], '502 upstream_redirect', 1],
  ['500, then good', [() => bad(500), good], ok, 2],
  ['500 for ever', [() => bad(500)], '500 code_500', 3],
  ['503 for ever', [() => bad(503)], '503 code_503', 3],
  ['HTML with 502', [() => new Response('<h1>502</h1>', { status: 502 })], '502 unknown', 3],
  ['400', [() => bad(400)], '400 code_400', 1],
  ['401', [() => bad(401)], '401 heygen_unauthorized', 1],
  ['402', [() => bad(402)], '402 code_402', 1],
  ['403', [() => bad(403)], '403 code_403', 1],
  ['404', [() => bad(404)], '404 code_404', 1],
  ['429 without Retry-After', [() => bad(429), good], '429 code_429', 1],
  ['429, a second, then good', [() => bad(429, { headers: { 'retry-after': '1' } }), good], ok, 2],
  ['429, eleven seconds', [() => bad(429, { headers: { 'retry-after': '11' } }), good], '429 code_429', 1],
  ['429, absurd', [() => bad(429, { headers: { 'retry-after': '-1' } }), good], '429 code_429', 1],
]

test.each(cases)('%s', async (_, answers, told, calls) => {
  const outcome = await read(...answers)
  expect(outcome.told).toBe(told)
  expect(outcome.calls).toBe(calls)
})

test('pauses double with full jitter', async () => {
  expect((await read(reset)).waits).toEqual([250, 500])
})

test('Retry-After is obeyed to the second and passed on where it is not', async () => {
  expect((await read(() => bad(429, { headers: { 'retry-after': '2' } }), good)).waits).toEqual([2125])
  const { failure } = await read(() => bad(429, { headers: { 'retry-after': '30' } }))
  expect(failure?.headers).toEqual({ 'retry-after': '30' })
})

const inSeconds = (seconds: number) => () =>
  bad(429, { headers: { 'retry-after': new Date(Date.now() + seconds * 1000).toUTCString() } })

test('a date counts as Retry-After, in seconds from now', async () => {
  const { waits } = await read(inSeconds(5), good)
  expect(waits[0]).toBeGreaterThan(3000)
  expect(waits[0]).toBeLessThan(6000)
  const { failure } = await read(inSeconds(3600))
  expect(Number(failure?.headers['retry-after'])).toBeGreaterThan(3500)
})

test('retries of refused calls stay within a tenth', () => {
  const budget = createRetryBudget()
  let spent = 0
  for (let call = 0; call < 200; call++) {
    budget.earn()
    if (budget.spend()) spent += 1
  }
  expect(spent).toBeLessThanOrEqual(10 + 20)
  expect(spent).toBeGreaterThan(20)
})

test.each([
  [{ error: { code: 'unauthorized', message: 'No.' } }, 401, 'heygen_unauthorized', 'No.'],
  [{ error: { code: 'insufficient_credit', message: 'No.' }, data: null }, 402, 'insufficient_credit', 'No.'],
  [{ error: { code: 'AVATAR_NOT_FOUND', message: 'No.' } }, 404, 'AVATAR_NOT_FOUND', 'No.'],
  [{ error: { code: 40012, message: 'No.' } }, 502, '40012', 'No.'],
  [{ error: 'It broke.' }, 502, 'unknown', 'It broke.'],
  [{ error: true }, 502, 'unknown', 'HeyGen answered with status 200.'],
])('a 200 that carries an error is that error: %j', async (body, status, code, message) => {
  const { failure } = await read(() => Response.json(body))
  expect(failure).toMatchObject({ status, code, message })
})

test.each([
  ['', 'unknown', 'HeyGen answered with status 400.'],
  ['plain', 'unknown', 'HeyGen answered with status 400.'],
  ['{"error":"As text."}', 'unknown', 'As text.'],
  ['{"code":100,"message":"Legacy."}', '100', 'Legacy.'],
  ['{"error":{"code":null,"message":7}}', 'unknown', 'HeyGen answered with status 400.'],
])('an error body of %j is understood as far as it can be', async (body, code, message) => {
  const { failure } = await read(() => new Response(body, { status: 400 }))
  expect(failure).toMatchObject({ status: 400, code, message })
})

test('long texts of errors are cut', async () => {
  const error = { code: 'c'.repeat(1000), message: 'm'.repeat(1000), param: 'p'.repeat(1000) }
  const { failure } = await read(() => Response.json({ error }, { status: 400 }))
  expect([failure?.code.length, failure?.message.length, failure?.param?.length]).toEqual([65, 501, 101])
})

test('an answer is rebuilt from what was parsed', async () => {
  expect((await read(() => new Response(' { "data" : [ ] , "more": "\\u003cb>" } '))).told).toBe(
    '{"data":[],"more":"<b>"}',
  )
})

test('nesting beyond the stack is unreadable, not a crash', async () => {
  // Only the search for the key walks an answer; parsing itself takes any depth.
  const deep = `{"data":${'['.repeat(500_000)}"${canary}"${']'.repeat(500_000)}}`
  const { told } = await read(() => new Response(deep))
  expect(told.slice(0, 40)).toBe('502 upstream_unreadable')
})

const sized = (length: number) => `{"data":"${'a'.repeat(length - 11)}"}`

const limits = { headers: 40, idle: 40, total: 120 }
const never = () => new Promise<Response>(() => {})
const dripping = (pause: number) => () => {
  let timer: ReturnType<typeof setInterval> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), pause)
    },
    cancel: () => clearInterval(timer),
  })
  return new Response(body)
}

test.each([
  ['headers that never come', never],
  ['a stalled body', () => new Response(new ReadableStream({}))],
  ['a dripping body', dripping(10)],
])('%s end as a timeout, once', async (_, fetch) => {
  let calls = 0
  const upstream = upstreamOf({
    limits,
    fetch: () => {
      calls += 1
      return fetch()
    },
  })
  const started = performance.now()
  await expect(upstream.read('/v3/avatars', signal)).rejects.toMatchObject({
    status: 504,
    code: 'upstream_timeout',
  })
  expect(performance.now() - started).toBeLessThan(4000)
  expect(calls).toBe(1)
})

test('4 MiB are read, more are not; errors end at 64 KB', async () => {
  const most = 4 * 1024 * 1024
  expect((await read(() => new Response(sized(most)))).told).toHaveLength(most)
  expect((await read(() => new Response(sized(most + 1)))).told).toBe('502 upstream_too_large')
  expect((await read(() => new Response(sized(65_537), { status: 404 }))).told).toBe('502 upstream_too_large')
})

test('8 reads at once, 64 wait, the next is turned away', async () => {
  const release: (() => void)[] = []
  let running = 0
  let most = 0
  const upstream = upstreamOf({
    fetch: async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => {
        release.push(resolve)
      })
      running -= 1
      return good()
    },
  })
  const reads = Array.from({ length: 72 }, () => upstream.read('/v3/avatars', signal))
  await expect(upstream.read('/v3/avatars', signal)).rejects.toMatchObject({
    status: 503,
    code: 'server_busy',
  })
  for (let done = 0; done < 72; done++) {
    await expect.poll(() => release.length, { interval: 1, timeout: 10_000 }).toBeGreaterThan(0)
    release.shift()?.()
  }
  expect(await Promise.all(reads)).toHaveLength(72)
  expect(most).toBe(8)
})

test('who leaves the queue makes room in it', async () => {
  const upstream = upstreamOf({ fetch: never, limits: { headers: 200, total: 200 } })
  const leavers = new AbortController()
  const stays = Array.from({ length: 8 }, () => upstream.read('/v3/avatars', signal))
  const leaves = Array.from({ length: 64 }, () => upstream.read('/v3/avatars', leavers.signal))
  const all = Promise.allSettled([...stays, ...leaves])
  await expect(upstream.read('/v3/avatars', signal)).rejects.toMatchObject({
    code: 'server_busy',
    attempts: 0,
  })
  leavers.abort()
  await Promise.allSettled(leaves)
  const started = performance.now()
  await expect(upstream.read('/v3/avatars', signal)).rejects.toThrow('HeyGen')
  expect(performance.now() - started).toBeGreaterThan(100)
  await all
})
