import type { Socket } from 'node:net'
import { canary } from '../fixtures.ts'
import { faultKinds, reply, type FaultKind } from './fault-kinds.ts'

/**
 * What one answer says of a call that changes something: that it was done, that it was not, that the same key is being
 * worked on, or nothing.
 */
type Says = 'done' | 'refused' | 'busy' | 'nothing'

export interface WriteFault {
  name: string
  says: Says
  /** `made`: what a HeyGen without this fault would answer, JSON. */
  answer: (socket: Socket, made: string) => void
  /** Of a failure, as it is told where nothing else is found out; left out: of the way there, 502 or 504. */
  status?: number
  code?: string
  /** Found out only by waiting. */
  slow?: boolean
}

const error = (code: string) => JSON.stringify({ error: { code, message: 'No.' } })

const fault = (
  name: string,
  says: Says,
  status: string,
  bodyOf: (made: string) => string,
  headers: readonly string[] = [],
): WriteFault => ({ name, says, answer: (socket, made) => socket.end(reply(status, bodyOf(made), headers)) })

const refuses = (status: number, code: string, says: Says = 'refused'): WriteFault => ({
  ...fault(`${status} ${code}`, says, `${status} No`, () => error(code)),
  status,
  code,
})

/** A fault that reads meet too. What HeyGen may have done before its answer was lost, or it failed, nobody knows. */
function ofRead({ name, answer, ends: { status, code } }: FaultKind): WriteFault {
  // The status alone says that it was refused.
  if (name === 'a bomb in an error') return { name, answer, says: 'refused', status: 404, code: 'unknown' }
  if (code?.startsWith('upstream_'))
    return { name, answer, says: 'nothing', slow: code === 'upstream_timeout' }
  return { name, answer, says: status >= 500 ? 'nothing' : 'refused', status, code: code ?? '' }
}

const canaryHeaders = [`X-Api-Key: ${canary}`, `Set-Cookie: a=${canary}`, `Idempotency-Key: ${canary}`]

/** In front of the brace that ends `data`. */
const withMore = (made: string, more: string) => made.replace(/\}\}$/, `,${more}}}`)

/** Every row of the fault table that a call can meet which changes something. */
export const writeFaults: WriteFault[] = [
  ...faultKinds.filter(({ ends }) => ends.code !== null).map(ofRead),
  fault('nothing wrong', 'done', '200 OK', (made) => made),
  fault('201', 'done', '201 Created', (made) => made),
  fault('wrong type, right body', 'done', '200 OK', (made) => made, ['Content-Type: image/png']),
  fault('headers that echo the key', 'done', '200 OK', (made) => made, canaryHeaders),
  fault('a body that echoes the key', 'done', '200 OK', (made) =>
    withMore(made, `"you":${JSON.stringify([canary, { [canary]: `Bearer ${canary}` }])}`),
  ),
  fault('a drifted schema', 'done', '200 OK', (made) => withMore(made, '"status":{"is":7},"new":[null]')),
  fault('a null error', 'done', '200 OK', (made) => made.replace(/^\{/, '{"error":null,')),
  fault('200 without an id', 'nothing', '200 OK', () => '{"data":{"status":"waiting"}}'),
  fault('200 with an id of nothing', 'nothing', '200 OK', () => '{"data":{"video_id":"","session_id":""}}'),
  fault(
    '200 with an id that is a number',
    'nothing',
    '200 OK',
    () => '{"data":{"video_id":7,"session_id":7}}',
  ),
  fault('200 without data', 'nothing', '200 OK', () => '{}'),
  fault('200 of null data', 'nothing', '200 OK', () => '{"data":null}'),
  fault('204', 'nothing', '204 No Content', () => ''),
  // To where it would be noticed.
  ...[301, 302, 303, 307, 308].map((status) =>
    fault(`${status} to HeyGen itself`, 'nothing', `${status} Moved`, () => '', ['Location: /v3/trap']),
  ),
  refuses(405, 'method_not_allowed'),
  refuses(409, 'resource_not_ready'),
  refuses(413, 'payload_too_large'),
  refuses(422, 'invalid_parameter'),
  refuses(429, 'quota_exceeded'),
  refuses(408, 'timeout', 'nothing'),
  refuses(502, 'bad_gateway', 'nothing'),
  refuses(504, 'gateway_timeout', 'nothing'),
  refuses(409, 'request_in_progress', 'busy'),
]
