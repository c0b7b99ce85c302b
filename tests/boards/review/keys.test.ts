import { expect, test } from 'vitest'
import { duelAction } from '#boards/duels/duel-keys.ts'
import { reviewAction, type PressedKey } from '#boards/review/keys.ts'

const press = (key: string, change: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...change,
})
const action = (key: string, change?: Partial<PressedKey>, letters = true) =>
  reviewAction(press(key, change), letters)

test('every culling key does what it says', () => {
  expect(['p', 'm', 'x', 'u'].map((key) => action(key))).toEqual(
    ['pick', 'maybe', 'reject', 'undecided'].map((verdict) => ({ kind: 'verdict', verdict })),
  )
  expect(['0', '1', '5'].map((key) => action(key))).toEqual(
    [null, 1, 5].map((score) => ({ kind: 'score', score })),
  )
  expect(action('6')).toBeNull()
  expect(action('P', { shiftKey: true })).toEqual({ kind: 'pick-of-person' })
  expect(action('z')).toEqual({ kind: 'history', way: 'undo' })
  expect(action('Z', { shiftKey: true })).toEqual({ kind: 'history', way: 'redo' })
  expect(action('?', { shiftKey: true })).toEqual({ kind: 'keys' })
  expect(action('ArrowDown')).toEqual({ kind: 'person', by: 1 })
  expect(action('Home')).toEqual({ kind: 'end', which: 'first' })
  expect(action('q')).toBeNull()
  expect(action('constructor')).toBeNull()
})

test('letters switched off leave arrows, Escape, Space and Ctrl Z', () => {
  for (const key of ['p', '3', 'n', 'z', '?', 'f']) expect(action(key, {}, false)).toBeNull()
  expect(action('z', { ctrlKey: true }, false)).toEqual({ kind: 'history', way: 'undo' })
  expect(action('Z', { metaKey: true, shiftKey: true }, false)).toEqual({ kind: 'history', way: 'redo' })
  expect(action('ArrowRight', {}, false)).toEqual({ kind: 'step', by: 1 })
  expect(action(' ', {}, false)).toEqual({ kind: 'play' })
  expect(action('Escape', {}, false)).toEqual({ kind: 'leave' })
})

test('combinations are left to the browser, a held key judges once, other scripts go by the key', () => {
  expect(action('p', { ctrlKey: true })).toBeNull()
  expect(action('ArrowLeft', { altKey: true })).toBeNull()
  expect(action('ArrowLeft', { shiftKey: true })).toBeNull()
  expect(action('p', { repeat: true })).toBeNull()
  expect(action('ArrowLeft', { repeat: true })).toEqual({ kind: 'step', by: -1 })
  expect(action('з', { code: 'KeyP' })).toEqual({ kind: 'verdict', verdict: 'pick' })
})

test('duels are chosen by arrows or digits', () => {
  expect(
    ['ArrowLeft', '1', 'ArrowRight', '2', 'ArrowDown', 'z'].map((key) => duelAction(press(key), true)),
  ).toEqual(['left', 'left', 'right', 'right', 'skip', 'undo'])
  expect(duelAction(press('1'), false)).toBeNull()
  expect(duelAction(press('z', { ctrlKey: true }), false)).toBe('undo')
  expect(duelAction(press('ArrowLeft', { repeat: true }), true)).toBeNull()
})
