import type { Verdict } from './register-keys.ts'

const verdicts = new Map<string, Verdict>([
  ['p', 'pick'],
  ['m', 'maybe'],
  ['x', 'reject'],
  ['u', 'undecided'],
])

/** The verdict that a letter gives, on every page that has verdicts. */
export const verdictOfLetter = (letter: string): Verdict | null => verdicts.get(letter) ?? null

/** The character of a key, a letter small; by its place where the layout has no Latin one. Empty for other keys. */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? ''
}
