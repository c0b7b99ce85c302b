import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { upstreamOf } from './fixtures.ts'
import { serveRaw } from './raw-server.ts'

const impatient = { write: 300, idle: 200 }

const upstreamAt = (baseUrl: string, limits = {}) =>
  upstreamOf({ baseUrl, limits, fetch: (url, init) => fetch(url, init) })

const order = { method: 'POST', target: '/v3/videos', body: '{"type":"avatar"}', key: 'k1' } as const

const answer = (status: string, body: string, more = '') =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${more}Content-Length: ${body.length}\r\n\r\n${body}`
const error = (status: string, code: string, more = '') =>
  answer(status, JSON.stringify({ error: { code, message: 'No.' } }), more)
const made = '{"data":{"video_id":"v1"}}'

const outcomes: [
  what: string,
  answer: (socket: Socket) => void,
  kind: string,
  status?: number,
  code?: string,
][] = [
  ['an answer', (socket) => socket.end(answer('200 OK', made)), 'answer'],
  ['201', (socket) => socket.end(answer('201 Created', made)), 'answer'],
  [
    'a reset after the request',
    (socket) => socket.resetAndDestroy(),
    'doubtful',
    502,
    'upstream_unreachable',
  ],
  ['a close after the request', (socket) => socket.end(), 'doubtful', 502, 'upstream_unreachable'],
  [
    'a cut answer',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"da'),
    'doubtful',
    502,
    'upstream_unreadable',
  ],
  [
    'HTML with 200',
    (socket) => socket.end(answer('200 OK', '<html>')),
    'doubtful',
    502,
    'upstream_unreadable',
  ],
  ['a list', (socket) => socket.end(answer('200 OK', '[]')), 'doubtful', 502, 'upstream_unreadable'],
  [
    'an empty 204',
    (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'),
    'doubtful',
    502,
    'upstream_unreadable',
  ],
  ['garbage', (socket) => socket.end('SSH-2.0-x\r\n\r\n'), 'doubtful', 502, 'upstream_unreachable'],
  [
    'a redirect',
    (socket) => socket.end('HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n'),
    'doubtful',
    502,
    'upstream_redirect',
  ],
  ['silence', () => {}, 'doubtful', 504, 'upstream_timeout'],
  [
    'headers that drip',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nX-'),
    'doubtful',
    504,
    'upstream_timeout',
  ],
  [
    'a stalled body',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"da'),
    'doubtful',
    502,
    'upstream_unreadable',
  ],
  ['500', (socket) => socket.end(error('500 X', 'internal_error')), 'doubtful', 500, 'internal_error'],
  ['502 in HTML', (socket) => socket.end(answer('502 X', '<html>')), 'doubtful', 502],
  ['503', (socket) => socket.end(error('503 X', 'unavailable')), 'doubtful', 503],
  ['504', (socket) => socket.end(error('504 X', 'gateway_timeout')), 'doubtful', 504],
  ['408', (socket) => socket.end(error('408 X', 'timeout')), 'doubtful', 408],
  ['200 with an unknown error', (socket) => socket.end(error('200 OK', 'odd')), 'doubtful', 502, 'odd'],
  ['200 with a known error', (socket) => socket.end(error('200 OK', 'insufficient_credit')), 'refused', 402],
  ['400', (socket) => socket.end(error('400 X', 'invalid_parameter')), 'refused', 400],
  ['401', (socket) => socket.end(error('401 X', 'unauthorized')), 'refused', 401, 'heygen_unauthorized'],
  ['402', (socket) => socket.end(error('402 X', 'insufficient_credit')), 'refused', 402],
  ['403 in HTML', (socket) => socket.end(answer('403 X', '<html>')), 'refused', 403],
  ['404', (socket) => socket.end(error('404 X', 'avatar_not_found')), 'refused', 404],
  ['409 of another kind', (socket) => socket.end(error('409 X', 'resource_not_ready')), 'refused', 409],
  ['409 at work', (socket) => socket.end(error('409 X', 'request_in_progress')), 'busy', 409],
  ['429', (socket) => socket.end(error('429 X', 'quota_exceeded', 'Retry-After: 7\r\n')), 'refused', 429],
  [
    'a cut refusal',
    (socket) => socket.end('HTTP/1.1 402 X\r\nContent-Length: 99\r\n\r\n{"er'),
    'refused',
    402,
    'unknown',
  ],
]

test.each(outcomes)('%s', async (_, respond, kind, status, code) => {
  const { url, turns } = await serveRaw(respond)
  const outcome = await upstreamAt(url, impatient).write(order)
  const failure = { ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) }
  expect(outcome).toMatchObject(kind === 'answer' ? { kind, json: made } : { kind, failure })
  expect(turns()).toBe(1)
})

test('the wait of a 429 comes along', async () => {
  const { url } = await serveRaw((socket) =>
    socket.end(error('429 X', 'quota_exceeded', 'Retry-After: 7\r\n')),
  )
  expect(await upstreamAt(url).write(order)).toMatchObject({ failure: { headers: { 'retry-after': '7' } } })
})

test('nobody there is a definite refusal: nothing was sent', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise((resolve) => {
    server.close(resolve)
  })
  expect(await upstreamAt(`http://127.0.0.1:${port}`).write(order)).toMatchObject({
    kind: 'refused',
    failure: { status: 502, code: 'upstream_unreachable' },
  })
})

const failing = (code: string) =>
  upstreamOf({
    fetch: () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
    },
  }).write(order)

test('a name that does not resolve and a certificate that does not count are definite refusals', async () => {
  for (const code of [
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'EHOSTUNREACH',
  ])
    expect((await failing(code)).kind).toBe('refused')
  for (const code of ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'ETIMEDOUT'])
    expect((await failing(code)).kind).toBe('doubtful')
})

test('what is sent is the body, its key, and no header but ours', async () => {
  let seen = ''
  const { url } = await serveRaw((socket, _, request) => {
    seen = request
    socket.end(answer('200 OK', made))
  })
  await upstreamAt(url).write(order)
  expect(seen).toMatch(/^POST \/v3\/videos HTTP\/1\.1\r\n/)
  expect(seen.toLowerCase()).toContain('\r\nidempotency-key: k1\r\n')
  expect(seen.toLowerCase()).toContain('\r\ncontent-type: application/json\r\n')
  expect(seen).toMatch(/\r\n\r\n\{"type":"avatar"\}$/)
})

function fullDisk(): never {
  throw new Error('disk full')
}

test('what fails before sending sends nothing', async () => {
  const { url, turns } = await serveRaw((socket) => socket.end(answer('200 OK', made)))
  await expect(upstreamAt(url).write(order, { before: fullDisk })).rejects.toThrow('disk full')
  expect(turns()).toBe(0)
})

test('sixteen slow writes do not hold up a read', async () => {
  const { url } = await serveRaw((socket, _, request) => {
    if (request.startsWith('GET')) socket.end(answer('200 OK', '{"data":[]}'))
  })
  const upstream = upstreamAt(url, { write: 1500 })
  const writes = Array.from({ length: 20 }, () => upstream.write(order))
  const read = await upstream.read('/v3/avatars', new AbortController().signal)
  expect(read.body).toBe('{"data":[]}')
  await Promise.all(writes)
})
