import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from '#boards/board.ts'
import { noHistory, record, stepBack } from '#boards/history.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'

const key = fc.constantFrom('name', 'brief', 'verdict:ann1:a', 'verdict:ann1:b', 'score:ann1:a', 'on:a')
const valueFor = (name: string, pick: number): unknown =>
  name.startsWith('verdict')
    ? ['pick', 'maybe', 'reject'][pick]
    : name.startsWith('score')
      ? pick + 1
      : name.startsWith('on')
        ? pick > 0
        : `text ${pick}`
const change = fc.tuple(key, fc.nat(2)).map(([name, pick]): Change => [name, valueFor(name, pick)])

const shown = (registers: Registers) => {
  const { registers: _, changedAt: __, ...board } = readBoard('board123', registers)
  return board
}

test('undo goes back through every state, and redo forward again', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 20 }), (steps) => {
      let registers: Registers = new Map([['name', { value: 'Start', at: 1, by: 'x' }]])
      let history = noHistory
      const write = (changes: readonly Change[]) => {
        registers = mergeRegisters(registers, writeChanges(registers, changes, 'ann1', 1))
      }
      const states = [shown(registers)]
      for (const step of steps) {
        const changes = [...new Map(step)]
        const next = record(history, registers, changes, 'Step')
        write(changes)
        if (next !== history) states.push(shown(registers))
        history = next
      }
      // A reviewer who has written once stays known: their row is there with nothing in it.
      const looked = (board: ReturnType<typeof shown>) => ({
        ...board,
        reviewers: board.reviewers.flatMap(({ reviews }) =>
          [...reviews].filter(([, { verdict, score }]) => verdict !== 'undecided' || score !== null),
        ),
      })
      for (const way of ['undo', 'redo'] as const) {
        const order = way === 'undo' ? states.slice(0, -1).toReversed() : states.slice(1)
        for (const state of order) {
          const back = stepBack(history, registers, way)
          expect(back).not.toBeNull()
          if (!back) return
          history = back.history
          write(back.changes)
          expect(looked(shown(registers))).toEqual(looked(state))
        }
        expect(stepBack(history, registers, way)).toBeNull()
      }
    }),
  )
})

test('what somebody else has changed since stays', () => {
  const before: Registers = new Map()
  const changes: Change[] = [
    ['name', 'Mine'],
    ['brief', 'Mine'],
  ]
  const history = record(noHistory, before, changes, 'Edit')
  const mine = mergeRegisters(before, writeChanges(before, changes, 'ann1', 1))
  const both = mergeRegisters(mine, writeChanges(mine, [['name', 'Theirs']], 'ben2', 2))
  expect(stepBack(history, both, 'undo')?.changes).toEqual([['brief', '']])
})

test('twenty steps are kept, and a new one ends what could be brought back', () => {
  let history = noHistory
  for (let at = 0; at < 30; at++) history = record(history, new Map(), [['name', `n${at}`]], `Step ${at}`)
  expect(history.done.map(({ label }) => label)).toEqual(
    Array.from({ length: 20 }, (_, at) => `Step ${at + 10}`),
  )
  const back = stepBack(history, new Map([['name', { value: 'n29', at: 1, by: 'x' }]]), 'undo')
  expect(back?.label).toBe('Step 29')
  expect(back?.history.undone).toHaveLength(1)
  expect(record(back?.history ?? history, new Map(), [['name', 'z']], 'New').undone).toEqual([])
})
