import { countBits, lettersOf, slipsBetween, slipsIn } from './typo.ts'

interface Near {
  terms: number[]
  slips: number
}

/** The words of the catalogue as numbers from 1. A word stays known when its last look is gone, and is no longer found. */
export interface Vocabulary {
  readonly size: number
  /** The number of a word, which is new where it has none. */
  add(word: string): number
  find(word: string): number | undefined
  word(term: number): string
  /** Counts the places that use a word; those in none are not found. */
  use(term: number, by: 1 | -1): void
  /** Words in use that begin with `beginning`, itself among them. */
  beginningWith(beginning: string): number[]
  /** Words in use that differ from `word` by fewest slips, if that is few enough; `open`: its end is still to come. */
  near(word: string, open: boolean): Near
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  // Number 0 is no word.
  const words: string[] = ['']
  const letters: number[] = [0]
  const uses: number[] = [0]
  // Nearly every search is by first letter, and a bucket of a twentieth of the words is quicker to read through than a
  // sorted list is to keep while the catalogue grows.
  const buckets = new Map<number, number[]>()

  const inUse = (term: number) => (uses[term] ?? 0) > 0
  const bucket = (letter: number) => buckets.get(letter) ?? []

  function candidates(word: string): Iterable<number[]> {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
    // In short words the first letter is right, or swapped with the second; otherwise anything would be like anything.
    if (word.length >= 8) return buckets.values()
    return first === second ? [bucket(first)] : [bucket(first), bucket(second)]
  }

  return {
    get size() {
      return words.length
    },
    add(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      const term = words.length
      numbers.set(word, term)
      words.push(word)
      letters.push(lettersOf(word))
      uses.push(0)
      const first = word.charCodeAt(0)
      const list = buckets.get(first)
      if (list) list.push(term)
      else buckets.set(first, [term])
      return term
    },
    find(word) {
      const term = numbers.get(word)
      return term !== undefined && inUse(term) ? term : undefined
    },
    word: (term) => words[term] ?? '',
    use(term, by) {
      uses[term] = (uses[term] ?? 0) + by
    },
    beginningWith: (beginning) =>
      bucket(beginning.charCodeAt(0)).filter((term) => inUse(term) && words[term]?.startsWith(beginning)),
    near(word, open) {
      const most = slipsIn(word)
      const near: Near = { terms: [], slips: most }
      if (most === 0) return near
      const own = lettersOf(word)
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
      for (const list of candidates(word))
        for (const term of list) {
          const other = words[term] ?? ''
          if (other.length < word.length - near.slips || !inUse(term)) continue
          if (!open && other.length > word.length + near.slips) continue
          if (countBits(own & ~(letters[term] ?? 0)) > near.slips) continue
          const swapped = other.charCodeAt(0) === second && other.charCodeAt(1) === first
          if (word.length < 8 && other.charCodeAt(0) !== first && !swapped) continue
          const slips = slipsBetween(word, other, open, near.slips)
          if (slips === 0 || slips > near.slips) continue
          if (slips < near.slips) {
            near.slips = slips
            near.terms = []
          }
          near.terms.push(term)
        }
      return near
    },
  }
}
