import { expect, test } from 'vitest'
import { createCatalogueIndex } from '#search/catalogue-index.ts'
import { makeGroup, makeLook } from './make-look.ts'

const all = { q: '', picks: {} }
const looksOf = (index: ReturnType<typeof createCatalogueIndex>, q = '', fold = false) =>
  index.ask({ q, picks: {} }, { by: 'looks', fold }).looks(0, 1_000)
const idsOf = (...args: Parameters<typeof looksOf>) => looksOf(...args).map(({ id }) => id)

function indexOf(people: string[], looks: [id: string, person: string | null, name?: string][]) {
  const index = createCatalogueIndex()
  index.putGroups(people.map((name) => makeGroup(name, name)))
  index.putLooks(looks.map(([id, person, name = id]) => makeLook({ id, name, group_id: person })))
  return index
}

test('people in their order, their looks in order of arrival, looks of no known person last', () => {
  const index = indexOf(
    ['Ada', 'Bo'],
    [
      ['b1', 'Bo'],
      ['x1', null],
      ['a1', 'Ada'],
      ['c1', 'Cy'],
      ['b2', 'Bo'],
      ['a2', 'Ada'],
    ],
  )
  expect(idsOf(index)).toEqual(['a1', 'a2', 'b1', 'b2', 'x1', 'c1'])
  expect([...index.everyLook()].map(({ look }) => look.id)).toEqual(idsOf(index))
  index.putGroups([makeGroup('Cy', 'Cy'), makeGroup('Ada', 'Ada the second')])
  expect(idsOf(index)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'x1'])
  expect([...index.everyGroup()].map(({ group }) => group.name)).toEqual(['Ada the second', 'Bo', 'Cy'])
  index.removeGroups(['Ada'])
  expect(idsOf(index)).toEqual(['b1', 'b2', 'c1', 'x1', 'a1', 'a2'])
  expect([index.looks, index.people]).toEqual([6, 2])
})

test('a look put again is found by its new name only, in its old place', () => {
  const index = indexOf(
    ['Ada'],
    [
      ['a1', 'Ada', 'Kitchen'],
      ['a2', 'Ada', 'Garden'],
    ],
  )
  index.putLooks([makeLook({ id: 'a1', name: 'Balcony', group_id: 'Ada' }, true)])
  expect(idsOf(index, 'kitchen')).toEqual([])
  expect(idsOf(index, 'balcony')).toEqual(['a1'])
  expect(idsOf(index)).toEqual(['a1', 'a2'])
  expect(index.look('a1')).toMatchObject({ own: true, look: { name: 'Balcony' } })
  expect(index.ask(all, { by: 'looks', fold: false }).answer.counts.place).toEqual([
    ['garden', 1],
    ['terrace', 1],
  ])
})

test("names are read again when the person's own name is known", () => {
  const index = indexOf([], [['a1', 'Forest', 'Forest Office']])
  const placesOf = () =>
    index.ask(all, { by: 'looks', fold: false }).answer.counts.place.map(([place]) => place)
  expect(placesOf()).toEqual(['forest', 'office'])
  index.putGroups([makeGroup('Forest', 'Forest')])
  expect(placesOf()).toEqual(['office'])
  expect(idsOf(index, 'forest')).toEqual(['a1'])
  index.putGroups([makeGroup('Forest', 'Felix')])
  expect(placesOf()).toEqual(['forest', 'office'])
  index.removeGroups(['Forest'])
  expect(idsOf(index, 'felix')).toEqual([])
})

test('folding leaves the first of each run of one person, and counts the others', () => {
  const index = indexOf(
    ['Ada', 'Bo'],
    [
      ['a1', 'Ada', 'Kitchen'],
      ['a2', 'Ada', 'Kitchen'],
      ['b1', 'Bo', 'Kitchen'],
      ['a3', 'Ada', 'Garden kitchen'],
      ['x1', null, 'Kitchen stairs'],
      ['x2', null, 'Kitchen stairs'],
    ],
  )
  const rows = (q: string) => looksOf(index, q, true).map(({ id, more }) => (more ? `${id}+${more}` : id))
  expect(rows('')).toEqual(['a1+2', 'b1', 'x1', 'x2'])
  expect(rows('kitchen')).toEqual(['a1+1', 'b1', 'x1', 'x2', 'a3'])
  const { answer } = index.ask({ q: '', picks: {} }, { by: 'looks', fold: true })
  expect([answer.rows, answer.looks, answer.people]).toEqual([4, 6, 2])
})

test('a run goes on where what was given ends', () => {
  const index = indexOf(['Ada', 'Bo'], [['a1', 'Ada']])
  const options = { by: 'looks', fold: true } as const
  const result = index.ask(all, options)
  index.putLooks(['a2', 'b1'].map((id) => makeLook({ id, group_id: id === 'b1' ? 'Bo' : 'Ada' })))
  const next = index.ask(all, options, { result, rows: 1 })
  expect(next.looks(0, 9)).toMatchObject([{ id: 'a1', more: 1 }, { id: 'b1' }])
})

test('people come with the looks that match, at most six, of different kinds first', () => {
  const index = createCatalogueIndex()
  index.putGroups([makeGroup('Ada', 'Ada'), makeGroup('Bo', 'Bo')])
  index.putLooks(
    Array.from({ length: 9 }, (_, i) =>
      makeLook({
        id: `a${i}`,
        group_id: 'Ada',
        name: i === 5 ? 'Office' : 'At the office',
        image_width: i === 8 ? 1080 : 1920,
        image_height: i === 8 ? 1920 : 1080,
      }),
    ),
  )
  index.putLooks([
    makeLook({ id: 'b1', group_id: 'Bo', name: 'Office' }),
    makeLook({ id: 'x', name: 'Office' }),
  ])
  const people = (q: string) => index.ask({ q, picks: {} }, { by: 'people', fold: false }).people(0, 9)
  expect(people('')).toMatchObject([
    { group: { name: 'Ada' }, count: 9, types: ['photo_avatar'], shapes: ['16:9', '9:16'] },
    { group: { name: 'Bo' }, count: 1 },
  ])
  expect(people('')[0]?.looks.map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a8'])
  expect(people('office')[0]?.looks.map(({ id }) => id)).toEqual(['a5', 'a0', 'a1', 'a2', 'a3', 'a8'])
  expect(index.ask({ q: 'office', picks: {} }, { by: 'people', fold: false }).answer).toMatchObject({
    rows: 2,
    looks: 11,
    people: 2,
  })
})

test('a person given before stays, with the looks they had', () => {
  const index = indexOf(
    ['Ada', 'Bo'],
    [
      ['a1', 'Ada'],
      ['b1', 'Bo'],
    ],
  )
  const options = { by: 'people', fold: false } as const
  const first = index.ask(all, options)
  index.removeLooks(['a1'])
  index.removeGroups(['Ada'])
  const second = index.ask(all, options, { result: first, rows: 1 })
  index.putLooks([makeLook({ id: 'b2', group_id: 'Bo' })])
  const third = index.ask(all, options, { result: second, rows: 2 })
  expect(third.people(0, 9)).toMatchObject([
    { group: { name: 'Ada' }, count: 0, looks: [{ id: 'a1' }] },
    { group: { name: 'Bo' }, count: 2 },
  ])
})

test('where nothing matches, each part that brings looks back alone is told', () => {
  const index = indexOf(
    ['Ada', 'Bo'],
    [
      ['a1', 'Ada', 'Office'],
      ['a2', 'Ada', 'Kitchen'],
      ['b1', 'Bo', 'Kitchen'],
    ],
  )
  const ask = (q: string, picks: Record<string, string[]>) =>
    index.ask({ q, picks }, { by: 'looks', fold: false }).answer.without
  expect(ask('kitchen', { group: ['Ada'], place: ['office'] })).toEqual([
    { part: 'q', looks: 1 },
    { part: 'place', looks: 1 },
  ])
  expect(ask('kitchen', { group: ['Bo'] })).toEqual([])
  expect(ask('', { group: ['Cy'] })).toEqual([{ part: 'group', looks: 3 }])
  expect(ask('kitchen', { type: ['-photo_avatar'] })).toEqual([{ part: 'type', looks: 2 }])
})

test('two facets at once', () => {
  const index = createCatalogueIndex()
  index.putLooks([
    makeLook({
      id: '1',
      preferred_orientation: 'portrait',
      supported_api_engines: ['avatar_v', 'avatar_iv'],
    }),
    makeLook({
      id: '2',
      preferred_orientation: 'portrait',
      supported_api_engines: ['avatar_iv'],
      group_id: 'a',
    }),
    makeLook({ id: '3', supported_api_engines: ['avatar_iv'] }),
  ])
  expect(index.cross(all, ['ori', 'engine'])).toEqual([
    { values: ['portrait', 'avatar_iv'], count: 2 },
    { values: ['portrait', 'avatar_v'], count: 1 },
  ])
  expect(index.cross(all, ['group', 'type'])).toEqual([{ values: ['a', 'photo_avatar'], count: 1 }])
  expect(index.cross({ q: '', picks: { engine: ['avatar_v'] } }, ['ori', 'engine'])).toHaveLength(2)
})

test('an empty catalogue answers', () => {
  const index = createCatalogueIndex()
  const { answer, looks, people } = index.ask(
    { q: 'office', picks: { type: ['x'] } },
    { by: 'looks', fold: true },
  )
  expect([answer.rows, answer.looks, answer.people, answer.without]).toEqual([0, 0, 0, []])
  expect([looks(0, 9), people(0, 9), index.suggest('a', 3), index.findPeople(all, '', 3)]).toEqual([
    [],
    [],
    { looks: [], people: [] },
    [],
  ])
  expect([index.look('constructor'), index.group('__proto__')]).toEqual([undefined, undefined])
})
