import type { Verdict } from '#boards/register-keys.ts'
import { letterOf, verdictOfLetter } from '#boards/verdict-keys.ts'

export type CompareCommand =
  | { kind: 'play' | 'keep' | 'undo' | 'reference' | 'remove' | 'whole' }
  | { kind: 'step' | 'go'; by: 1 | -1 }
  | { kind: 'zoom'; in: boolean }
  | { kind: 'pan'; x: number; y: number }
  | { kind: 'verdict'; verdict: Verdict }

/** Of the frame, at one press. */
const pan = 0.15

const plain = new Map<string, CompareCommand>([
  [' ', { kind: 'play' }],
  [',', { kind: 'step', by: -1 }],
  ['.', { kind: 'step', by: 1 }],
  ['+', { kind: 'zoom', in: true }],
  ['=', { kind: 'zoom', in: true }],
  ['-', { kind: 'zoom', in: false }],
  ['0', { kind: 'whole' }],
  ['ArrowLeft', { kind: 'go', by: -1 }],
  ['ArrowRight', { kind: 'go', by: 1 }],
  ['Delete', { kind: 'remove' }],
  ['r', { kind: 'reference' }],
])

/** With a board, beside the letters of the verdicts. */
const reviewing = new Map<string, CompareCommand>([
  ['k', { kind: 'keep' }],
  ['z', { kind: 'undo' }],
])

function reviewCommand(letter: string): CompareCommand | null {
  const verdict = verdictOfLetter(letter)
  return verdict ? { kind: 'verdict', verdict } : (reviewing.get(letter) ?? null)
}

const shifted = new Map<string, CompareCommand>([
  ['ArrowLeft', { kind: 'pan', x: pan, y: 0 }],
  ['ArrowRight', { kind: 'pan', x: -pan, y: 0 }],
  ['ArrowUp', { kind: 'pan', x: 0, y: pan }],
  ['ArrowDown', { kind: 'pan', x: 0, y: -pan }],
])

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key asks for in a pane; null where it is not ours. `letters`: whether letters are keys at all. */
export function compareCommand(press: Press, withBoard: boolean, letters: boolean): CompareCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const key = letterOf(press) || press.key
  if (press.shiftKey && shifted.has(key)) return shifted.get(key) ?? null
  if (press.shiftKey && key.length > 1) return null
  if (/^[a-z]$/.test(key) && !letters) return null
  return plain.get(key) ?? (withBoard ? reviewCommand(key) : null)
}
