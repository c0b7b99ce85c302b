import type { Verdict } from '#boards/register-keys.ts'
import { verdictOfLetter } from '#boards/verdict-keys.ts'
import { moveByKey, type GridKey, type GridShape } from '#gallery/grid-keys.ts'

export interface BoardKeyPress extends GridKey {
  shiftKey: boolean
  altKey: boolean
}

/** What a key on a card asks for. */
export type BoardKey =
  | { kind: 'move'; index: number }
  | { kind: 'extend'; index: number }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'score'; score: number }
  | { kind: 'lift' | 'select' | 'all' | 'menu' | 'remove' | 'escape' }

/**
 * Space lifts and drops as in the ARIA practices' sortable grids, so Shift and Space selects; X rejects here as in
 * review mode. `single`: single letters and digits count.
 */
export function readBoardKey(
  event: BoardKeyPress,
  index: number,
  shape: GridShape,
  single: boolean,
): BoardKey | null {
  const { key, shiftKey, altKey } = event
  const whole = event.ctrlKey || event.metaKey
  if (altKey) return null
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { kind: 'menu' }
  if (key === 'Escape') return { kind: 'escape' }
  if (whole && !shiftKey && key.toLowerCase() === 'a') return { kind: 'all' }
  if (key === ' ') return whole ? null : { kind: shiftKey ? 'select' : 'lift' }
  const target = moveByKey(event, index, shape)
  if (target !== null) return { kind: shiftKey ? 'extend' : 'move', index: target }
  if (whole || shiftKey) return null
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  if (!single) return null
  const verdict = verdictOfLetter(key.toLowerCase())
  if (verdict) return { kind: 'verdict', verdict }
  return /^[1-5]$/.test(key) ? { kind: 'score', score: Number(key) } : null
}
