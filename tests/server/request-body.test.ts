import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Failure } from '#server/failure.ts'
import { readJsonBody } from '#server/request-body.ts'

const schema = z.strictObject({
  prompt: z.string().check(z.minLength(1)),
  look: z.optional(z.strictObject({ id: z.string() })),
})

async function outcome(body: BodyInit) {
  const init = { method: 'POST', body, duplex: 'half' }
  try {
    return await readJsonBody(new Request('http://localhost:4173/api/v3/videos', init), schema)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [error.status, error.code, error.param].filter(Boolean).join(' ')
  }
}

test('a body as the call takes it is read', async () => {
  expect(await outcome('{"prompt":"Hi","look":{"id":"a"}}')).toEqual({ prompt: 'Hi', look: { id: 'a' } })
})

test.each([
  ['', '400 invalid_json'],
  ['{', '400 invalid_json'],
  ['prompt=Hi', '400 invalid_json'],
  ['[]', '422 invalid_parameter'],
  ['null', '422 invalid_parameter'],
  ['{}', '422 invalid_parameter prompt'],
  ['{"prompt":""}', '422 invalid_parameter prompt'],
  ['{"prompt":"Hi","x_api_key":"k"}', '422 invalid_parameter x_api_key'],
  ['{"prompt":"Hi","look":{"id":"a","more":1}}', '422 invalid_parameter look.more'],
  ['{"prompt":"Hi","__proto__":{"a":1}}', '422 invalid_parameter __proto__'],
])('%s is %s', async (body, expected) => {
  expect(await outcome(body)).toBe(expected)
})

const sized = (length: number) => `{"prompt":"${'a'.repeat(length - 13)}"}`

test('64 KiB are read, a byte more is not', async () => {
  expect(await outcome(sized(65_536))).toHaveProperty('prompt')
  expect(await outcome(sized(65_537))).toBe('413 payload_too_large')
})

test('an endless body is left after 64 KiB', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(16_384))
    },
  })
  expect(await outcome(endless)).toBe('413 payload_too_large')
  expect(pulled).toBeLessThan(10)
})
