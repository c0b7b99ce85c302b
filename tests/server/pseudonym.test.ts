import { expect, test } from 'vitest'
import { createPseudonyms } from '#server/pseudonym.ts'

test('a caller keeps a pseudonym, others have others, and no two processes the same', () => {
  const one = createPseudonyms()
  const ann = one('person ann')
  expect(ann).toMatch(/^[\da-f]{12}$/)
  expect(one('person ben')).not.toBe(ann)
  expect(one('person ann')).toBe(ann)
  expect(createPseudonyms()('person ann')).not.toBe(ann)
})

test('only so many are remembered, those that called last', () => {
  const one = createPseudonyms(2)
  const [ann, ben] = [one('ann'), one('ben')]
  expect(one('ann')).toBe(ann)
  one('cem')
  expect(one('ann')).toBe(ann)
  expect(one('ben')).not.toBe(ben)
})
