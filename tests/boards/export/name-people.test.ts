import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nameLooks, unnamedPeople, withNames, type PeopleNames } from '#boards/export/name-people.ts'
import { notices } from '#ui/notices.ts'
import { noteOf } from '../random-boards.ts'

const lookOf = (id: string, group: string | null, person: string | null = null) => ({
  id,
  note: { ...noteOf(id), group, person },
})
const looks = [
  lookOf('a', 'g1'),
  lookOf('b', 'g2', 'Ben'),
  lookOf('c', 'g2'),
  lookOf('d', null),
  lookOf('e', 'g1'),
]
const peopleOf = (all: typeof looks) => all.map(({ note }) => note.person)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  notices.take()
})

test('people are asked for once each, and not where the board knows them by another look', async () => {
  expect(unnamedPeople(looks)).toEqual(['g1'])
  expect(peopleOf(withNames(looks, new Map()))).toEqual([null, 'Ben', 'Ben', null, null])
  const named = await nameLooks(looks, async () => new Map([['g1', 'Ann']]))
  expect(peopleOf(named.looks)).toEqual(['Ann', 'Ben', 'Ben', null, 'Ann'])
  expect(named).toMatchObject({ without: 0, key: null })
  expect(notices.take()).toEqual([])
})

test('where it takes long it says how far it is, and goes on without when told', async () => {
  const finders: ((names: PeopleNames) => void)[] = []
  const signals: AbortSignal[] = []
  const some = [lookOf('a', 'g1'), lookOf('b', 'g2')]
  const naming = nameLooks(some, (_, signal, onFound) => {
    finders.push(onFound)
    signals.push(signal)
    return new Promise(() => {})
  })
  expect(notices.take()).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  expect(notices.take()).toMatchObject([{ title: 'Looking up people: 0 of 2', lasting: true }])
  await vi.advanceTimersByTimeAsync(2000)
  finders[0]?.(new Map([['g1', 'Ann']]))
  const [notice] = notices.take()
  expect(notice).toMatchObject({ title: 'Looking up people: 1 of 2', action: { label: 'Stop and save' } })
  notice?.action?.run()
  const named = await naming
  expect(signals[0]?.aborted).toBe(true)
  expect(peopleOf(named.looks)).toEqual(['Ann', null])
  expect(named).toMatchObject({ without: 1, key: notice?.key })
})
