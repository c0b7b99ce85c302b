import type { Page } from '@playwright/test'

/** All that the browser keeps for this origin, as text. */
export const storedIn = (page: Page) =>
  page.evaluate(async () => {
    const databases: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(new Error(`${name} does not open.`)))
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown>((resolve, reject) => {
          const asked = database.transaction(store).objectStore(store).getAll()
          asked.addEventListener('success', () => resolve(asked.result))
          asked.addEventListener('error', () => reject(new Error(`${store} cannot be read.`)))
        })
        databases.push(name, store, rows)
      }
      database.close()
    }
    const { localStorage: local, sessionStorage: session } = window
    const kept = [...Object.entries(local), ...Object.entries(session), document.cookie, location.href]
    return JSON.stringify([kept, await caches.keys(), history.state, databases], (_, value: unknown) =>
      // JSON leaves out what stands in buffers.
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value,
    )
  })
