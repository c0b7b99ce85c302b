import type { Book } from './catalogue-book.ts'
import type { SeenGroup, SeenLook } from './catalogue-record.ts'
import { forgetAccounts } from './forget-accounts.ts'
import { dropKept, openKept, type KeptCatalogue } from './kept-catalogue.ts'

/** Looks that are put into the index in one go while it opens: questions and the walk's messages get in between. */
const slice = 5000
/** Milliseconds between writes while steps come in. */
const flushEvery = 1500

const breath = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve)
  })

export interface KeeperParts {
  book: Book
  /** Null where the browser has none. */
  storage: IDBFactory | null
  account: string
  origin: string
  /** Keeping has ended: storage is full, broken or was taken away. */
  onLost: () => void
}

/** Keeps the book in the browser's storage, as long as that works. */
export interface Keeper {
  readonly works: boolean
  /** Puts into the book what was kept. Damaged storage is emptied. */
  open(): Promise<void>
  /** Writes what changed, soon. */
  save(): void
  /** Writes what changed, now. */
  flush(): Promise<void>
  close(): void
}

export const seenGroups = (book: Book): SeenGroup[] =>
  Array.from(book.index.everyGroup(), ({ group, own }) => ({
    group,
    own,
    walk: book.walkOfGroup(group.id) ?? 0,
  }))

export function looksOnShelf(book: Book, name: string): SeenLook[] {
  const looks: SeenLook[] = []
  for (const [id, walk] of book.roster.shelves.get(name) ?? []) {
    const found = book.index.look(id)
    if (found) looks.push({ ...found, walk })
  }
  return looks
}

export function createKeeper({ book, storage, account, origin, onLost }: KeeperParts): Keeper {
  let kept: KeptCatalogue | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()
  let groupsKept = 0

  function lose() {
    const had = kept
    kept = null
    had?.close()
    if (had) onLost()
  }

  async function fill(from: KeptCatalogue) {
    const found = await from.read()
    if (!found) return
    book.setRecord(found.record)
    book.put(found.groups, [])
    let looks: SeenLook[] = []
    for (const shelf of found.looks()) {
      looks.push(...shelf)
      if (looks.length < slice) continue
      book.put([], looks)
      looks = []
      await breath()
    }
    book.put([], looks)
    // It is there already.
    book.roster.takeDirty()
    groupsKept = book.groupsSeq
  }

  const openStorage = (factory: IDBFactory) => openKept({ storage: factory, account, origin, onLost: lose })

  async function write(to: KeptCatalogue) {
    const names = book.roster.takeDirty()
    const shelves = [...names].map((name) => [name, looksOnShelf(book, name)] as const)
    const { groupsSeq } = book
    const groups = groupsSeq === groupsKept ? null : seenGroups(book)
    try {
      await to.write({ record: book.record, groups, shelves })
      groupsKept = groupsSeq
    } catch {
      // Full, most likely. Where a part of the catalogue was kept before, it is still whole.
      book.roster.soil(names)
      lose()
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(() => (kept ? write(kept) : undefined))
    return writing
  }

  return {
    get works() {
      return kept !== null
    },
    async open() {
      if (!storage) return
      try {
        kept = await openStorage(storage)
      } catch {
        return
      }
      try {
        await fill(kept)
      } catch {
        kept.close()
        kept = null
        book.clear()
        try {
          await dropKept(storage, account)
          kept = await openStorage(storage)
        } catch {
          return
        }
      }
      forgetAccounts(storage, account, Date.now()).catch(() => undefined)
    },
    save() {
      if (kept) timer ??= setTimeout(() => void flush(), flushEvery)
    },
    flush,
    close() {
      clearTimeout(timer)
      kept?.close()
      kept = null
    },
  }
}
