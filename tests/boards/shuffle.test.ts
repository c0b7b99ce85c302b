import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffledIds } from '#boards/shuffle.ts'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 40 })

test('the order depends on the seed alone, and holds every id once', () => {
  fc.assert(
    fc.property(ids, fc.string(), (list, seed) => {
      const order = shuffledIds(list, seed)
      expect(order.toSorted()).toEqual(list.toSorted())
      expect(shuffledIds(list.toReversed(), seed)).toEqual(order)
    }),
  )
})

test('a look that is added moves no others past each other', () => {
  fc.assert(
    fc.property(ids, fc.string(), (list, seed) => {
      const [added, ...rest] = list
      const without = shuffledIds(list, seed).filter((id) => id !== added)
      expect(without).toEqual(shuffledIds(rest, seed))
    }),
  )
})

test('reviewers have orders of their own, and each look comes first for about as many', () => {
  const looks = ['a', 'b', 'c', 'd']
  const firsts = new Map<string, number>()
  for (let who = 0; who < 4000; who++) {
    const [first = ''] = shuffledIds(looks, `board reviewer${who}`)
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  for (const look of looks) expect(firsts.get(look)).toBeGreaterThan(850)
})
