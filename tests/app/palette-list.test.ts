import { expect, test } from 'vitest'
import { findCommands, paletteGroups, type Command } from '#app/palette-list.ts'
import { paletteStatus, type PaletteState } from '#app/palette-status.ts'
import { isFiltered, withoutFilters, withView } from '#app/search-part.ts'
import { picksHref } from '#gallery/filters.ts'

const command = (label: string, group: Command['group'] = 'actions'): Command => ({
  id: label,
  label,
  group,
  run: () => {},
})
const commands = ['Go on reading', 'Read again', 'Réglages', 'Switch to dark'].map((label) => command(label))
const found = (typed: string) => findCommands(commands, typed).map(({ label }) => label)

test.each([
  ['', ['Go on reading', 'Read again', 'Réglages', 'Switch to dark']],
  ['   ', ['Go on reading', 'Read again', 'Réglages', 'Switch to dark']],
  // Those that begin so before those with such a word somewhere.
  ['re', ['Read again', 'Réglages', 'Go on reading']],
  ['RÈ', ['Read again', 'Réglages', 'Go on reading']],
  ['dark switch', ['Switch to dark']],
  ['dark light', []],
  ['eading', []],
  ['(', []],
  ['🙂', []],
])('%j finds %j', (typed, labels) => {
  expect(found(typed)).toEqual(labels)
})

test('boards are found by name, a few at once, and not listed before one is typed', () => {
  const boards = Array.from({ length: 9 }, (_, at) => command(`Spring ${at}`, 'boards'))
  expect(findCommands([...boards, command('New board')], '').map(({ label }) => label)).toEqual(['New board'])
  const hrefs = { lookHref: (id: string) => id, personHref: (id: string) => id }
  const groups = paletteGroups(findCommands(boards, 'spr'), { looks: [], people: [] }, hrefs)
  expect(groups.map(({ value, items }) => [value, items.length])).toEqual([['boards', 6]])
})

test('groups without rows are left out, and commands stand before what comes later', () => {
  const hrefs = { lookHref: (id: string) => id, personHref: (id: string) => id }
  const groups = paletteGroups([command('b'), command('a', 'views')], { looks: [], people: [] }, hrefs)
  expect(groups.map(({ value }) => value)).toEqual(['views', 'actions'])
})

const quiet: PaletteState = {
  opening: false,
  absent: false,
  overSpending: false,
  failed: false,
  pending: false,
  typed: 'x',
  rows: 1,
  growing: null,
}

test.each([
  [{}, ''],
  [{ rows: 0 }, 'Nothing is called “x”.'],
  [{ rows: 0, pending: true }, ''],
  [{ rows: 0, growing: 650 }, 'Nothing called “x” among the 650 looks read so far.'],
  [{ growing: 650 }, '650 looks read so far; more are on their way.'],
  [{ rows: 0, absent: true }, 'Looks and people cannot be searched here.'],
] as const)('of %j it says %j', (state, sentence) => {
  expect(paletteStatus({ ...quiet, ...state })).toBe(sentence)
})

test('filters are told from how the list is shown', () => {
  expect(isFiltered('?view=people&size=s')).toBe(false)
  expect(isFiltered('?place=office')).toBe(true)
  expect(withoutFilters('?q=a&engine=avatar_v&view=people')).toBe('?view=people')
  expect(withView('/', '?q=a&view=people', null)).toBe('?q=a')
  expect(withView('/people/1', '?q=a', 'people')).toBe('?view=people')
})

test('picks are an address of the grid, always in one order', () => {
  expect(picksHref({})).toBe('/')
  expect(picksHref({ engine: ['avatar_v'], group: ['a b'], ori: ['portrait', '-square'] })).toBe(
    '/?group=a+b&ori=portrait,-square&engine=avatar_v',
  )
})
