/** Values kept at once; past that all are forgotten, and kept anew as they come. */
const most = 5000

const kept = new Map<string, readonly string[]>()

// Every answer brings copies of its own of the ids, words and lists that looks share. Kept once, a look takes half.

/** The same list, for all that are alike. */
export function listOnce(list: readonly string[]): readonly string[] {
  // Joined, `a,b` and `a` with `b` would be alike.
  const key = JSON.stringify(list)
  const before = kept.get(key)
  if (before) return before
  if (kept.size >= most) kept.clear()
  kept.set(key, list)
  return list
}

/** The same text, for all that are alike. */
export const textOnce = (text: string): string => listOnce([text])[0] ?? text
