import type { Socket } from 'node:net'
import { deflateRawSync, gzipSync } from 'node:zlib'

/** What a read ends in where HeyGen does it every time. */
export interface Ending {
  status: number
  /** Null where the answer is a good one. */
  code: string | null
  /** Requests that HeyGen sees for it. */
  turns: number
}

export interface FaultKind {
  name: string
  /** Bytes, well-formed or not, onto the socket. */
  answer: (socket: Socket) => void
  ends: Ending
  /** Where workerd differs: it does not say what it could not read, or reads what Node does not. */
  workerd?: Partial<Ending>
}

const unreachable: Ending = { status: 502, code: 'upstream_unreachable', turns: 3 }
const unreadable: Ending = { status: 502, code: 'upstream_unreadable', turns: 2 }
const garbage: Ending = { status: 502, code: 'upstream_unreadable', turns: 1 }
const timeout: Ending = { status: 504, code: 'upstream_timeout', turns: 1 }
const tooLarge: Ending = { status: 502, code: 'upstream_too_large', turns: 1 }
const redirect: Ending = { status: 502, code: 'upstream_redirect', turns: 1 }
const good: Ending = { status: 200, code: null, turns: 1 }

export const goodBody = '{"data":[{"id":"a"}],"has_more":false,"next_token":null}'
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n'

/** A whole answer. */
export const reply = (status: string, body: string | Buffer, headers: readonly string[] = []) => {
  const bytes = Buffer.from(body)
  const lines = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    'Connection: close',
    `Content-Length: ${bytes.length}`,
    ...headers,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes])
}

const error = (code: string) => JSON.stringify({ error: { code, message: 'No.' } })

const sends = (name: string, bytes: string | Buffer, ends: Ending, workerd?: Partial<Ending>): FaultKind => ({
  name,
  answer: (socket) => socket.end(bytes),
  ends,
  ...(workerd ? { workerd } : {}),
})

const refuses = (
  name: string,
  status: number,
  code: string,
  turns: number,
  headers: string[] = [],
): FaultKind =>
  sends(name, reply(`${status} No`, error(code), headers), {
    status,
    code: status === 401 ? 'heygen_unauthorized' : code,
    turns,
  })

/** Writes now and then, for as long as somebody reads. */
const drips = (first: string, drop: string) => (socket: Socket) => {
  socket.write(first)
  const timer = setInterval(() => socket.write(drop), 50)
  socket.on('close', () => clearInterval(timer))
}

const soon = (seconds: number) => new Date(Date.now() + 1000 * seconds).toUTCString()
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '))

/** Every row of the fault table that a read can meet. */
export const faultKinds: FaultKind[] = [
  { name: 'reset before the answer', answer: (socket) => void socket.resetAndDestroy(), ends: unreachable },
  { name: 'close before the answer', answer: (socket) => void socket.end(), ends: unreachable },
  sends('close in the head', 'HTTP/1.1 200 OK\r\nContent-Ty', unreachable),
  sends('close in the body', `${head}Content-Length: 99\r\n\r\n{"da`, unreachable),
  {
    name: 'reset in the body',
    answer: (socket) =>
      void socket.write(`${head}Content-Length: 99\r\n\r\n{"da`, () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      ),
    ends: unreachable,
  },
  sends('a chunk cut short', `${head}Transfer-Encoding: chunked\r\n\r\n20\r\n{"da`, unreachable),
  sends('no last chunk', `${head}Transfer-Encoding: chunked\r\n\r\n4\r\n{"da\r\n`, unreachable),
  sends(
    'a chunk of no size',
    `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    garbage,
    unreachable,
  ),
  sends(
    'two lengths',
    `${head}Content-Length: 5\r\nContent-Length: 9\r\n\r\n{"a":`,
    unreachable,
    unreachable,
  ),
  sends('a length that is none', `${head}Content-Length: x\r\n\r\n{}`, garbage, unreachable),
  sends('a length that is too short', `${head}Content-Length: 6\r\n\r\n${goodBody}`, unreadable),
  sends('another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', garbage, unreachable),
  sends('a header without a colon', 'HTTP/1.1 200 OK\r\nnonsense\r\n\r\n{}', garbage, unreachable),
  sends(
    'a flood of headers',
    `HTTP/1.1 200 OK\r\n${'X-Flood: aaaaaaaaaaaaaaaa\r\n'.repeat(20_000)}\r\n{}`,
    garbage,
    unreachable,
  ),
  sends('bad gzip', reply('200 OK', 'not gzip', ['Content-Encoding: gzip']), garbage, unreachable),
  sends(
    'gzip that is cut',
    reply('200 OK', gzipSync(goodBody).subarray(0, 30), ['Content-Encoding: gzip']),
    unreadable,
    unreachable,
  ),
  sends(
    'deflate that is called gzip',
    reply('200 OK', deflateRawSync(goodBody), ['Content-Encoding: gzip']),
    garbage,
    unreachable,
  ),
  sends('an encoding nobody knows', reply('200 OK', 'aaaa', ['Content-Encoding: zoo']), unreadable),
  sends('a bomb', reply('200 OK', bomb, ['Content-Encoding: gzip']), tooLarge),
  sends('a bomb in an error', reply('404 No', bomb, ['Content-Encoding: gzip']), tooLarge),
  sends('five megabytes', reply('200 OK', JSON.stringify({ data: 'a'.repeat(5_000_000) })), tooLarge),
  { name: 'a head that never comes', answer: () => undefined, ends: timeout },
  { name: 'a head that drips', answer: drips('HTTP/1.1 200 OK\r\nX-', 'a'), ends: timeout },
  {
    name: 'a body that stalls',
    answer: (socket) => void socket.write(`${head}Content-Length: 99\r\n\r\n{"da`),
    ends: timeout,
  },
  {
    name: 'a body that drips',
    answer: drips(`${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
    ends: timeout,
  },
  sends(
    'HTML',
    reply('200 OK', '<!doctype html><h1>Be right back</h1>', ['Content-Type: text/html']),
    unreadable,
  ),
  sends('JSON that is cut', reply('200 OK', goodBody.slice(0, 20)), unreadable),
  sends('no body', reply('200 OK', ''), unreadable),
  sends('null', reply('200 OK', 'null'), unreadable),
  sends('a list', reply('200 OK', '[]'), unreadable),
  sends('a number', reply('200 OK', '1'), unreadable),
  sends('nesting without end', reply('200 OK', '['.repeat(200_000)), unreadable),
  sends('301', reply('301 Moved', '', ['Location: https://evil.example/']), redirect),
  sends('307', reply('307 Temporary', '', ['Location: https://evil.example/']), redirect),
  sends('304', 'HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n', redirect),
  refuses('400', 400, 'invalid_parameter', 1),
  refuses('401', 401, 'unauthorized', 1),
  refuses('402', 402, 'insufficient_credit', 1),
  refuses('403', 403, 'forbidden', 1),
  refuses('404', 404, 'not_found', 1),
  refuses('429 alone', 429, 'rate_limit_exceeded', 1),
  refuses('429 in a second', 429, 'rate_limit_exceeded', 3, ['Retry-After: 1']),
  {
    name: '429 until a date',
    answer: (socket) =>
      void socket.end(reply('429 No', error('rate_limit_exceeded'), [`Retry-After: ${soon(2)}`])),
    ends: { status: 429, code: 'rate_limit_exceeded', turns: 3 },
  },
  refuses('429 in an hour', 429, 'rate_limit_exceeded', 1, ['Retry-After: 3600']),
  refuses('429 in a million years', 429, 'rate_limit_exceeded', 1, [`Retry-After: ${'9'.repeat(20)}`]),
  refuses('429 some day', 429, 'rate_limit_exceeded', 1, ['Retry-After: soon']),
  refuses('429 before now', 429, 'rate_limit_exceeded', 1, ['Retry-After: -5']),
  refuses('500', 500, 'internal_error', 3),
  refuses('503', 503, 'unavailable', 3),
  sends('HTML with 502', reply('502 Bad', '<h1>502</h1>'), { status: 502, code: 'unknown', turns: 3 }),
  sends('200 that carries an error', reply('200 OK', error('insufficient_credit')), {
    status: 402,
    code: 'insufficient_credit',
    turns: 1,
  }),
  sends('an error that is a string', reply('200 OK', '{"error":"rate limited"}'), {
    status: 502,
    code: 'unknown',
    turns: 3,
  }),
  sends('an error of another shape', reply('400 No', '{"message":"No.","code":7}'), {
    status: 400,
    code: '7',
    turns: 1,
  }),
  sends(
    'headers that echo the key',
    reply('200 OK', goodBody, [
      'X-Api-Key: sk_canary_5f1d0c7e9b3a4286',
      'Set-Cookie: a=sk_canary_5f1d0c7e9b3a4286',
    ]),
    good,
  ),
  sends('a body that echoes the key', reply('200 OK', '{"data":["sk_canary_5f1d0c7e9b3a4286"]}'), good),
  sends(
    'a drifted schema',
    reply('200 OK', '{"data":[{"id":7,"name":null,"new":{"deep":[1]}}],"more":"yes"}'),
    good,
  ),
  sends('wrong type, right body', reply('200 OK', goodBody, ['Content-Type: image/png']), good),
]
