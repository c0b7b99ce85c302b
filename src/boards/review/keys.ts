import type { Verdict } from '#boards/register-keys.ts'
import { letterOf, verdictOfLetter } from '#boards/verdict-keys.ts'

export type ReviewAction =
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'pick-of-person' }
  | { kind: 'score'; score: number | null }
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'person'; by: 1 | -1 }
  | { kind: 'end'; which: 'first' | 'last' }
  | { kind: 'history'; way: 'undo' | 'redo' }
  | { kind: 'note' | 'play' | 'zoom' | 'keys' | 'leave' }

export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'
>

const plain: ReadonlyMap<string, ReviewAction> = new Map<string, ReviewAction>([
  ['ArrowLeft', { kind: 'step', by: -1 }],
  ['ArrowRight', { kind: 'step', by: 1 }],
  ['ArrowUp', { kind: 'person', by: -1 }],
  ['ArrowDown', { kind: 'person', by: 1 }],
  ['Home', { kind: 'end', which: 'first' }],
  ['End', { kind: 'end', which: 'last' }],
  [' ', { kind: 'play' }],
  ['Escape', { kind: 'leave' }],
])

/** What a key does in review, or null; `letters`: whether single characters are keys at all. */
export function reviewAction(pressed: PressedKey, letters: boolean): ReviewAction | null {
  if (pressed.altKey) return null
  const letter = letterOf(pressed)
  if (pressed.ctrlKey || pressed.metaKey) {
    if (letter === 'z') return { kind: 'history', way: pressed.shiftKey ? 'redo' : 'undo' }
    return letter === 'y' && !pressed.shiftKey ? { kind: 'history', way: 'redo' } : null
  }
  const fixed = plain.get(pressed.key)
  if (fixed) return pressed.shiftKey ? null : fixed
  // A key that is held down judges once.
  if (!letters || pressed.repeat) return null
  if (letter === '?') return { kind: 'keys' }
  if (letter === 'z') return { kind: 'history', way: pressed.shiftKey ? 'redo' : 'undo' }
  if (pressed.shiftKey) return letter === 'p' ? { kind: 'pick-of-person' } : null
  if (/^[0-5]$/.test(letter)) return { kind: 'score', score: Number(letter) || null }
  if (letter === 'n') return { kind: 'note' }
  if (letter === 'f') return { kind: 'zoom' }
  const verdict = verdictOfLetter(letter)
  return verdict ? { kind: 'verdict', verdict } : null
}
