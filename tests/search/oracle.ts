import type { Look } from '#heygen/schemas/look.ts'
import type { IndexedGroup, IndexedLook } from '#search/catalogue-index.ts'
import { mineFacets } from '#search/mine-facets.ts'
import type { ParsedQuery, Scope, Term } from '#search/parse-query.ts'
import { facetNames, type FacetName, type FacetPicks } from '#search/query.ts'
import { splitId, splitName } from '#search/split-words.ts'

// What the index must answer, found the slow and obvious way: every look against every rule, one after another. Words
// are taken apart by the code under test, which has tables of its own; everything after that is written anew.

interface Fields {
  /** Words in order, a list a field; phrases are looked for in these. */
  ordered: string[][]
  words: Set<string>
}

const pieces = (text: string) => text.trim().split(/\s+/).map(splitName)

function fieldsOf(look: Look, person: string | undefined): Fields {
  const texts = [look.name, person ?? '', ...look.tags].map(pieces)
  const ordered = texts.map((text) => text.flatMap(({ words }) => words))
  ordered.push(splitId(look.id))
  const more = texts.flatMap((text) => text.flatMap((piece) => piece.more))
  return { ordered, words: new Set([...ordered.flat(), ...more]) }
}

/** The letters' slips, by recursion over all ways. */
function slips(a: string, b: string): number {
  const seen = new Map<string, number>()
  const from = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const ways = [
      from(i - 1, j) + 1,
      from(i, j - 1) + 1,
      from(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ]
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(from(i - 2, j - 2) + 1)
    const least = Math.min(...ways)
    seen.set(key, least)
    return least
  }
  return from(a.length, b.length)
}

const beginnings = (word: string) => Array.from({ length: word.length + 1 }, (_, i) => word.slice(0, i))

function guesses(word: string, last: boolean, vocabulary: ReadonlySet<string>): Set<string> {
  if (word.length < 4 || /\d/.test(word)) return new Set()
  const most = word.length < 8 ? 1 : 2
  const found: [word: string, slips: number][] = []
  for (const other of vocabulary) {
    if (Math.abs(other.length - word.length) > most && !(last && other.length > word.length)) continue
    const start = other[0] === word[0] || (other[0] === word[1] && other[1] === word[0])
    if (word.length < 8 && !start) continue
    const count = Math.min(...(last ? beginnings(other) : [other]).map((one) => slips(word, one)))
    if (count > 0 && count <= most) found.push([other, count])
  }
  const least = Math.min(...found.map(([, count]) => count))
  return new Set(found.filter(([, count]) => count === least).map(([other]) => other))
}

const hasPhrase = (words: string[], field: string[], open: boolean) =>
  field.some((_, at) =>
    words.every((word, i) => {
      const there = field[at + i]
      return open && i === words.length - 1 ? there?.startsWith(word) : there === word
    }),
  )

function valuesOf(
  { look, own }: IndexedLook,
  person: string | undefined,
): Record<FacetName, readonly string[]> {
  const gender = look.gender?.trim().toLowerCase()
  const { image_width: width, image_height: height } = look
  const shape =
    !width || !height ? [] : [width === height ? 'square' : width > height ? 'landscape' : 'portrait']
  return {
    type: [look.avatar_type],
    own: [own ? 'private' : 'public'],
    group: look.group_id === null ? [] : [look.group_id],
    gender: gender ? [gender === 'man' ? 'male' : gender === 'woman' ? 'female' : gender] : [],
    ori: look.preferred_orientation ? [look.preferred_orientation] : shape,
    engine: look.supported_api_engines,
    has: [
      ...(look.preview_video_url ? ['video'] : []),
      ...(look.default_voice_id ? ['voice'] : []),
      ...(look.tags.length > 0 ? ['tags'] : []),
    ],
    ...mineFacets(
      pieces(look.name).flatMap(({ words }) => words),
      splitId(look.id),
      person === undefined ? undefined : pieces(person).flatMap(({ words }) => words)[0],
    ),
  }
}

function isPicked(picks: readonly string[] = [], values: readonly string[]) {
  const wanted = picks.filter((pick) => !pick.startsWith('-'))
  return (
    (wanted.length === 0 || wanted.some((pick) => values.includes(pick))) &&
    !values.some((value) => picks.includes(`-${value}`))
  )
}

const slug = (value: string) => value.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')

export function createOracle(groups: readonly IndexedGroup[], looks: readonly IndexedLook[]) {
  const names = new Map(groups.map(({ group }) => [group.id, group.name]))
  const places = new Map(groups.map(({ group }, place) => [group.id, place]))
  const rows = looks.map((indexed) => {
    const person = names.get(indexed.look.group_id ?? '')
    return { ...indexed, fields: fieldsOf(indexed.look, person), values: valuesOf(indexed, person) }
  })
  const placeOf = (look: Look) => places.get(look.group_id ?? '') ?? Infinity
  const ordered = rows.toSorted((a, b) =>
    placeOf(a.look) === placeOf(b.look) ? 0 : placeOf(a.look) - placeOf(b.look),
  )
  type Row = (typeof rows)[number]

  const vocabulary = new Set(rows.flatMap(({ fields }) => [...fields.words]))
  for (const name of names.values())
    for (const { words, more } of pieces(name)) for (const word of [...words, ...more]) vocabulary.add(word)

  function answers(term: Term, guess: boolean): (row: Row) => boolean {
    const word = term.whole || (term.words.length === 1 ? (term.words[0] ?? '') : '')
    const meant = new Set(
      [...vocabulary].filter((other) => word && (other === word || (term.open && other.startsWith(word)))),
    )
    const known = (one: string, i: number) =>
      [...vocabulary].some((other) =>
        term.open && i === term.words.length - 1 ? other.startsWith(one) : other === one,
      )
    const isPhrase = term.words.length > 1 && term.words.every(known)
    if (term.whole && term.open && (guess || (meant.size === 0 && !isPhrase)))
      for (const other of guesses(word, term.last, vocabulary)) meant.add(other)
    return ({ look, fields }) =>
      [...meant].some((other) => fields.words.has(other)) ||
      (term.words.length > 1 && fields.ordered.some((field) => hasPhrase(term.words, field, term.open))) ||
      (term.id !== '' && look.id.toLowerCase().startsWith(term.id))
  }

  function inScope({ facet, values, out }: Scope): (row: Row) => boolean {
    const known = new Set(rows.flatMap((row) => row.values[facet].map(slug)))
    const isMeant = (value: string) => (own: string) =>
      known.has(value) ? own === value : own.startsWith(value)
    return (row) => values.some((value) => row.values[facet].map(slug).some(isMeant(value))) !== out
  }

  function said({ terms, without, scopes }: ParsedQuery): (row: Row) => boolean {
    const all = (guess: boolean) => {
      const tests = terms.map((term) => answers(term, guess))
      return rows.filter((row) => tests.every((test) => test(row)))
    }
    const strict = all(false)
    const found = new Set(strict.length > 0 || terms.length === 0 ? strict : all(true))
    const unwanted = without.map((term) => answers(term, false))
    const tests = scopes.map(inScope)
    return (row) => found.has(row) && !unwanted.some((test) => test(row)) && tests.every((test) => test(row))
  }

  return {
    ask(parsed: ParsedQuery, picks: FacetPicks) {
      const isSaid = said(parsed)
      const texts = new Set(rows.filter(isSaid))
      const failed = new Map(
        ordered.map((row) => [row, facetNames.filter((name) => !isPicked(picks[name], row.values[name]))]),
      )
      const passes = (row: Row, but?: FacetName) => failed.get(row)?.every((name) => name === but) ?? false
      const matching = ordered.filter((row) => texts.has(row) && passes(row))
      const counts = Object.fromEntries(
        facetNames.map((name) => {
          const tally: Record<string, number> = {}
          for (const row of ordered)
            if (texts.has(row) && passes(row, name))
              for (const value of new Set(row.values[name])) tally[value] = (tally[value] ?? 0) + 1
          return [name, tally]
        }),
      )
      const without = [
        ['q', ordered.filter((row) => !texts.has(row) && passes(row)).length] as const,
        ...facetNames.map(
          (name) =>
            [
              name,
              ordered.filter((row) => texts.has(row) && passes(row, name) && !passes(row)).length,
            ] as const,
        ),
      ].filter(([, count]) => count > 0)
      return { ids: matching.map(({ look }) => look.id), counts, without: Object.fromEntries(without) }
    },
  }
}
