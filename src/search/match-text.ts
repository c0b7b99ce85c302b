import { createJudge, type Judge } from './judge-look.ts'
import type { LookStore } from './look-store.ts'
import type { ParsedQuery, Term } from './parse-query.ts'
import type { MatchedWord } from './protocol.ts'
import { scopePasses } from './scopes.ts'
import { maskTerms, type TermMasks } from './term-masks.ts'

export interface TextMatch {
  /** By slot: the look's rank, 0 where it does not match; null where every look does. */
  ranks: Uint32Array | null
  /** There are words to rank by; otherwise the order is the catalogue's. */
  ranked: boolean
  words: MatchedWord[]
}

/** Ranks by `rank`, first in words as they stand; if that finds nothing, slips are looked for in all of them. */
export function rankBy<T>(
  store: LookStore,
  terms: readonly Term[],
  rank: (judge: Judge) => { found: boolean; ranks: T },
): { ranks: T; masks: TermMasks } {
  const strict = maskTerms(terms, store.vocabulary, false)
  const first = rank(createJudge(store, terms, strict))
  if (first.found) return { ranks: first.ranks, masks: strict }
  const loose = maskTerms(terms, store.vocabulary, true)
  return { ranks: rank(createJudge(store, terms, loose)).ranks, masks: loose }
}

function rankLooks(store: LookStore, order: Uint32Array, judge: Judge) {
  const ranks = new Uint32Array(store.slots)
  let found = false
  for (const slot of order) {
    const rank = judge.rank(slot)
    if (rank === 0) continue
    ranks[slot] = rank
    found = true
  }
  return { found, ranks }
}

const matchedWords = (terms: readonly Term[], { like }: TermMasks): MatchedWord[] =>
  terms.map(({ words }, i) => ({ typed: words.join(' '), like: like[i] ?? [] }))

/**
 * The looks that a text stands for. What it means depends on the catalogue alone and not on the picks beside it, so
 * that a facet's counts are what its picks will give.
 */
export function matchText(
  store: LookStore,
  order: Uint32Array,
  { terms, without, scopes }: ParsedQuery,
): TextMatch {
  if (terms.length + without.length + scopes.length === 0) return { ranks: null, ranked: false, words: [] }
  const byTerms =
    terms.length > 0 ? rankBy(store, terms, (judge) => rankLooks(store, order, judge)) : undefined
  const ranks = byTerms?.ranks ?? new Uint32Array(store.slots).fill(1)

  if (without.length > 0) {
    const judge = createJudge(store, without, maskTerms(without, store.vocabulary, false))
    for (const slot of order) if (ranks[slot] !== 0 && judge.answered(slot) !== 0) ranks[slot] = 0
  }
  for (const passes of scopes.map((scope) => scopePasses(store, scope)))
    for (const slot of order) if (!passes(slot)) ranks[slot] = 0

  return { ranks, ranked: terms.length > 0, words: byTerms ? matchedWords(terms, byTerms.masks) : [] }
}
