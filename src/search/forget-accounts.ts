import { committed, deleteDatabase, fulfilled, openDatabase } from './kept-database.ts'

const day = 86_400_000
const keptFor = 30 * day
const opened = 'opened'

/** Notes that a catalogue was opened, and deletes those that nobody opened for 30 days. Rejects without storage. */
export async function forgetAccounts(storage: IDBFactory, account: string, now: number): Promise<void> {
  const database = await openDatabase(storage, 'lookbook.catalogues', 1, (fresh) => {
    fresh.createObjectStore(opened)
  })
  database.addEventListener('versionchange', () => database.close())
  try {
    const transaction = database.transaction(opened, 'readwrite')
    const store = transaction.objectStore(opened)
    const done = committed(transaction)
    store.put(now, account)
    const [keys, times] = await Promise.all([
      fulfilled(store.getAllKeys()),
      fulfilled<unknown[]>(store.getAll()),
    ])
    const old = keys
      .filter((_, i) => !(Number(times[i]) > now - keptFor))
      .filter((key) => typeof key === 'string')
    for (const name of old) store.delete(name)
    await done
    for (const name of old) await deleteDatabase(storage, `lookbook.catalogue.${name}`)
  } finally {
    database.close()
  }
}
