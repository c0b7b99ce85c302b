import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ledgerSchema, type LedgerDatabase } from './ledger-database.ts'
import { ledgerOver } from './ledger-store.ts'
import type { Ledger } from './ledger.ts'

/** For this process alone and only its own user; throws where it cannot be had or written. */
function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
    // It holds what people write, whatever it was created with.
    chmodSync(file, 0o600)
  }
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // EXCLUSIVE: a second process on the same file would send again what this one is sending. The lock ends with
    // the process, however it ends. FULL: a row is on the disk before its request is sent.
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full')
    database.exec(`begin immediate; ${ledgerSchema} commit`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function asLedgerDatabase(database: DatabaseSync): LedgerDatabase {
  return {
    run: (sql, values) => Number(database.prepare(sql).run(values).changes),
    all: (sql, values) => database.prepare(sql).all(values),
    transaction(work) {
      database.exec('begin immediate')
      try {
        const result = work()
        database.exec('commit')
        return result
      } catch (error) {
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
    },
    close: () => database.close(),
  }
}

/** The ledger in a file of SQLite's, or in memory (`:memory:`); throws where it cannot be had or written. */
export const openLedger = (file: string): Ledger => ledgerOver(asLedgerDatabase(openDatabase(file)))
