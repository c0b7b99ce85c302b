import { expect, test } from 'vitest'
import { compareCommand } from '#boards/compare/compare-keys.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

test('verdicts have keys with a board, and only then', () => {
  expect(compareCommand(press('P'), true, true)).toEqual({ kind: 'verdict', verdict: 'pick' })
  expect(compareCommand(press('k'), true, true)).toEqual({ kind: 'keep' })
  expect(compareCommand(press('p'), false, true)).toBeNull()
  expect(compareCommand(press('r'), false, true)).toEqual({ kind: 'reference' })
})

test('letters are no keys where they are switched off, and found by their place where the layout has none', () => {
  for (const letter of ['p', 'k', 'z', 'r']) expect(compareCommand(press(letter), true, false)).toBeNull()
  expect(compareCommand(press('0'), true, false)).toEqual({ kind: 'whole' })
  expect(compareCommand(press('з', { code: 'KeyP' }), true, true)).toEqual({
    kind: 'verdict',
    verdict: 'pick',
  })
})

test('arrows go between looks, with Shift they move the picture, and the browser keeps its own keys', () => {
  expect(compareCommand(press('ArrowLeft'), false, true)).toEqual({ kind: 'go', by: -1 })
  expect(compareCommand(press('ArrowLeft', { shiftKey: true }), false, true)).toMatchObject({ kind: 'pan' })
  expect(compareCommand(press('+', { ctrlKey: true }), false, true)).toBeNull()
  expect(compareCommand(press('+', { shiftKey: true }), false, true)).toEqual({ kind: 'zoom', in: true })
  expect(compareCommand(press('Delete', { shiftKey: true }), false, true)).toBeNull()
})
