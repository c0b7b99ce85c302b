import { deleteDatabase } from './kept-database.ts'

/** Deletes what this browser keeps of every account's catalogue. Tabs that have one open go on without keeping it. */
export async function forgetCatalogues(storage: IDBFactory = indexedDB): Promise<void> {
  const kept = (await storage.databases()).flatMap(({ name = '' }) =>
    name.startsWith('lookbook.catalogue') ? [name] : [],
  )
  await Promise.all(kept.map((name) => deleteDatabase(storage, name)))
}
