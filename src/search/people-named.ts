import type { LookStore } from './look-store.ts'
import { rankBy } from './match-text.ts'
import { parseQuery } from './parse-query.ts'

/** People whose names answer every word of a text, best first, then in their own order; all of them without words. */
export function peopleNamed(store: LookStore, typed: string): { person: number; rank: number }[] {
  const { terms } = parseQuery(typed)
  const known = store.people.all.flatMap(({ known: there, place }, person) =>
    there ? [{ person, place, rank: 1 }] : [],
  )
  known.sort((a, b) => a.place - b.place)
  if (terms.length === 0) return known
  const { ranks } = rankBy(store, terms, (judge) => {
    const named = known.flatMap(({ person, place }) => {
      const rank = judge.rankPerson(person)
      return rank > 0 ? [{ person, place, rank }] : []
    })
    return { found: named.length > 0, ranks: named }
  })
  return ranks.toSorted((a, b) => b.rank - a.rank)
}
