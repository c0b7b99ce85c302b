import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from '#boards/board.ts'
import { parseKey } from '#boards/register-keys.ts'
import { mergeRegisters, type Registers } from '#boards/register.ts'
import { fromBase64url, toBase64url } from '#boards/share/base64url.ts'
import { byteReader, byteWriter } from '#boards/share/bytes.ts'
import { crc32 } from '#boards/share/crc32.ts'
import { joinBytes } from '#boards/share/deflate.ts'
import { packRegisters } from '#boards/share/pack-registers.ts'
import { decodeShare, encodeShare, mostUnpacked, type SharedBoard } from '#boards/share/share-code.ts'
import { sharedPart } from '#boards/share/shared-part.ts'
import { unpackRegisters } from '#boards/share/unpack-registers.ts'
import { histories, noteOf } from '../random-boards.ts'

const now = Date.UTC(2026, 10, 4)
const problems = ['broken', 'cut', 'newer', 'too-large', 'ahead', 'empty']
const id = 'board123'

const sorted = (registers: Registers) => [...registers].toSorted(([a], [b]) => (a < b ? -1 : 1))

async function sent(registers: Registers, share: Parameters<typeof encodeShare>[1], me = 'ann1') {
  const fragment = (await encodeShare(readBoard(id, registers), share, me)) ?? ''
  const read = await decodeShare(fragment, now)
  if (typeof read === 'string') throw new Error(read)
  return read
}

test('what a link carries comes out as it went in, of any board, and merges like the board itself', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.constantFrom('board', 'reviewed', 'reply' as const),
      async ([a, b], share) => {
        const whole = a ?? new Map()
        const board = readBoard(id, whole)
        const part = sharedPart(board, share, 'ann1').registers
        fc.pre(part.size > 0)
        const read = await sent(whole, share)
        expect(sorted(read.registers)).toEqual(sorted(part))
        expect(read.what).toBe(share === 'reply' ? 'reply' : 'board')
        expect(sorted(mergeRegisters(b ?? new Map(), read.registers))).toEqual(
          sorted(mergeRegisters(b ?? new Map(), part)),
        )
      },
    ),
    { numRuns: 400 },
  )
})

test('values at their limits come out as they went in', () => {
  const note = {
    ...noteOf('\uD83D cut in half \u0000', '0b1c'.repeat(8)),
    width: null,
    person: 'Ünal',
    from: 'q=a&b',
  }
  const registers: Registers = new Map(
    Object.entries({
      name: '日本 🎬 \uDC00',
      made: Number.MAX_SAFE_INTEGER,
      decision: { chosen: ['x'], runnersUp: [], note: 'because', by: '' },
      'look:123e4567-e89b-12d3-a456-426614174000': note,
      [`look:${'a0'.repeat(16)}`]: null,
      'at:x': 'Zz9',
      'duel:ann1:["a","b"]': 'elsewhere',
      'score:ann1:x': null,
    }).map(([key, value], at) => [key, { value, at: 2 ** 51 - at, by: 'ann1' }]),
  )
  const { ids, rest } = packRegisters({ id, registers })
  const read = unpackRegisters(ids, rest)
  expect(read.id).toBe(id)
  expect(new Map(read.registers.map(([key, value, at, by]) => [key, { value, at, by }]))).toEqual(registers)
})

const register = (value: unknown, by = 'ann1') => ({ value, at: 5000, by })

test('a board goes without reviews, a reply with nobody else’s, a blind board without what is hidden', async () => {
  const registers: Registers = new Map([
    ['name', register('Spring')],
    ['blind', register(true)],
    ['look:gone', register(noteOf('Gone'))],
    ['on:gone', register(false)],
    ['look:here', register(noteOf('Here'))],
    ['on:here', register(true)],
    ['who:ann1', register('Ann')],
    ['who:ben2', register('Ben', 'ben2')],
    ['verdict:ann1:here', register('pick')],
    ['verdict:ben2:here', register('reject', 'ben2')],
    ['submitted:ben2', register(true, 'ben2')],
    ['decision', register({ chosen: ['here'], runnersUp: [], note: '', by: '' })],
  ])
  const keys = async (share: Parameters<typeof encodeShare>[1]) =>
    [...(await sent(registers, share)).registers.keys()].toSorted()
  const board = ['blind', 'look:here', 'name', 'on:gone', 'on:here', 'who:ann1']
  expect(await keys('board')).toEqual(board)
  expect(await keys('reviewed')).toEqual([...board, 'decision', 'verdict:ann1:here'].toSorted())
  expect(await keys('reply')).toEqual(['name', 'verdict:ann1:here', 'who:ann1'])
  const theirs = await sent(registers, 'reply', 'ben2')
  expect([...theirs.registers.keys()]).toEqual(['name', 'who:ben2', 'submitted:ben2', 'verdict:ben2:here'])
})

const small = async () =>
  (await encodeShare(readBoard(id, new Map([['name', register('Spring')]])), 'board', 'ann1')) ?? ''

/** A code whose checksum is right, whatever is in it. */
function sealed(content: Uint8Array): string {
  const head = byteWriter()
  head.number(content.length)
  const sum = new DataView(new ArrayBuffer(4))
  sum.setUint32(0, crc32(content))
  return `#1.${toBase64url(joinBytes([head.bytes, new Uint8Array(sum.buffer), content]))}`
}

const contentOf = (fragment: string) => {
  const reader = byteReader(fromBase64url(fragment.slice(3)) ?? new Uint8Array())
  reader.number()
  reader.take(4)
  return reader.take(reader.left())
}

test('each kind of bad link has its own answer', async () => {
  const fragment = await small()
  expect(await decodeShare(fragment, now)).toMatchObject({ id, what: 'board' })
  expect(await decodeShare(fragment.slice(1), now)).toMatchObject({ id })
  expect(await decodeShare(`#2${fragment.slice(2)}`, now)).toBe('newer')
  expect(await decodeShare('#12', now)).toBe('newer')
  for (let length = 2; length < fragment.length; length += 1)
    expect(await decodeShare(fragment.slice(0, length), now)).toBe('cut')
  for (const none of ['', '#', 'Spring', '#1.ä', '#0.AAAA', `${fragment}AAAA`, `#1x${fragment.slice(3)}`])
    expect(await decodeShare(none, now)).toBe('broken')
  const altered = fragment.replace(/.{5}$/, (end) => (end === 'AAAAA' ? 'BBBBB' : 'AAAAA'))
  expect(await decodeShare(altered, now)).toBe('broken')
  expect(await decodeShare(`#1.${'A'.repeat(100_000)}`, now)).toBe('too-large')
  expect(await decodeShare(fragment, 5000 - 2 * 24 * 60 * 60 * 1000)).toBe('ahead')
  const none = packRegisters({ id, registers: new Map() })
  expect(await decodeShare(sealed(joinBytes([[0, 0], deflateRawSync(none.rest)])), now)).toBe('empty')
})

test('a bomb is put down at the cap, and a board beyond it gets no link', async () => {
  const bomb = deflateRawSync(new Uint8Array(40 * 1024 * 1024))
  expect(await decodeShare(sealed(joinBytes([[0, 0], bomb])), now)).toBe('too-large')
  expect(
    await decodeShare(sealed(joinBytes([[0, 0], deflateRawSync(new Uint8Array(mostUnpacked + 1))])), now),
  ).toBe('too-large')
  const notes = Array.from({ length: 60 }, (_, at): [string, ReturnType<typeof register>] => [
    `note:ann1:${at}`,
    register('x'.repeat(2000)),
  ])
  expect(await encodeShare(readBoard(id, new Map(notes)), 'reply', 'ann1')).toBeNull()
})

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const byte = fc.nat(255)

type Mutation = (codes: readonly string[]) => string
const onText = (make: (code: string, at: number, other: string) => string) =>
  fc.tuple(fc.nat(39), fc.nat(39), place).map(([one, two, at]): Mutation => (codes) => {
    const code = codes[one % codes.length] ?? ''
    return make(code, Math.floor(at * code.length), codes[two % codes.length] ?? '')
  })
/** What the checksum does not find. */
const onContent = fc
  .tuple(fc.nat(39), fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 4 }))
  .map(([one, changes]): Mutation => (codes) => {
    const content = Uint8Array.from(contentOf(codes[one % codes.length] ?? ''))
    for (const [at, value] of changes) content[Math.floor(at * content.length)] = value
    return sealed(content)
  })

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: onContent },
  onText((code, at) => code.slice(0, at) + alphabet[(at * 7) % 64] + code.slice(at + 1)),
  onText((code, at) => code.slice(0, at)),
  onText((code, at) => code.slice(0, at) + code.slice(at + 3)),
  onText((code, at, other) => code.slice(0, at) + other.slice(at % 9) + code.slice(at)),
  onText((code, at, other) => code.slice(0, at) + other.slice(at)),
  fc.string({ maxLength: 60 }).map((text) => () => text),
  fc
    .string({ unit: fc.constantFrom(...alphabet.split('')), maxLength: 60 })
    .map((text) => () => `#1.${text}`),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => () => sealed(bytes)),
)

/** As above, but on what lies under the deflation. */
const unpacked = fc.tuple(fc.nat(39), fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 3 }))

const isBoard = (read: SharedBoard | string): read is SharedBoard => typeof read !== 'string'

test('50,000 altered links end in a board or a reason, and never reach past the caps', async () => {
  const boards = fc.sample(histories, { numRuns: 40, seed: 7 }).map(([a]) => a ?? new Map())
  const codes: string[] = []
  for (const registers of boards)
    codes.push((await encodeShare(readBoard(id, registers), 'reviewed', 'ann1')) ?? '')
  const packed = boards.map((registers) => packRegisters({ id, registers }))
  const seen = new Map<string, number>()
  const count = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1)
  let slowest = 0
  let largest = 0
  const check = async (code: string) => {
    const before = performance.now()
    const read = await decodeShare(code, now)
    slowest = Math.max(slowest, performance.now() - before)
    count(isBoard(read) ? 'boards' : read)
    if (!isBoard(read)) return
    largest = Math.max(largest, JSON.stringify([...read.registers]).length)
    if ([...read.registers.keys()].some((key) => !parseKey(key))) count('unreadable')
    readBoard(read.id, read.registers)
  }
  for (const mutate of fc.sample(mutation, 40_000)) await check(mutate(codes))
  for (const [one, changes] of fc.sample(unpacked, 10_000)) {
    const { ids, rest } = packed[one % packed.length] ?? { ids: new Uint8Array(), rest: new Uint8Array() }
    const altered = Uint8Array.from(rest)
    for (const [at, value] of changes) altered[Math.floor(at * altered.length)] = value
    const start = byteWriter()
    start.number(0)
    start.number(ids.length)
    await check(sealed(joinBytes([start.bytes, ids, deflateRawSync(altered)])))
  }
  // A generator that nothing gets through proves nothing.
  expect(seen.get('boards')).toBeGreaterThan(2500)
  for (const kind of ['broken', 'cut', 'empty']) expect(seen.get(kind)).toBeGreaterThan(0)
  expect([...seen.keys()].filter((kind) => !['boards', ...problems].includes(kind))).toEqual([])
  expect(largest).toBeLessThan(40 * mostUnpacked)
  // Milliseconds, on a busy machine.
  expect(slowest).toBeLessThan(2000)
}, 90_000)
