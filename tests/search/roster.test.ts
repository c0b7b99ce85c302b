import { expect, test } from 'vitest'
import { createRoster, personOfShelf, shelfOfPerson } from '#search/roster.ts'

test('looks without a person never share a shelf with a person, whatever the ids', () => {
  const roster = createRoster()
  for (const group_id of ['a', '~', '~3', '~~3', '~63']) roster.put({ id: 'look', group_id }, 1)
  for (let n = 0; n < 500; n++) roster.put({ id: `loose ${n}`, group_id: null }, 1)
  const people = [...roster.shelves.keys()].flatMap((name) => personOfShelf(name) ?? [])
  expect(new Set(people)).toEqual(new Set(['a', '~', '~3', '~63', '~~3']))
  for (const person of people) expect(roster.count(person)).toBe(1)
  expect(roster.shelves.size - people.length).toBeLessThanOrEqual(64)
  expect(personOfShelf(shelfOfPerson('~3'))).toBe('~3')
})

test('counts tell those of one walk from all', () => {
  const roster = createRoster()
  roster.put({ id: 'a', group_id: 'p' }, 1)
  roster.put({ id: 'b', group_id: 'p' }, 2)
  expect([roster.count('p'), roster.count('p', 2), roster.count('q')]).toEqual([2, 1, 0])
  roster.remove({ id: 'b', group_id: 'p' })
  expect(roster.count('p')).toBe(1)
  expect(roster.takeDirty()).toEqual(new Set(['p']))
  expect(roster.takeDirty()).toEqual(new Set())
})
