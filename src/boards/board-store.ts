import type { BoardDatabase } from './board-database.ts'
import { readBoard, type Board } from './board.ts'
import { noHistory, record, stepBack, type History } from './history.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from './register.ts'
import { readStored, writeStored, type IdentifiedBoard, type StoredBoard } from './stored-board.ts'

/** What tabs tell each other. */
type BoardMessage = { kind: 'changed'; board: StoredBoard } | { kind: 'removed'; id: string }

export interface BoardChannel {
  post(message: BoardMessage): void
  listen(listener: (message: unknown) => void): void
}

export interface BoardsState {
  /** What this browser kept has been read, or cannot be. */
  ready: boolean
  /** False where boards are kept in memory only, until the page is left. */
  kept: boolean
  /** Those changed last come first. */
  boards: readonly Board[]
}

export interface StoreParts {
  /** Who writes. */
  by: () => string
  now: () => number
  /** Rejects where nothing can be kept; `onClosed`: it was, and is no longer. */
  openDatabase: (onClosed: () => void) => Promise<BoardDatabase>
  /** Null where tabs cannot hear each other. */
  channel: BoardChannel | null
}

export type BoardStore = ReturnType<typeof createBoardStore>

/**
 * The boards of this browser. An edit shows at once; it is then merged into the database in one transaction and told to
 * the other tabs, so that edits of two tabs both survive. What cannot be kept lives in memory, and `kept` says so.
 */
export function createBoardStore({ by, now, openDatabase, channel }: StoreParts) {
  let state: BoardsState = { ready: false, kept: true, boards: [] }
  const held = new Map<string, Board>()
  const histories = new Map<string, History>()
  const listeners = new Set<() => void>()
  /** What waits for its write, by board. */
  const unwritten = new Map<string, { edits: Registers }>()
  let opening: Promise<BoardDatabase | null> | null = null
  /** Removed here, and still in the database. */
  const leaving = new Set<string>()
  let writing: Promise<void> = Promise.resolve()

  function tell(change: Partial<BoardsState> = {}) {
    const boards = [...held.values()].toSorted((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1))
    state = { ...state, ...change, boards }
    for (const listener of listeners) listener()
  }

  /** Takes registers in; says whether there was anything new in them. */
  function take({ id, registers }: IdentifiedBoard): boolean {
    const before = held.get(id)?.registers
    const merged = before ? mergeRegisters(before, registers) : registers
    if (merged === before) return false
    held.set(id, readBoard(id, merged))
    return true
  }

  const lose = () => tell({ kept: false })

  async function begin(): Promise<BoardDatabase | null> {
    try {
      const database = await openDatabase(lose)
      for (const board of await database.readAll()) take(board)
      return database
    } catch {
      lose()
      return null
    } finally {
      tell({ ready: true })
    }
  }
  const open = () => (opening ??= begin())

  /** One write after the other; each merges into what is stored by then. The database is null where there is none. */
  function write(task: (database: BoardDatabase | null) => Promise<void>) {
    const turn = async () => {
      const database = await open()
      await task(database)
      // There is room again.
      if (database && !state.kept) tell({ kept: true })
    }
    writing = writing.then(turn).catch(lose)
  }

  /** A write is all of a board, so edits that come while another one is under way share the next. */
  function keep(id: string, fresh: Registers) {
    const queued = unwritten.get(id)
    if (queued) {
      queued.edits = mergeRegisters(queued.edits, fresh)
      return
    }
    const mine = { edits: fresh }
    unwritten.set(id, mine)
    write(async (database) => {
      if (unwritten.get(id) !== mine) return
      unwritten.delete(id)
      const board = held.get(id)
      // Removed meanwhile.
      if (!board) return
      try {
        // All of it: an earlier write may have failed.
        const merged = await database?.merge({ id, registers: board.registers })
        // It may have been removed while that was written, and must not come back by it.
        if (merged && held.has(id) && take(merged)) tell()
      } finally {
        // Others find it in the database by now.
        if (held.has(id))
          channel?.post({ kind: 'changed', board: writeStored({ id, registers: mine.edits }) })
      }
    })
  }

  function commit(id: string, changes: readonly Change[]) {
    const before = held.get(id)?.registers ?? new Map()
    const fresh = writeChanges(before, changes, by(), now())
    if (fresh.size === 0) return
    take({ id, registers: fresh })
    tell()
    keep(id, fresh)
  }

  channel?.listen((message) => {
    const data = typeof message === 'object' && message !== null ? message : {}
    if ('kind' in data && data.kind === 'removed' && 'id' in data && typeof data.id === 'string') {
      if (held.delete(data.id)) tell()
      return
    }
    const board = 'board' in data ? readStored(data.board, now()) : 'broken'
    if (typeof board === 'string') return
    // Of one that is not known here this is a part only.
    if (!held.has(board.id)) void refresh()
    else if (take(board)) tell()
  })

  /** Reads what other tabs have written. */
  async function refresh() {
    const database = await open()
    const stored = await database?.readAll().catch(() => null)
    const there = stored?.filter(({ id }) => !leaving.has(id))
    if (there?.map(take).some(Boolean)) tell()
  }

  return {
    read: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      void open()
      return () => void listeners.delete(listener)
    },
    refresh,
    get: (id: string) => held.get(id),
    /** `label` names the step for its undo: "Pick". Without one it cannot be undone. */
    edit(id: string, changes: readonly Change[], label?: string) {
      if (label !== undefined) {
        const before = held.get(id)?.registers ?? new Map()
        histories.set(id, record(histories.get(id) ?? noHistory, before, changes, label))
      }
      commit(id, changes)
    },
    /** What undo and redo would do, by name; null where there is nothing. */
    steps(id: string): { undo: string | null; redo: string | null } {
      const { done, undone } = histories.get(id) ?? noHistory
      return { undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null }
    },
    /** Takes the last step of this tab back, or brings it back; gives its name. */
    step(id: string, way: 'undo' | 'redo'): string | null {
      const board = held.get(id)
      const back = board && stepBack(histories.get(id) ?? noHistory, board.registers, way)
      if (!back) return null
      histories.set(id, back.history)
      commit(id, back.changes)
      // Somebody else had changed it all: the step is gone all the same.
      tell()
      return back.label
    },
    /** Merges a board from elsewhere. */
    merge(board: IdentifiedBoard) {
      if (!take(board)) return
      tell()
      keep(board.id, board.registers)
    },
    /** Gives what brings it back. */
    remove(id: string): () => void {
      const board = held.get(id)
      held.delete(id)
      // A board that comes back is written after it was removed, and not with what waited before.
      unwritten.delete(id)
      tell()
      channel?.post({ kind: 'removed', id })
      leaving.add(id)
      write(async (database) => {
        try {
          await database?.remove(id)
        } finally {
          leaving.delete(id)
        }
      })
      return () => {
        if (!board) return
        take(board)
        tell()
        keep(id, board.registers)
      }
    },
    /** After the writes that are under way. */
    settled: () => writing,
  }
}
