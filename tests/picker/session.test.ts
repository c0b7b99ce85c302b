import { anything, assert, constantFrom, oneof, property, record, string, tuple } from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handshakeTime, type PickerMessage } from '#picker/protocol.ts'
import { createSession, type Session } from '#picker/session.ts'

const origin = 'https://app.example'
const nonce = 'nonce-of-this-page'
const id = 'request-0123456789'
const hello = { lookbook: 'picker', version: 1, id, type: 'hello' }
const init = { ...hello, type: 'init', nonce, options: { multiple: true, max: 3 } }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A session and its host, which keeps what it is told and where that was sent to. */
function meet() {
  const told: [message: PickerMessage, targetOrigin: string][] = []
  const host = {
    postMessage: (message: PickerMessage, targetOrigin: string) => void told.push([message, targetOrigin]),
  }
  const session = createSession({ host, origins: ['https://looks.example', origin], nonce })
  const say = (data: unknown) => session.receive({ data, origin, source: host })
  return { session, host, told, say }
}

const look = {
  id: 'a',
  name: 'A',
  avatar_type: 'photo_avatar',
  group_id: null,
  image_width: null,
  image_height: null,
}

test('hello, ready, init, picked: each message to the very origin it answers', () => {
  const { session, told, say } = meet()
  say(hello)
  say(hello)
  expect(session.read()).toEqual({ phase: 'waiting' })
  say(init)
  expect(session.read()).toMatchObject({ phase: 'open', origin, options: { multiple: true, max: 3 } })
  session.pick([look])
  expect(session.read()).toEqual({ phase: 'done' })
  const envelope = { lookbook: 'picker', version: 1, id, nonce }
  expect(told).toEqual([
    [{ ...envelope, type: 'ready' }, origin],
    [{ ...envelope, type: 'ready' }, origin],
    [{ ...envelope, type: 'picked', looks: [look] }, origin],
  ])
})

test('what is over is over: one answer, and no further words', () => {
  const { session, told, say } = meet()
  session.cancel()
  expect(told).toEqual([])
  say(hello)
  say(init)
  session.cancel()
  session.pick([look])
  say(hello)
  say({ ...hello, version: 2 })
  expect(told.map(([{ type }]) => type)).toEqual(['ready', 'cancelled'])
})

test('another version is told both, and may come again in the right one', () => {
  const { session, told, say } = meet()
  say({ lookbook: 'picker', version: 7, id, type: 'greetings' })
  expect(session.read()).toEqual({ phase: 'version', theirs: 7 })
  const message = 'This picker speaks version 1 of the protocol, the host version 7.'
  expect(told).toEqual([
    [{ lookbook: 'picker', version: 1, id, type: 'error', code: 'version', message }, origin],
  ])
  say(hello)
  say(init)
  expect(session.read().phase).toBe('open')
})

test('options that cannot be are told why', () => {
  const { session, told, say } = meet()
  say(hello)
  say({ ...init, options: { min: 2, max: 1, multiple: true } })
  expect(session.read()).toEqual({ phase: 'options' })
  expect(told.at(-1)?.[0]).toMatchObject({ type: 'error', code: 'options', id })
})

test('a host that is silent for five seconds is said to be, waited for again, and heard when it comes', () => {
  const { session, say } = meet()
  const heard = vi.fn<() => void>()
  session.subscribe(heard)
  vi.advanceTimersByTime(handshakeTime - 1)
  expect(session.read()).toEqual({ phase: 'waiting' })
  vi.advanceTimersByTime(1)
  expect(session.read()).toEqual({ phase: 'silent' })
  session.wait()
  expect(session.read()).toEqual({ phase: 'waiting' })
  vi.advanceTimersByTime(handshakeTime)
  expect(session.read()).toEqual({ phase: 'silent' })
  say(hello)
  say(init)
  expect(session.read().phase).toBe('open')
  vi.advanceTimersByTime(handshakeTime)
  expect(session.read().phase).toBe('open')
  expect(heard).toHaveBeenCalledTimes(4)
})

test('without a host it is alone, whoever speaks', () => {
  const session = createSession({ host: null, origins: [origin], nonce })
  session.receive({ data: hello, origin, source: null })
  session.receive({ data: init, origin, source: null })
  vi.advanceTimersByTime(handshakeTime)
  expect(session.read()).toEqual({ phase: 'alone' })
})

const origins = [
  'https://evil.example',
  'http://app.example',
  'https://app.example:8443',
  'https://app.example.evil',
  'https://xapp.example',
  'https://app.example/',
  'null',
  '*',
  '',
]

test.each(origins)('the origin %j is not heard, whatever it says', (other) => {
  const { session, host, told } = meet()
  for (const data of [hello, init, { ...hello, version: 2 }])
    session.receive({ data, origin: other, source: host })
  expect(told).toEqual([])
  expect(session.read()).toEqual({ phase: 'waiting' })
})

test('nor is another window of a listed origin', () => {
  const { session, told } = meet()
  for (const source of [null, undefined, {}, globalThis]) session.receive({ data: hello, origin, source })
  expect(told).toEqual([])
})

test('init counts with the nonce of this page and the request that said hello, of the same origin', () => {
  const { session, host, say } = meet()
  say(init)
  say(hello)
  say({ ...init, nonce: 'nonce-of-another' })
  say({ ...init, id: 'request-of-another' })
  session.receive({ data: init, origin: 'https://looks.example', source: host })
  expect(session.read()).toEqual({ phase: 'waiting' })
  say(init)
  expect(session.read().phase).toBe('open')
})

/** Anything, and near misses of what is understood. */
const hostile = oneof(
  anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
  record(
    {
      lookbook: oneof(constantFrom('picker', 'Picker'), anything()),
      version: oneof(constantFrom(0, 2, -1, 1.5, NaN, '1'), anything()),
      id: oneof(constantFrom(id, '', 'x'.repeat(65)), anything()),
      type: oneof(constantFrom('hello', 'init', 'ready', 'picked', 'constructor'), anything()),
      nonce: oneof(constantFrom('nonce-of-another'), anything()),
      options: anything(),
    },
    { requiredKeys: [] },
  ),
)

/** What it says may be a version's error, and nothing else. */
const isQuiet = (session: Session, told: [PickerMessage, string][]) =>
  session.read().phase !== 'open' &&
  told.every(
    ([message, target]) => target === origin && (message.type === 'error' || message.type === 'ready'),
  )

test('hostile messages throw nothing and open nothing', () => {
  assert(
    property(hostile, (data) => {
      const { session, told, say } = meet()
      say(hello)
      say(data)
      return isQuiet(session, told)
    }),
    { numRuns: 2000 },
  )
})

test('from elsewhere not even a good message changes anything', () => {
  const elsewhere = tuple(
    oneof(constantFrom(...origins), string()),
    oneof(constantFrom<unknown>(hello, init, { ...hello, version: 2 }), hostile),
  )
  assert(
    property(elsewhere, ([from, data]) => {
      const { session, host, told } = meet()
      session.receive({ data, origin: from, source: host })
      return told.length === 0 && session.read().phase === 'waiting'
    }),
  )
})
