import { fold, wordsOf } from './normalise.ts'
import type { FacetName } from './query.ts'
import { scopeNames } from './scope-words.ts'

/** A word or phrase that a look must have, or must not. */
export interface Term {
  /** In words as they are compared. Several stand next to each other, in this order. */
  words: string[]
  /** The words as one, for names that write them so; empty for what was put in quotes. */
  whole: string
  /** Beginning of an id, in lower case; empty where it is too short for one, or in quotes. */
  id: string
  /** The last word may go on: it stands for every word that begins so. */
  open: boolean
  /** Still being typed: nothing follows. */
  last: boolean
}

export interface Scope {
  facet: FacetName
  /** Folded, with hyphens between words; one of them will do. */
  values: string[]
  out: boolean
}

export interface ParsedQuery {
  terms: Term[]
  without: Term[]
  scopes: Scope[]
}

/** What is read of a query, and how many words of it. Nobody types more; what is pasted is cut. */
const longestQuery = 512
const mostTerms = 16
const mostScopes = 16
const longestWord = 64
const shortestId = 3

const pieces = /(-?)(?:(\p{L}+):)?(?:"([^"]*)("?)|([^\s"]*))/gu

/** `Meeting Room` and `meeting_room` as `meeting-room`. */
export const slugOf = (value: string) => wordsOf(fold(value)).join('-')

/** Takes a query apart; anything is a query, and what says nothing (`type:`, `-`, `""`) is left out. */
export function parseQuery(q: string): ParsedQuery {
  const text = q
    .slice(0, longestQuery)
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
  const parsed: ParsedQuery = { terms: [], without: [], scopes: [] }

  for (const match of text.matchAll(pieces)) {
    const [all, sign = '', name, quoted, end = '', bare = ''] = match
    const out = sign !== ''
    const facet = name === undefined ? undefined : scopeNames.get(fold(name))
    if (facet) {
      const values = (quoted ?? bare).split(',').map(slugOf).filter(Boolean)
      if (values.length > 0 && parsed.scopes.length < mostScopes) parsed.scopes.push({ facet, values, out })
      continue
    }
    const piece = quoted ?? (name === undefined ? bare : `${name}:${bare}`)
    const words = wordsOf(fold(piece)).map((word) => word.slice(0, longestWord))
    const terms = out ? parsed.without : parsed.terms
    if (words.length === 0 || terms.length === mostTerms) continue
    terms.push({
      words: words.slice(0, mostTerms),
      whole: quoted === undefined ? words.join('').slice(0, longestWord) : '',
      id: !out && quoted === undefined && piece.length >= shortestId ? piece.toLowerCase() : '',
      open: !out && (quoted === undefined || end === ''),
      last: match.index + all.length === text.length,
    })
  }
  return parsed
}
