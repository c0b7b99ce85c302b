import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { mergeRegisters } from './register.ts'
import { readKept, writeStored, type IdentifiedBoard, type StoredBoard } from './stored-board.ts'

interface Schema extends DBSchema {
  boards: { key: string; value: StoredBoard }
}

/** Raised when what is stored changes its form; the steps between are below. */
const version = 1

export interface BoardDatabase {
  /** Every board that can be read. Those of a newer Lookbook stay where they are, untouched. */
  readAll(): Promise<IdentifiedBoard[]>
  /** Merges a board into what is stored, in one transaction, and gives both together. */
  merge(board: IdentifiedBoard): Promise<IdentifiedBoard>
  remove(id: string): Promise<void>
  close(): void
}

/** Rejects where the browser keeps nothing. `onClosed`: it was taken away, for a newer version or by the browser. */
export async function openBoardDatabase(name: string, onClosed: () => void): Promise<BoardDatabase> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(name, version, {
    upgrade(opened, from) {
      if (from < 1) opened.createObjectStore('boards', { keyPath: 'id' })
    },
    // Another tab runs a newer Lookbook: holding on would keep it waiting.
    blocking() {
      database.close()
      onClosed()
    },
    terminated: onClosed,
  })
  return {
    async readAll() {
      const all: unknown[] = await database.getAll('boards')
      return all.map(readKept).filter((board) => typeof board !== 'string')
    },
    async merge(board) {
      const transaction = database.transaction('boards', 'readwrite')
      const kept = readKept(await transaction.store.get(board.id))
      if (kept === 'newer') throw new Error('This board was changed by a newer Lookbook.')
      const registers =
        typeof kept === 'string' ? board.registers : mergeRegisters(kept.registers, board.registers)
      const merged = { id: board.id, registers }
      await transaction.store.put(writeStored(merged))
      await transaction.done
      return merged
    },
    async remove(id) {
      await database.delete('boards', id)
    },
    close: () => database.close(),
  }
}
