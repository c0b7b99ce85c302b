import { readRecord } from '#search/kept-record.ts'
import { expect, type Page } from './fixtures.ts'
import { looksInLarge } from './servers.ts'

const database = `lookbook.catalogue.sandbox-${looksInLarge}`

/** What the browser keeps in one of the catalogue's stores; empty before there is one. */
export const stored = (page: Page, store: 'facts' | 'shelves'): Promise<string[]> =>
  page.evaluate(
    async ([name, from]) => {
      const known = await indexedDB.databases()
      if (!known.some((entry) => entry.name === name)) return []
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, alone
      const wait = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
        })
      const opened = await wait(indexedDB.open(name))
      try {
        return await wait<string[]>(opened.transaction(from).objectStore(from).getAll())
      } finally {
        opened.close()
      }
    },
    [database, store] as const,
  )

/** Epoch milliseconds of the last whole walk. */
export async function walkedAt(page: Page): Promise<number | null> {
  const [, record] = await stored(page, 'facts')
  return record === undefined ? null : readRecord(record).walkedAt
}

/** Resolves when the catalogue is whole, with the time of it. */
export async function waitForWalk(page: Page): Promise<number> {
  await expect.poll(() => walkedAt(page), { timeout: 50_000 }).not.toBeNull()
  return (await walkedAt(page)) ?? 0
}
