import { fold, wordsOf } from './normalise.ts'

/** A piece of a name between spaces, taken apart. */
export interface NameWords {
  /** In order, as they stand. */
  words: string[]
  /** Other ways to write or find them: parts of `LivelyGestures` and `Adam2`, and `tshirt` for `T-Shirt`. */
  more: string[]
}

const longestWord = 64

// The patterns below take the square of a piece's length.
const longestPiece = 256

const cut = (words: string[]) => words.map((word) => word.slice(0, longestWord))

const partEdges = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u

/** The parts that capitals and digits tell apart, where there are several; single letters are no words. */
function partsOf(run: string): string[] {
  const parts = run.split(partEdges)
  return parts.length > 1 ? parts.filter((part) => part.length > 1 || /\p{N}/u.test(part)) : []
}

const joined = /[\p{L}\p{N}\p{M}]+(?:['’\-‐‑–.][\p{L}\p{N}\p{M}]+)+/gu

export function splitName(whole: string): NameWords {
  const piece = whole.slice(0, longestPiece)
  const words = wordsOf(fold(piece))
  const more = partsOf(piece).flatMap((part) => wordsOf(fold(part)))
  for (const [compound] of piece.matchAll(joined)) more.push(wordsOf(fold(compound)).join(''))
  return { words: cut(words), more: cut(more).filter((word) => !words.includes(word)) }
}

/** Ids of photo looks and twins: hex or a UUID, nothing to read. */
const isOpaque = (id: string) => /^[0-9a-f-]{16,}$/i.test(id)

/** The words of a readable id, such as `Amelia_lying_lounge_side`; numbers, versions and dates are none. */
export function splitId(id: string): string[] {
  if (isOpaque(id)) return []
  const runs = id.slice(0, longestPiece).match(/[\p{L}\p{M}]+/gu) ?? []
  const words = runs.flatMap((run) => run.split(partEdges)).flatMap((part) => wordsOf(fold(part)))
  return cut(words).filter((word) => word.length > 1)
}
