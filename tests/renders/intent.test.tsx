import { expect, test, vi } from 'vitest'
import { canonicalJson, digest } from '#renders/canonical.ts'
import { forgetIntents, openIntent, sessionIntent, settleIntent } from '#renders/intent.ts'

const body = { type: 'avatar', avatar_id: 'a', script: 'Hello' }

test('the same content is the same text, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[2,{"d":1}]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

test('the digest is of SHA-256, and of a plain hash where there is none', async () => {
  expect(await digest('Hello')).toBe('185f8db32271fe25f561a6fc938b2e26')
  vi.stubGlobal('crypto', {})
  expect(await digest('Hello')).toMatch(/^[0-9a-f]{32}$/)
  expect(await digest('Hello')).not.toBe(await digest('Hallo'))
  vi.unstubAllGlobals()
})

test('two tabs with the same draft have one key, that HeyGen takes', async () => {
  const [one, two] = [openIntent('a'), openIntent('a')]
  const key = await one.keyFor(body)
  expect(key).toMatch(/^[A-Za-z0-9_:.-]{1,255}$/)
  expect(await two.keyFor({ script: 'Hello', avatar_id: 'a', type: 'avatar' })).toBe(key)
  expect(await openIntent('a').keyFor(body)).toBe(key)
})

test('another draft or another look is another intent', async () => {
  const key = await openIntent('a').keyFor(body)
  expect(await openIntent('a').keyFor({ ...body, script: 'Bye' })).not.toBe(key)
  expect(await openIntent('b').keyFor(body)).not.toBe(key)
})

test('after a definite answer the next click is a new intent', async () => {
  const intent = openIntent('a')
  const key = await intent.keyFor(body)
  intent.settle()
  const next = await intent.keyFor(body)
  expect(next).not.toBe(key)
  expect(await openIntent('a').keyFor(body)).toBe(next)
})

test('a tab that opened before keeps the key it began with, and does not undo the others’ turn', async () => {
  const [one, two] = [openIntent('a'), openIntent('a')]
  const key = await one.keyFor(body)
  one.settle()
  expect(await two.keyFor(body)).toBe(key)
  two.settle()
  expect(await two.keyFor(body)).toBe(await one.keyFor(body))
})

test('an answer that comes after the dialog is gone settles its intent only', async () => {
  const key = await openIntent('a').keyFor(body)
  settleIntent('another:key')
  expect(await openIntent('a').keyFor(body)).toBe(key)
  settleIntent(key)
  expect(await openIntent('a').keyFor(body)).not.toBe(key)
})

test('blocked storage: one key within the page', async () => {
  const blocked = vi.fn<() => never>(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  const intent = openIntent('blocked')
  const key = await intent.keyFor(body)
  expect(await openIntent('blocked').keyFor(body)).toBe(key)
  intent.settle()
  expect(await intent.keyFor(body)).not.toBe(key)
})

test('what is forgotten is a new intent, and what is in doubt is never forgotten', async () => {
  const [plain, doubtful, message] = [openIntent('a'), openIntent('b'), openIntent(sessionIntent('s1'))]
  const keys = [await plain.keyFor(body), await doubtful.keyFor(body), await message.keyFor(body)]
  forgetIntents([`${keys[1]}`])
  expect(await openIntent('a').keyFor(body)).not.toBe(keys[0])
  expect(await openIntent('b').keyFor(body)).toBe(keys[1])
  expect(await openIntent(sessionIntent('s1')).keyFor(body)).toBe(keys[2])
})
