import { paletteText as words } from '#messages/en-palette.ts'

export interface PaletteState {
  opening: boolean
  absent: boolean
  overSpending: boolean
  failed: boolean
  pending: boolean
  typed: string
  rows: number
  /** Looks known while more are on their way; null where all are known. */
  growing: number | null
}

/** The sentence under the list: why something may not be in it. Empty where there is nothing to say. */
export function paletteStatus(state: PaletteState): string {
  const { typed, growing } = state
  if (state.overSpending) return state.rows > 0 ? words.waits : words.nothing(typed)
  if (state.absent) return words.absent
  if (state.failed) return words.failed
  if (state.opening) return words.opening
  if (state.rows === 0 && !state.pending)
    return growing === null ? words.nothing(typed) : words.nothingYet(typed, growing)
  return growing === null ? '' : words.growing(growing)
}
