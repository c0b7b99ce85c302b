import type { LookStore } from './look-store.ts'
import { slugOf, type Scope } from './parse-query.ts'
import { meantBy } from './scope-words.ts'

/** People whose name's words begin with those of the value, or whose id it is. */
function personPasses(store: LookStore, values: readonly string[]): Uint8Array {
  return Uint8Array.from(store.people.all, ({ id, known, words }, n) => {
    if (n === 0) return 0
    const names = known ? words.map((word) => store.vocabulary.word(word)) : []
    const isMeant = (value: string) =>
      value === slugOf(id) || value.split('-').every((part) => names.some((name) => name.startsWith(part)))
    return values.some(isMeant) ? 1 : 0
  })
}

/** Whether a look is in a scope. A value that is one of the facet's is that one; another is the beginning of some. */
export function scopePasses(store: LookStore, { facet, values, out }: Scope): (slot: number) => boolean {
  if (facet === 'group') {
    const passes = personPasses(store, values)
    return (slot) => (passes[store.persons[slot] ?? 0] === 1) !== out
  }

  const { profiles, profileOf } = store
  const sets = profiles.sets(facet)
  const column = profiles.column(facet)
  const isUsed = new Uint8Array(sets.size)
  for (const slot of store.live()) isUsed[column[profileOf[slot] ?? 0] ?? 0] = 1
  const slugs = Array.from(isUsed, (used, set) => (used ? sets.values(set).map(slugOf) : []))
  const known = new Set(slugs.flat())
  const wanted = values.map((value) => meantBy(facet, value, known))
  const passes = Uint8Array.from(slugs, (own) =>
    own.some((slug) => wanted.some((isWanted) => isWanted(slug))) ? 1 : 0,
  )
  return (slot) => (passes[column[profileOf[slot] ?? 0] ?? 0] === 1) !== out
}
