import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { serve, upstreamOf } from './fixtures.ts'
import { serveRaw } from './raw-server.ts'

const signal = new AbortController().signal
const impatient = { headers: 200, idle: 200, total: 500 }

const upstreamAt = (baseUrl: string, limits = {}) =>
  upstreamOf({ baseUrl, limits, fetch: (url, init) => fetch(url, init) })

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'
const whole = `${head}Content-Length: 11\r\n\r\n{"data":[]}`

test('a gzip bomb is left after 4 MiB', { timeout: 30_000 }, async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '))
  let sent = 0
  const url = await serve((_, response) => {
    sent += 1
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  const before = process.memoryUsage().rss
  await expect(upstreamAt(url).read('/v3/avatars', signal)).rejects.toMatchObject({
    status: 502,
    code: 'upstream_too_large',
  })
  expect(sent).toBe(1)
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
})

test('a bomb in an error is left after 64 KB', async () => {
  const url = await serve((_, response) => {
    response.writeHead(404, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, ' ')))
  })
  await expect(upstreamAt(url).read('/v3/avatars', signal)).rejects.toMatchObject({
    code: 'upstream_too_large',
  })
})

test('compressed answers are read', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"data":[]}'))
  })
  expect((await upstreamAt(url).read('/v3/avatars', signal)).body).toBe('{"data":[]}')
})

const broken: [what: string, answer: (socket: Socket) => void, code: string, turns: number][] = [
  ['a close before the answer', (socket) => socket.end(), 'upstream_unreachable', 3],
  ['a reset before the answer', (socket) => socket.resetAndDestroy(), 'upstream_unreachable', 3],
  [
    'a close in the body',
    (socket) => socket.end(`${head}Content-Length: 99\r\n\r\n{"da`),
    'upstream_unreachable',
    3,
  ],
  [
    'a chunked body that breaks off',
    (socket) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n4\r\n{"da\r\n`),
    'upstream_unreachable',
    3,
  ],
  [
    'HTML',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>'),
    'upstream_unreadable',
    2,
  ],
  ['protocol garbage', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n'), 'upstream_unreadable', 1],
  [
    'bad gzip',
    (socket) => socket.end(`${head}Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip`),
    'upstream_unreadable',
    1,
  ],
  ['headers that never come', () => {}, 'upstream_timeout', 1],
  ['headers that drip', (socket) => socket.write('HTTP/1.1 200 OK\r\nX-'), 'upstream_timeout', 1],
  [
    'a stalled body',
    (socket) => socket.write(`${head}Content-Length: 99\r\n\r\n{"da`),
    'upstream_timeout',
    1,
  ],
  [
    'a redirect',
    (socket) => socket.end('HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n'),
    'upstream_redirect',
    1,
  ],
]

test.each(broken)('%s', async (_, answer, code, turns) => {
  const upstream = await serveRaw(answer)
  const limits = code === 'upstream_timeout' ? impatient : {}
  await expect(upstreamAt(upstream.url, limits).read('/v3/avatars', signal)).rejects.toMatchObject({
    code,
    attempts: turns,
  })
  expect(upstream.turns()).toBe(turns)
})

test('a body that drips for ever ends at the deadline of the whole', async () => {
  const upstream = await serveRaw((socket) => {
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`)
    const timer = setInterval(() => socket.write('1\r\n \r\n'), 50)
    socket.on('close', () => clearInterval(timer))
  })
  await expect(upstreamAt(upstream.url, impatient).read('/v3/avatars', signal)).rejects.toMatchObject({
    code: 'upstream_timeout',
  })
})

test('a reset, then a good answer, is a good answer', async () => {
  const upstream = await serveRaw((socket, turn) =>
    turn === 1 ? socket.resetAndDestroy() : socket.end(whole),
  )
  expect(await upstreamAt(upstream.url).read('/v3/avatars', signal)).toEqual({
    body: '{"data":[]}',
    attempts: 2,
  })
})

test('nobody there is unreachable', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise((resolve) => {
    server.close(resolve)
  })
  await expect(upstreamAt(`http://127.0.0.1:${port}`).read('/v3/avatars', signal)).rejects.toMatchObject({
    status: 502,
    code: 'upstream_unreachable',
  })
})

test('when the caller leaves, the connection upstream ends', async () => {
  const leaver = new AbortController()
  let closed = false
  const { url } = await serveRaw((socket) => {
    socket.on('close', () => {
      closed = true
    })
    leaver.abort(new Error('left'))
  })
  await expect(upstreamAt(url).read('/v3/avatars', leaver.signal)).rejects.toThrow('left')
  await expect.poll(() => closed, { timeout: 10_000 }).toBe(true)
})
