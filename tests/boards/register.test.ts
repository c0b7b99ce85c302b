import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from '#boards/board.ts'
import { mergeRegisters, writeChanges, type Registers } from '#boards/register.ts'
import { histories } from './random-boards.ts'

const plain = (registers: Registers) => [...registers].toSorted(([a], [b]) => (a < b ? -1 : 1))
const shown = (registers: Registers) => {
  const { registers: _, ...board } = readBoard('board123', registers)
  return board
}

const at = (value: string, time: number, by: string): Registers =>
  new Map([['name', { value, at: time, by }]])
const name = (a: Registers, b: Registers) => readBoard('board123', mergeRegisters(a, b)).name

test('merging is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(histories, ([a = new Map(), b = new Map(), c = new Map()]) => {
      const ab = mergeRegisters(a, b)
      expect(plain(ab)).toEqual(plain(mergeRegisters(b, a)))
      expect(plain(mergeRegisters(ab, c))).toEqual(plain(mergeRegisters(a, mergeRegisters(b, c))))
      expect(mergeRegisters(ab, b)).toBe(ab)
      expect(mergeRegisters(a, a)).toBe(a)
      expect(shown(mergeRegisters(ab, c))).toEqual(shown(mergeRegisters(mergeRegisters(c, b), a)))
    }),
    { numRuns: 500 },
  )
})

test('of one value the last write counts, and a tie has one winner', () => {
  expect(name(at('old', 1, 'z'), at('new', 2, 'a'))).toBe('new')
  expect(name(at('x', 2, 'a'), at('y', 2, 'b'))).toBe('y')
  expect(name(at('x', 2, 'a'), at('y', 2, 'a'))).toBe('y')
  expect(name(at('y', 2, 'a'), at('x', 2, 'a'))).toBe('y')
})

test('a write comes after all that is known, even with a clock that was set back', () => {
  const known: Registers = new Map([['name', { value: 'a', at: 5000, by: 'x' }]])
  expect(writeChanges(known, [['name', 'b']], 'y', 100).get('name')).toEqual({
    value: 'b',
    at: 5001,
    by: 'y',
  })
})

test('what changes nothing is not written', () => {
  const known: Registers = new Map([['name', { value: 'a', at: 1, by: 'x' }]])
  expect(writeChanges(known, [['name', 'a']], 'y', 100).size).toBe(0)
})
