import { letterOf } from '#boards/verdict-keys.ts'

export type DuelAction = 'left' | 'right' | 'skip' | 'undo' | 'leave'

const arrows: Readonly<Record<string, DuelAction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowDown: 'skip',
  Escape: 'leave',
}
const letters: Readonly<Record<string, DuelAction>> = { 1: 'left', 2: 'right', z: 'undo' }

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** What a key does in a duel, or null; `single`: whether single characters are keys. A held key chooses once. */
export function duelAction(pressed: Pressed, single: boolean): DuelAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = pressed
  if (altKey || shiftKey || repeat) return null
  const letter = letterOf(pressed)
  if (ctrlKey || metaKey) return letter === 'z' ? 'undo' : null
  if (Object.hasOwn(arrows, key)) return arrows[key] ?? null
  return single && Object.hasOwn(letters, letter) ? (letters[letter] ?? null) : null
}
