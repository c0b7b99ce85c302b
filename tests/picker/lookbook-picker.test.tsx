import { anything, assert, asyncProperty, constantFrom, object, oneof, record } from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { pickLook, PickerError } from '../../public/lookbook-picker.js'

const lookbook = 'https://looks.example'
const nonce = 'nonce-of-the-picker'

interface Sent {
  lookbook: string
  version: number
  id: string
  type: string
  nonce?: string
  options?: unknown
}

/** A pop-up of another origin, as far as a page can see it. */
function fakePopup() {
  const sent: [message: Sent, targetOrigin: string][] = []
  return {
    sent,
    closed: false,
    get location(): Location {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError')
    },
    focus: () => {},
    close() {
      this.closed = true
    },
    postMessage: (message: Sent, target: string) => void sent.push([message, target]),
  }
}

type Popup = ReturnType<typeof fakePopup>
let popup: Popup

beforeEach(() => {
  vi.useFakeTimers()
  popup = fakePopup()
  vi.stubGlobal('open', () => popup)
})

function say(
  data: unknown,
  { origin = lookbook, source = popup }: { origin?: string; source?: unknown } = {},
) {
  dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
}

/** A picker that was opened; `answer` is what came of it so far. */
function begin(options: object = {}) {
  const promise = pickLook({ mode: 'popup', origin: lookbook, ...options })
  const outcome: { value?: unknown } = {}
  const settled = promise.then(
    (looks) => (outcome.value = looks),
    (error: unknown) => (outcome.value = error),
  )
  vi.advanceTimersByTime(200)
  const [first] = popup.sent
  const envelope = { lookbook: 'picker', version: 1, id: first?.[0].id ?? '' }
  return { promise, outcome, settled, envelope }
}

function shakeHands(options: object = {}) {
  const begun = begin(options)
  say({ ...begun.envelope, type: 'ready', nonce })
  return begun
}

/** Ends what is open, so that the next can be. */
async function end({ settled }: { settled: Promise<unknown> }) {
  popup.closed = true
  vi.advanceTimersByTime(250)
  await settled
}

const look = { id: 'a', name: 'A', avatar_type: 'x', group_id: null, image_width: 1, image_height: 2 }
const withPreview = (preview_image_url: string) => ({ ...look, preview_image_url })

test('it says hello to the one origin until it is answered, then what is asked for', async () => {
  const { promise, envelope } = begin({ multiple: true, max: 3 })
  vi.advanceTimersByTime(400)
  expect(popup.sent).toEqual(Array.from({ length: 3 }, () => [{ ...envelope, type: 'hello' }, lookbook]))
  say({ ...envelope, type: 'ready', nonce })
  expect(popup.sent.at(-1)).toEqual([
    { ...envelope, type: 'init', nonce, options: { multiple: true, max: 3 } },
    lookbook,
  ])
  say({ ...envelope, type: 'picked', nonce, looks: [{ ...look, secret: 'x' }] })
  expect(await promise).toEqual([look])
  expect(popup.closed).toBe(true)
})

test('a preview that is no https address does not reach the page', async () => {
  const { promise, envelope } = shakeHands()
  const looks = ['javascript:alert(1)', 'data:,x', 'https://a.example/b.webp'].map(withPreview)
  say({ ...envelope, type: 'picked', nonce, looks })
  expect((await promise)?.map(({ preview_image_url: url }) => url)).toEqual([
    undefined,
    undefined,
    'https://a.example/b.webp',
  ])
})

test('cancelled is null, and so is a pop-up that was closed', async () => {
  const first = shakeHands()
  say({ ...first.envelope, type: 'cancelled', nonce })
  expect(await first.promise).toBeNull()
  popup = fakePopup()
  const second = begin()
  await end(second)
  expect(second.outcome.value).toBeNull()
})

test('a picker that was reloaded is told again, and the one before no longer counts', async () => {
  const begun = shakeHands()
  say({ ...begun.envelope, type: 'ready', nonce: 'nonce-after-reload' })
  expect(popup.sent.at(-1)?.[0]).toMatchObject({ type: 'init', nonce: 'nonce-after-reload' })
  say({ ...begun.envelope, type: 'cancelled', nonce })
  await Promise.resolve()
  expect(begun.outcome).toEqual({})
  say({ ...begun.envelope, type: 'cancelled', nonce: 'nonce-after-reload' })
  expect(await begun.promise).toBeNull()
})

test.each([
  ['timeout', () => vi.advanceTimersByTime(5000)],
  ['version', (id: string) => say({ lookbook: 'picker', version: 2, id, type: 'ready', nonce })],
  [
    'version',
    (id: string) =>
      say({ lookbook: 'picker', version: 2, id, type: 'error', code: 'version', message: '2, not 1' }),
  ],
  [
    'options',
    (id: string) => say({ lookbook: 'picker', version: 1, id, type: 'error', code: 'options', message: 7 }),
  ],
])('fails by %s, and can be opened again', async (code, happen) => {
  const begun = begin()
  happen(begun.envelope.id)
  await expect(begun.promise).rejects.toMatchObject({ name: 'PickerError', code })
  expect(popup.closed).toBe(true)
  popup = fakePopup()
  await end(shakeHands())
})

test('after the handshake nobody is hurried', async () => {
  const begun = shakeHands()
  vi.advanceTimersByTime(60_000)
  await Promise.resolve()
  expect(begun.outcome).toEqual({})
  await end(begun)
})

test('a blocked pop-up, a second picker and an odd origin are said by code', async () => {
  vi.stubGlobal('open', () => null)
  await expect(pickLook({ mode: 'popup', origin: lookbook })).rejects.toMatchObject({ code: 'popup-blocked' })
  for (const origin of ['', 'looks', 'javascript:alert(1)', 'file:///x'])
    await expect(pickLook({ origin })).rejects.toMatchObject({ code: 'origin' })
  vi.stubGlobal('open', () => popup)
  const begun = begin()
  await expect(pickLook({ mode: 'popup', origin: lookbook })).rejects.toBeInstanceOf(PickerError)
  await end(begun)
})

test('a signal closes it with its own reason', async () => {
  const stopping = new AbortController()
  const begun = shakeHands({ signal: stopping.signal })
  stopping.abort(new Error('left'))
  await expect(begun.promise).rejects.toThrow('left')
  expect(popup.closed).toBe(true)
  await expect(pickLook({ origin: lookbook, signal: stopping.signal })).rejects.toThrow('left')
})

test('messages of other windows and origins are not looked into', async () => {
  const begun = begin()
  const ready = { ...begun.envelope, type: 'ready', nonce }
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('looked into')
      },
    },
  )
  for (const from of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { source: {} },
    { source: null },
  ]) {
    say(ready, from)
    say(trap, from)
  }
  expect(popup.sent.every(([{ type }]) => type === 'hello')).toBe(true)
  await end(begun)
})

const hostile = oneof(
  object(),
  record(
    {
      lookbook: oneof(constantFrom('picker'), anything()),
      version: oneof(constantFrom(1), anything()),
      id: oneof(constantFrom('another-request', ''), anything()),
      type: oneof(constantFrom('ready', 'picked', 'cancelled', 'error'), anything()),
      nonce: anything(),
      looks: anything(),
    },
    { requiredKeys: [] },
  ),
)

const badLooks = oneof(
  constantFrom<unknown>(
    null,
    {},
    [null],
    [{}],
    [{ id: '' }],
    [{ id: 7 }],
    [{ ...look, id: 'x'.repeat(201) }],
    Array.from({ length: 101 }, () => look),
    [look, null],
  ),
  record({ id: anything() }),
)

test('hostile messages throw nothing and settle nothing, from the picker’s own window too', async () => {
  const thrown = vi.fn<() => void>()
  addEventListener('error', thrown)
  const begun = shakeHands()
  await assert(
    asyncProperty(hostile, constantFrom('picked', 'cancelled', 'hello', 'init'), async (data, type) => {
      say(data)
      // Of this request, but not of the page that was met.
      say({ ...data, ...begun.envelope, type, nonce: 'nonce-of-another' })
      await Promise.resolve()
      return begun.outcome.value === undefined
    }),
    { numRuns: 500 },
  )
  removeEventListener('error', thrown)
  expect(thrown).not.toHaveBeenCalled()
  await end(begun)
})

test('looks that are not whole are no choice', async () => {
  const begun = shakeHands()
  await assert(
    asyncProperty(badLooks, async (looks) => {
      say({ ...begun.envelope, type: 'picked', nonce, looks })
      await Promise.resolve()
      return begun.outcome.value === undefined
    }),
  )
  await end(begun)
})
