import { ledgerSchema, type LedgerDatabase } from './ledger-database.ts'
import { ledgerOver } from './ledger-store.ts'
import type { Ledger } from './ledger.ts'

/** The storage of a Durable Object, as far as it is used here. */
export interface DurableStorage {
  sql: {
    exec: (query: string, ...values: (string | number | null)[]) => { toArray: () => unknown[] }
  }
  transactionSync: <T>(work: () => T) => T
  getAlarm: () => Promise<number | null>
  setAlarm: (time: number) => Promise<void>
}

/** SQLite in a Durable Object binds by place only; a name that comes twice is one place. */
function byPlace(sql: string, values: Record<string, string | number | null>) {
  const names: string[] = []
  const placed = sql.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `?${names.indexOf(name) + 1}`
  })
  return { placed, bound: names.map((name) => values[name] ?? null) }
}

/**
 * The ledger of a Durable Object: one object, so one process, has it. Its writes are on the disk before anything the
 * object sends leaves it, an order to HeyGen too. `kept`: false for the sandbox, whose videos end with the process.
 */
export function openDurableLedger(storage: DurableStorage, kept: boolean): Ledger {
  const { sql } = storage
  const all: LedgerDatabase['all'] = (text, values) => {
    const { placed, bound } = byPlace(text, values)
    return sql.exec(placed, ...bound).toArray()
  }
  sql.exec(ledgerSchema)
  if (!kept) sql.exec('delete from intents; delete from sessions')
  return ledgerOver({
    all,
    run(text, values) {
      all(text, values)
      const [row] = all('select changes() as changed', {})
      return typeof row === 'object' && row !== null && 'changed' in row ? Number(row.changed) : 0
    },
    transaction: (work) => storage.transactionSync(work),
    close: () => undefined,
  })
}
