import type { Look } from '#heygen/schemas/look.ts'

type Placed = Pick<Look, 'id' | 'group_id'>

const loose = 64

/** A person's id itself, since making a name for every look costs more than all the rest of placing it. */
export const shelfOfPerson = (id: string) => (id.startsWith('~') ? `~${id}` : id)

/** Whose shelf it is; null for one of looks without a person. */
export const personOfShelf = (name: string): string | null =>
  name.startsWith('~~') ? name.slice(1) : name.startsWith('~') ? null : name

/** Looks without a person are spread over a few shelves, so that none of them grows without bound. */
function shelfOf({ id, group_id }: Placed): string {
  if (group_id !== null) return shelfOfPerson(group_id)
  let hash = 0
  for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) | 0
  return `~${(hash >>> 0) % loose}`
}

/** Where each look stands, a shelf a person, and in which walk it was last seen. */
export interface Roster {
  /** The name of the shelf a look stands on. */
  shelfOf(look: Placed): string
  readonly shelves: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Gives the name of the shelf. */
  put(look: Placed, walk: number): string
  remove(look: Placed): void
  /** The walk a look was last seen in. */
  walkOf(look: Placed): number | undefined
  /** Looks of a person, those of one walk only where it is named. */
  count(person: string, walk?: number): number
  /** Takes the names of the shelves that changed since the last call. */
  takeDirty(): Set<string>
  /** Calls them changed again, since writing them failed. */
  soil(shelves: Iterable<string>): void
}

export function createRoster(): Roster {
  const shelves = new Map<string, Map<string, number>>()
  let dirty = new Set<string>()
  return {
    shelfOf,
    shelves,
    put(look, walk) {
      const name = shelfOf(look)
      let shelf = shelves.get(name)
      if (!shelf) shelves.set(name, (shelf = new Map<string, number>()))
      shelf.set(look.id, walk)
      dirty.add(name)
      return name
    },
    remove(look) {
      const name = shelfOf(look)
      const shelf = shelves.get(name)
      if (!shelf?.delete(look.id)) return
      if (shelf.size === 0) shelves.delete(name)
      dirty.add(name)
    },
    walkOf: (look) => shelves.get(shelfOf(look))?.get(look.id),
    count(person, walk) {
      const shelf = shelves.get(shelfOfPerson(person))
      if (!shelf || walk === undefined) return shelf?.size ?? 0
      let seen = 0
      for (const last of shelf.values()) if (last === walk) seen += 1
      return seen
    },
    takeDirty() {
      const taken = dirty
      dirty = new Set()
      return taken
    },
    soil(names) {
      for (const name of names) dirty.add(name)
    },
  }
}
