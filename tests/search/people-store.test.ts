import { expect, test } from 'vitest'
import { createPeopleStore } from '#search/people-store.ts'
import { createVocabulary } from '#search/vocabulary.ts'
import { makeGroup } from './make-look.ts'

test('names whose looks are to be read again, and nobody whose looks have not come yet', () => {
  const people = createPeopleStore(createVocabulary())
  const put = (id: string, name: string) => people.put(makeGroup(id, name))

  expect(put('early', 'Forest Hill')).toBeUndefined()
  expect(put('early', 'Forest Brook')).toBeUndefined()
  expect(put('early', 'Denim Brook')).toBe(people.number('early'))

  const late = people.number('late')
  expect(put('late', 'Sandy Park')).toBe(late)
  expect(people.remove('late')).toBe(late)
  expect(put('late', 'Sandy Park')).toBe(late)
})
