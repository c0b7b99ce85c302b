import { idKey, type LookStore } from './look-store.ts'
import { partsOf } from './look-text.ts'
import type { Term } from './parse-query.ts'
import type { Person } from './people-store.ts'
import { fields, kinds, rankOf } from './rank.ts'
import type { TermMasks } from './term-masks.ts'

export interface Judge {
  /** A bit for each term that the look answers. */
  answered(slot: number): number
  /** The look's rank, 0 where it leaves a term unanswered. */
  rank(slot: number): number
  /** The rank of a person by name alone. */
  rankPerson(person: number): number
}

/** The slots whose ids begin with a term, with a bit a term. */
function idMatches(store: LookStore, terms: readonly Term[]): Map<number, number> {
  const matches = new Map<number, number>()
  const { idKeys, slots } = store
  for (const [i, { id }] of terms.entries()) {
    if (!id) continue
    const key = idKey(id)
    for (let slot = 0; slot < slots; slot++) {
      if (idKeys[slot] !== key || !store.entry(slot)?.look.id.toLowerCase().startsWith(id)) continue
      matches.set(slot, (matches.get(slot) ?? 0) | (1 << i))
    }
  }
  return matches
}

export function createJudge(store: LookStore, terms: readonly Term[], masks: TermMasks): Judge {
  const { any, exact, begins, near, phrases, all } = masks
  const { pool } = store.text
  const { texts, persons, people } = store
  const lengths = terms.map((term) => term.words.length)
  const ids = idMatches(store, terms)
  const best = new Uint16Array(terms.length)
  const places = new Int16Array(terms.length)

  const anyOf = (words: ArrayLike<number>, from: number, to: number) => {
    let bits = 0
    for (let k = from; k < to; k++) bits |= any[words[k] ?? 0] ?? 0
    return bits
  }
  const personBits = Uint16Array.from(
    people.all,
    ({ words, more }) => anyOf(words, 0, words.length) | anyOf(more, 0, more.length),
  )

  function phraseAt(i: number, words: ArrayLike<number>, at: number, to: number): number {
    const phrase = phrases[i]
    if (!phrase || at + phrase.places.length > to) return 0
    if (!phrase.places.every((place, n) => place.has(words[at + n] ?? 0))) return 0
    return words[at + phrase.places.length - 1] === phrase.end ? kinds.exact : kinds.begins
  }

  function kindOf(i: number, word: number): number {
    const bit = 1 << i
    if ((exact[word] ?? 0) & bit) return kinds.exact
    if ((begins[word] ?? 0) & bit) return kinds.begins
    if ((near[word] ?? 0) & bit) return kinds.near
    return (masks.far[word] ?? 0) & bit ? kinds.far : 0
  }

  /** Takes in what stands from `from` to `to`; `name`: where the name begins, if this is the name. */
  function weigh(words: ArrayLike<number>, from: number, to: number, field: number, name: boolean) {
    for (let k = from; k < to; k++) {
      const word = words[k] ?? 0
      for (let bits = any[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const i = 31 - Math.clz32(bits & -bits)
        const kind = Math.max(kindOf(i, word), phrases[i] ? phraseAt(i, words, k, to) : 0)
        if (kind === 0) continue
        const value = kind + (name && k === from && i === 0 ? fields.start : field)
        if (value <= (best[i] ?? 0)) continue
        best[i] = value
        places[i] = name ? k - from : -1
      }
    }
  }

  function weighPerson({ words, more }: Person, field: number, name: boolean) {
    weigh(words, 0, words.length, field, name)
    weigh(more, 0, more.length, field, false)
  }

  function weighLook(slot: number) {
    best.fill(0)
    places.fill(-1)
    const at = (texts[slot] ?? 0) + 1
    const { words, more, tags, id } = partsOf(pool[at - 1] ?? 0)
    weigh(pool, at, at + words, fields.name, true)
    weigh(pool, at + words, at + words + more, fields.name, false)
    const person = persons[slot] ?? 0
    const known = people.all[person]
    if (known && personBits[person]) weighPerson(known, fields.person, false)
    weigh(pool, at + words + more, at + words + more + tags, fields.tag, false)
    const idAt = at + words + more + tags
    weigh(pool, idAt, idAt + id, fields.id, false)
    const byId = ids.get(slot) ?? 0
    for (let i = 0; i < terms.length; i++)
      if (byId & (1 << i)) best[i] = Math.max(best[i] ?? 0, kinds.begins + fields.id)
    return words
  }

  /** Terms that may be answered, and certainly no others: a quick look at what most looks fail. */
  function possible(slot: number): number {
    const at = texts[slot] ?? 0
    const { words, more, tags, id } = partsOf(pool[at] ?? 0)
    const end = at + 1 + words + more + tags + id
    let bits = personBits[persons[slot] ?? 0] ?? 0
    if (ids.size > 0) bits |= ids.get(slot) ?? 0
    for (let k = at + 1; k < end; k++) bits |= any[pool[k] ?? 0] ?? 0
    return bits
  }

  const answeredNow = () => best.reduce((bits, value, i) => (value > 0 ? bits | (1 << i) : bits), 0)

  return {
    answered(slot) {
      if (possible(slot) === 0) return 0
      weighLook(slot)
      return answeredNow()
    },
    rank(slot) {
      if (possible(slot) !== all) return 0
      const nameLength = weighLook(slot)
      for (let i = 0; i < terms.length; i++) if (best[i] === 0) return 0
      const whole = terms.length === 1 && ids.has(slot) ? terms[0]?.id : undefined
      const isId = whole !== undefined && store.entry(slot)?.look.id.toLowerCase() === whole
      return rankOf({ best, places }, lengths, nameLength, isId)
    },
    rankPerson(n) {
      const person = people.all[n]
      if (!person || personBits[n] !== all) return 0
      best.fill(0)
      places.fill(-1)
      weighPerson(person, fields.name, true)
      for (let i = 0; i < terms.length; i++) if (best[i] === 0) return 0
      return rankOf({ best, places }, lengths, person.words.length, false)
    },
  }
}
