import type { CatalogueRecord, SeenGroup, SeenLook } from './catalogue-record.ts'
import { committed, deleteDatabase, fulfilled, inTime, openDatabase } from './kept-database.ts'
import { packRecord, readRecord } from './kept-record.ts'
import { packGroups, packLooks, readGroups, readLooks } from './kept-rows.ts'
import { shelfOfPerson } from './roster.ts'

/** Another shape of what is kept has another number; what an older one kept is dropped. */
const version = 1
const nameOf = (account: string) => `lookbook.catalogue.${account}`
const facts = 'facts'
const shelves = 'shelves'

export interface KeptParts {
  storage: IDBFactory
  account: string
  /** The page's own, whose links are kept whole. */
  origin: string
  /** The database is gone: a newer version needs it, or the browser took it away. */
  onLost: () => void
}

/** What a visit before left. */
interface Kept {
  record: CatalogueRecord
  groups: SeenGroup[]
  /** Looks, a shelf at a time, in the order of the groups. */
  looks: () => Generator<SeenLook[]>
}

interface Changes {
  record: CatalogueRecord
  /** Everyone, where someone changed. */
  groups: readonly SeenGroup[] | null
  /** All looks of each shelf that changed; none left: an empty list. */
  shelves: readonly (readonly [name: string, looks: readonly SeenLook[]])[]
}

/** Everything rejects where storage fails; whoever calls goes on without it. */
export interface KeptCatalogue {
  /** Null where nothing is kept yet. `looks` throws where what is kept is damaged. */
  read(): Promise<Kept | null>
  /** All of it or nothing. */
  write(changes: Changes): Promise<void>
  close(): void
}

export async function openKept({ storage, account, origin, onLost }: KeptParts): Promise<KeptCatalogue> {
  const database = await openDatabase(storage, nameOf(account), version, (fresh) => {
    fresh.createObjectStore(facts)
    fresh.createObjectStore(shelves)
  })
  const lose = () => {
    database.close()
    onLost()
  }
  database.addEventListener('versionchange', lose)
  database.addEventListener('close', lose)

  return {
    async read() {
      const transaction = database.transaction([facts, shelves])
      const [record, groups, names, stored] = await inTime(
        Promise.all([
          fulfilled<unknown>(transaction.objectStore(facts).get('record')),
          fulfilled<unknown>(transaction.objectStore(facts).get('groups')),
          fulfilled(transaction.objectStore(shelves).getAllKeys()),
          fulfilled<unknown[]>(transaction.objectStore(shelves).getAll()),
        ]),
        20_000,
      )
      if (record === undefined) return null
      const people = readGroups(groups ?? '[]')
      const places = new Map(people.map(({ group }, place) => [shelfOfPerson(group.id), place]))
      const inOrder = names
        .map((name, i) => ({
          place: (typeof name === 'string' ? places.get(name) : undefined) ?? Infinity,
          stored: stored[i],
        }))
        .toSorted((a, b) => a.place - b.place || 0)
      return {
        record: readRecord(record),
        groups: people,
        *looks() {
          for (const shelf of inOrder) yield readLooks(shelf.stored)
        },
      }
    },
    async write({ record, groups, shelves: changed }) {
      // Relaxed: what a crash loses is walked again, and the disk is not held up.
      const transaction = database.transaction([facts, shelves], 'readwrite', { durability: 'relaxed' })
      const done = committed(transaction)
      // Told by `done` too; without this it would also count as a rejection that nobody handles.
      done.catch(() => undefined)
      const store = transaction.objectStore(shelves)
      for (const [name, looks] of changed)
        if (looks.length > 0) store.put(packLooks(looks, origin), name)
        else store.delete(name)
      if (groups) transaction.objectStore(facts).put(packGroups(groups, origin), 'groups')
      transaction.objectStore(facts).put(packRecord(record), 'record')
      await done
    },
    close: () => database.close(),
  }
}

export const dropKept = (storage: IDBFactory, account: string) => deleteDatabase(storage, nameOf(account))
