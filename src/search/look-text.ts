import type { Look } from '#heygen/schemas/look.ts'
import { grow } from './grow.ts'
import { splitId, splitName } from './split-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The words of all looks in one list of numbers: for each look a header with the lengths of four parts, a byte each,
 * then the parts: words of the name, other ways to write them, tags, words of the id.
 */
export interface LookText {
  readonly pool: Uint32Array
  /** Writes a look's words behind the others; gives the place of its header. */
  write(look: Look): number
  /** Takes back what `write` has counted; the place is not used again. */
  drop(at: number): void
}

/** What a byte can count. No name of the catalogue comes near it. */
const longestPart = 255

// Never the number of a word. Between tags, so that no phrase runs from one into the next.
const gap = 0

/** Names are put together from few words: the pieces between their spaces are taken apart once. */
function createPieces(vocabulary: Vocabulary) {
  const known = new Map<string, { words: number[]; more: number[] }>()
  return (piece: string) => {
    const given = known.get(piece)
    if (given) return given
    const { words, more } = splitName(piece)
    const split = {
      words: words.map((word) => vocabulary.add(word)),
      more: more.map((word) => vocabulary.add(word)),
    }
    if (known.size > 20_000) known.clear()
    known.set(piece, split)
    return split
  }
}

export const partsOf = (header: number) => ({
  words: header & 255,
  more: (header >>> 8) & 255,
  tags: (header >>> 16) & 255,
  id: header >>> 24,
})

export function createLookText(vocabulary: Vocabulary): LookText {
  const split = createPieces(vocabulary)
  let pool: Uint32Array = new Uint32Array(0)
  let length = 0

  function add(terms: readonly number[]): number {
    const count = Math.min(terms.length, longestPart)
    for (let i = 0; i < count; i++) {
      const term = terms[i] ?? gap
      pool[length++] = term
      vocabulary.use(term, 1)
    }
    return count
  }

  function tagTerms(tag: string): number[] {
    const pieces = tag.trim().split(/\s+/).map(split)
    const words = pieces.flatMap((piece) => piece.words)
    return words.concat(
      gap,
      pieces.flatMap((piece) => piece.more),
      gap,
    )
  }

  return {
    get pool() {
      return pool
    },
    write({ id, name, tags }) {
      const pieces = name.trim().split(/\s+/).map(split)
      const at = length
      pool = grow(pool, length + 1 + 4 * longestPart)
      length++
      const words = add(pieces.flatMap((piece) => piece.words))
      const more = add(pieces.flatMap((piece) => piece.more))
      const tagged = add(tags.flatMap(tagTerms))
      const inId = add(splitId(id).map((word) => vocabulary.add(word)))
      pool[at] = words | (more << 8) | (tagged << 16) | (inId << 24)
      return at
    },
    drop(at) {
      const { words, more, tags, id } = partsOf(pool[at] ?? 0)
      for (let i = at + 1; i <= at + words + more + tags + id; i++) vocabulary.use(pool[i] ?? gap, -1)
    },
  }
}
