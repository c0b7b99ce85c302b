import type { KindName } from '#boards/register-keys.ts'
import { Malformed } from './bytes.ts'

/**
 * What a packed board consists of, in this order, and what each value is of. Links out there depend on it: a change is
 * a new version of the code.
 */
export const sections: readonly { kind: KindName; reviewer: boolean; looks: 0 | 1 | 2 }[] = [
  { kind: 'name', reviewer: false, looks: 0 },
  { kind: 'brief', reviewer: false, looks: 0 },
  { kind: 'made', reviewer: false, looks: 0 },
  { kind: 'blind', reviewer: false, looks: 0 },
  { kind: 'decision', reviewer: false, looks: 0 },
  { kind: 'look', reviewer: false, looks: 1 },
  { kind: 'on', reviewer: false, looks: 1 },
  { kind: 'at', reviewer: false, looks: 1 },
  { kind: 'who', reviewer: true, looks: 0 },
  { kind: 'submitted', reviewer: true, looks: 0 },
  { kind: 'verdict', reviewer: true, looks: 1 },
  { kind: 'score', reviewer: true, looks: 1 },
  { kind: 'note', reviewer: true, looks: 1 },
  { kind: 'duel', reviewer: true, looks: 2 },
]

/** Each value once, numbered in the order in which they are first asked for. */
export function dictionary<T>(nameOf: (value: T) => string) {
  const places = new Map<string, number>()
  const items: T[] = []
  return {
    items,
    placeOf: (value: T): number => {
      const name = nameOf(value)
      const known = places.get(name)
      if (known !== undefined) return known
      places.set(name, items.length)
      return items.push(value) - 1
    },
  }
}

/** What stands at a place of a dictionary. */
export function itemAt<T>(items: readonly T[], place: number): T {
  const item = items[place]
  if (item === undefined) throw new Malformed('It points to nothing.')
  return item
}

const longest = 200
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The place after another in an order that grew at its end; empty where it would take one more digit. */
export function nextPosition(position: string): string {
  const next = digits[digits.indexOf(position.slice(-1)) + 1]
  // Too long to be one of ours: a chain of them would fill the memory.
  if (position === '' || position.length > longest || next === undefined) return ''
  return position.slice(0, -1) + next
}
