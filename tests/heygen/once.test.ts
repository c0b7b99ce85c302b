import { expect, test } from 'vitest'
import { lookSchema } from '#heygen/schemas/look.ts'
import { listOnce, textOnce } from '#heygen/schemas/once.ts'

test('lists that are alike are one, and those that only look alike when joined are not', () => {
  expect(listOnce(['a', 'b'])).toBe(listOnce(['a', 'b']))
  for (const [one, other] of [
    [[], ['']],
    [['a', 'b'], ['a\nb']],
    [['a', 'b'], ['a,b']],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ] as const) {
    expect(listOnce(one)).toEqual(one)
    expect(listOnce(other)).toEqual(other)
  }
})

test('far more values than are kept come out as they went in', () => {
  for (let n = 0; n < 12_000; n++) expect(textOnce(`text ${n}`)).toBe(`text ${n}`)
  expect(listOnce(['still'])).toEqual(['still'])
})

const read = () =>
  lookSchema.parse({ id: 'a', name: 'A', supported_api_engines: ['avatar_iv', 4, 'avatar_iii'] })

test('looks of one answer and of the next share their lists', () => {
  expect(read().supported_api_engines).toEqual(['avatar_iv', 'avatar_iii'])
  expect(read().supported_api_engines).toBe(read().supported_api_engines)
})
