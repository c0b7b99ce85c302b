/** How a word answers a term, most first. It counts before the place where the word stands. */
export const kinds = { exact: 4 << 8, begins: 3 << 8, near: 2 << 8, far: 1 << 8 } as const

/** Where the word stands, best first; `start`: the name begins as the query does. */
export const fields = { start: 5, person: 4, name: 3, tag: 2, id: 1 } as const

/** Above what the places of sixteen terms add up to, below one step of the kind. */
const wholeName = 128

/** The best answer to each term: kind and field together, 0 for none. */
export interface Answers {
  best: Uint16Array
  /** Words before it in the name; -1 where it is not in the name. */
  places: Int16Array
}

/** Terms in the order of the name count once, next to each other twice. */
function closeness(places: Int16Array, lengths: readonly number[]): number {
  let close = 0
  for (let i = 1; i < lengths.length; i++) {
    const [before = -1, here = -1] = [places[i - 1], places[i]]
    if (before < 0 || here <= before) continue
    close += here === before + (lengths[i - 1] ?? 1) ? 2 : 1
  }
  return close
}

/** The terms are the name, word for word; the last may be its beginning. */
function isWhole({ best, places }: Answers, lengths: readonly number[], nameLength: number): boolean {
  let at = 0
  for (const [i, length] of lengths.entries()) {
    if (places[i] !== at || (best[i] ?? 0) < kinds.begins) return false
    at += length
  }
  return at === nameLength
}

/**
 * A look's rank among those that match, more is better and never 0: the id itself; then words as typed before words
 * that begin so before slips; then the whole name, and where the words stand; then their order.
 */
export function rankOf(
  answers: Answers,
  lengths: readonly number[],
  nameLength: number,
  isId: boolean,
): number {
  let sum = isWhole(answers, lengths, nameLength) ? wholeName : 0
  for (let i = 0; i < lengths.length; i++) sum += answers.best[i] ?? 0
  return (((isId ? 1 : 0) << 20) | (sum << 5) | closeness(answers.places, lengths)) + 1
}
