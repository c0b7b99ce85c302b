import { expect, test } from 'vitest'
import { factRows } from '#boards/compare/facts.ts'
import { lookSchema } from '#heygen/schemas/look.ts'

const look = (fields: object) =>
  lookSchema.parse({ id: 'a', name: 'A', avatar_type: 'studio_avatar', ...fields })
const rowOf = (label: string, ...fields: (object | null)[]) => {
  const looks = fields.map((given) => ({ look: given === null ? undefined : look(given), person: undefined }))
  const row = factRows(looks).find((each) => each.label === label)
  if (!row) throw new Error(`There is no row ${label}.`)
  return row
}

test('a row differs where looks that are known have not all the same', () => {
  expect(rowOf('Type', {}, { avatar_type: 'photo_avatar' })).toEqual({
    label: 'Type',
    values: ['Studio avatar', 'Photo avatar'],
    differs: true,
  })
  expect(rowOf('Type', {}, {}).differs).toBe(false)
  expect(rowOf('Type', {}, null).differs).toBe(false)
})

test('nothing given differs from something given', () => {
  const row = rowOf('Tags', { tags: ['indoor'] }, { tags: [] })
  expect(row.values).toEqual(['indoor', null])
  expect(row.differs).toBe(true)
})

test('the same in other words is the same', () => {
  expect(rowOf('Gender', { gender: 'Man' }, { gender: 'male' }).differs).toBe(false)
  expect(
    rowOf(
      'Engines',
      { supported_api_engines: ['avatar_iii', 'avatar_v'] },
      { supported_api_engines: ['avatar_v', 'avatar_iii'] },
    ).differs,
  ).toBe(false)
  expect(rowOf('Status', { status: null }, { status: 'completed' }).differs).toBe(false)
})

test('a person whose name has not come is not known, and a look of nobody has none', () => {
  expect(
    factRows([
      { look: look({ group_id: 'g' }), person: undefined },
      { look: look({}), person: undefined },
    ])[1]?.values,
  ).toEqual([undefined, null])
})
