import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldRuns } from '#gallery/fold-runs.ts'
import { lookSchema } from '#heygen/schemas/look.ts'

const look = (id: string, group: string | null) =>
  lookSchema.parse({ id, name: id, avatar_type: 'photo_avatar', group_id: group })

test('of a run of one person the first look stays, with how many it stands for', () => {
  const looks = [
    look('1', 'a'),
    look('2', 'a'),
    look('3', 'b'),
    look('4', 'a'),
    look('5', 'a'),
    look('6', 'a'),
  ]
  expect(foldRuns(looks).map(({ id, more }) => [id, more])).toEqual([
    ['1', 1],
    ['3', undefined],
    ['4', 2],
  ])
})

test('looks of nobody are not one person', () => {
  expect(foldRuns([look('1', null), look('2', null)])).toHaveLength(2)
})

test('no look is lost, and none is changed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', null)), (groups) => {
      const looks = groups.map((group, index) => look(String(index), group))
      const folded = foldRuns(looks)
      expect(folded.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBe(looks.length)
      expect(looks.some((one) => 'more' in one)).toBe(false)
    }),
  )
})
