import type { Term } from './parse-query.ts'
import type { Vocabulary } from './vocabulary.ts'

/** By word of the catalogue, and a bit a term: how the word answers the term. */
export interface TermMasks {
  /** In any way, or as the first word of a phrase, which is to be looked at more closely. */
  any: Uint16Array
  exact: Uint16Array
  /** It begins with the term. */
  begins: Uint16Array
  /** With one slip, and with two. */
  near: Uint16Array
  far: Uint16Array
  /** For each term of several words, what may stand where; undefined where one of its words is nowhere. */
  phrases: (PhrasePlaces | undefined)[]
  /** For each term, the words it was taken for. */
  like: string[][]
  /** A bit for every term. */
  all: number
}

interface PhrasePlaces {
  /** The words of the catalogue that may stand in each place. */
  places: readonly ReadonlySet<number>[]
  /** The last word as it was typed. */
  end: number | undefined
}

/** A slip can be of many words; more than these are not marked. */
const mostLike = 24

function phrasePlaces({ words, open }: Term, vocabulary: Vocabulary): PhrasePlaces | undefined {
  const found = words.map((word) => vocabulary.find(word))
  const places = words.map((word, i) => {
    if (open && i === words.length - 1) return new Set(vocabulary.beginningWith(word))
    const term = found[i]
    return new Set(term === undefined ? [] : [term])
  })
  return places.every(({ size }) => size > 0) ? { places, end: found.at(-1) } : undefined
}

/** `guess`: slips are looked for in every term, not only in those that nothing begins with. */
export function maskTerms(terms: readonly Term[], vocabulary: Vocabulary, guess: boolean): TermMasks {
  const mask = () => new Uint16Array(vocabulary.size)
  const masks: TermMasks = {
    any: mask(),
    exact: mask(),
    begins: mask(),
    near: mask(),
    far: mask(),
    phrases: [],
    like: [],
    all: 2 ** terms.length - 1,
  }

  for (const [i, term] of terms.entries()) {
    const bit = 1 << i
    const set = (of: Uint16Array, word: number) => {
      of[word] = (of[word] ?? 0) | bit
      masks.any[word] = (masks.any[word] ?? 0) | bit
    }
    const places = term.words.length > 1 ? phrasePlaces(term, vocabulary) : undefined
    masks.phrases.push(places)
    masks.like.push([])
    for (const word of places?.places[0] ?? []) masks.any[word] = (masks.any[word] ?? 0) | bit

    const [only = ''] = term.words.length === 1 ? term.words : []
    const word = term.whole || only
    if (!word) continue
    const exact = vocabulary.find(word)
    if (exact !== undefined) set(masks.exact, exact)
    if (!term.open) continue
    const beginning = vocabulary.beginningWith(word).filter((other) => other !== exact)
    for (const other of beginning) set(masks.begins, other)
    if (!term.whole || (!guess && (exact !== undefined || beginning.length > 0 || places))) continue
    const { terms: close, slips } = vocabulary.near(word, term.last)
    for (const other of close) set(slips === 1 ? masks.near : masks.far, other)
    masks.like[i] = close.slice(0, mostLike).map((other) => vocabulary.word(other))
  }
  return masks
}
