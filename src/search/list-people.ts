import type { Group } from '#heygen/schemas/group.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { shapeOf } from '#looks/shape.ts'
import type { LookStore } from './look-store.ts'
import type { ListedPerson } from './protocol.ts'

/** People in the order of a list, each with the looks that match. */
export interface PeopleRows {
  persons: readonly number[]
  /** By person: the slots that match, best first, and who it was when they were found. */
  found: ReadonlyMap<number, { group: Group; slots: readonly number[] }>
  /** Rows given before whose looks no longer match, as they were. */
  kept: ReadonlyMap<number, ListedPerson>
}

const mostLooks = 6

/** How many of a person's looks are searched for different ones. */
const mostSeen = 120

/** At most six looks, best first: one of each type and shape before there are two of any. */
function chooseLooks(looks: readonly Look[]): Look[] {
  const seen = new Set<string>()
  const chosen = new Set<Look>()
  for (const look of looks.slice(0, mostSeen)) {
    const kind = `${look.avatar_type} ${shapeOf(look)}`
    if (seen.has(kind) || chosen.size === mostLooks) continue
    seen.add(kind)
    chosen.add(look)
  }
  for (const look of looks) {
    if (chosen.size === mostLooks) break
    chosen.add(look)
  }
  return looks.filter((look) => chosen.has(look)).slice(0, mostLooks)
}

function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value)
}

function listPerson(store: LookStore, rows: PeopleRows, person: number): ListedPerson | undefined {
  const found = rows.found.get(person)
  if (!found) return rows.kept.get(person)
  const { slots } = found
  const group = store.people.all[person]?.known?.group ?? found.group
  const looks = slots.flatMap((slot) => store.entry(slot)?.look ?? [])
  return {
    group,
    count: slots.length,
    looks: chooseLooks(looks),
    types: commonest(looks.map(({ avatar_type }) => avatar_type)),
    shapes: commonest(looks.map(shapeOf)),
  }
}

/** The people of a ranking, in the order of their best looks, behind the first `rows` people of an earlier list. */
export function listPeople(
  store: LookStore,
  ranked: Uint32Array,
  before: { list: PeopleRows; rows: number } | undefined,
): PeopleRows {
  const found = new Map<number, { group: Group; slots: number[] }>()
  for (const slot of ranked) {
    const person = store.persons[slot] ?? 0
    const known = store.people.all[person]?.known
    const own = found.get(person)
    if (own) own.slots.push(slot)
    else if (known) found.set(person, { group: known.group, slots: [slot] })
  }
  const first = before?.list.persons.slice(0, before.rows) ?? []
  const kept = new Map<number, ListedPerson>()
  for (const person of first) {
    if (!before || found.has(person)) continue
    const row = listPerson(store, before.list, person)
    if (row) kept.set(person, { ...row, count: 0 })
  }
  return { persons: [...new Set([...first, ...found.keys()])], found, kept }
}

/** Rows `from` to `to`, exclusive; rows that are not there are left out. */
export const readPeople = (store: LookStore, rows: PeopleRows, from: number, to: number): ListedPerson[] =>
  rows.persons.slice(Math.max(0, from), to).flatMap((person) => listPerson(store, rows, person) ?? [])
