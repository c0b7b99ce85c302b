/** Values kept at once; past that all are forgotten, and kept anew as they come. */
const most = 5000

function createKeeper<T>() {
  const kept = new Map<string, T>()
  return (key: string, value: T): T => {
    const before = kept.get(key)
    if (before !== undefined) return before
    if (kept.size >= most) kept.clear()
    kept.set(key, value)
    return value
  }
}

// Every answer brings copies of its own of the ids, words and lists that looks share. Kept once, a look takes half.
const texts = createKeeper<string>()
const lists = createKeeper<readonly string[]>()

/** The same text, for all that are alike. */
export const textOnce = (text: string): string => texts(text, text)

/** The same list, for all that are alike. */
export const listOnce = (list: readonly string[]): readonly string[] => lists(JSON.stringify(list), list)
