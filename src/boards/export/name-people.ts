import type { NotedLook } from '#boards/board-edits.ts'
import { exportText } from '#messages/en-export.ts'
import { notify } from '#ui/notices.ts'

const words = exportText.people

/** The names of people by their ids. */
export type PeopleNames = ReadonlyMap<string, string>

/**
 * Looks for the names of people. `onFound` is told all that are known by then; ends early when `signal` aborts. Never
 * rejects: who cannot be found is left out.
 */
export type FindPeople = (
  ids: readonly string[],
  signal: AbortSignal,
  onFound: (names: PeopleNames) => void,
) => Promise<PeopleNames>

/** Milliseconds after which it is said what is waited for. */
const patience = 600
/** Milliseconds between one figure and the next: a screen reader says each. */
const pause = 1500

/** The people whose names a board has not been told. */
export const unnamedPeople = (looks: readonly NotedLook[]): string[] => {
  const named = new Set(looks.flatMap(({ note }) => (note.person ? [note.group] : [])))
  const all = looks.flatMap(({ note: { group } }) => (group !== null && !named.has(group) ? [group] : []))
  return [...new Set(all)]
}

/** The same looks with the names of their people, as far as they are known: here, or by another look of theirs. */
export function withNames<T extends NotedLook>(looks: readonly T[], names: PeopleNames): T[] {
  const known = new Map(names)
  for (const { note } of looks) if (note.group !== null && note.person) known.set(note.group, note.person)
  return looks.map((look) => {
    const person = look.note.person || known.get(look.note.group ?? '')
    return person === undefined || person === look.note.person
      ? look
      : { ...look, note: { ...look.note, person } }
  })
}

/** What became of looking people up. */
export interface Naming {
  /** People whose names could not be had. */
  without: number
  /** Of the notice that stands; null where there is none. */
  key: string | null
}

let told = 0

/**
 * Looks with the names of their people, for a file. Where that takes long it says how far it is, and can be told to go on
 * without.
 */
export async function nameLooks<T extends NotedLook>(
  looks: readonly T[],
  findPeople: FindPeople,
): Promise<Naming & { looks: T[] }> {
  const wanted = unnamedPeople(looks)
  if (wanted.length === 0) return { looks: withNames(looks, new Map()), without: 0, key: null }
  const stop = new AbortController()
  const stopped = new Promise<null>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(null))
  })
  let names: PeopleNames = new Map()
  let key: string | null = null
  let toldAt = 0
  const tell = () => {
    if (key === null || stop.signal.aborted || Date.now() - toldAt < pause) return
    toldAt = Date.now()
    notify({
      key,
      title: words.looking(wanted.filter((id) => names.has(id)).length, wanted.length),
      action: { label: words.stop, run: () => stop.abort() },
      lasting: true,
    })
  }
  const timer = setTimeout(() => {
    key = `people-${(told += 1)}`
    tell()
  }, patience)
  const search = findPeople(wanted, stop.signal, (found) => {
    names = new Map(found)
    tell()
  })
  // An answer that is on its way is not waited for.
  names = (await Promise.race([search, stopped])) ?? names
  clearTimeout(timer)
  return { looks: withNames(looks, names), without: wanted.filter((id) => !names.has(id)).length, key }
}
