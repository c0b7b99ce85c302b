/** Milliseconds after which a browser that answers neither yes nor no counts as having no storage. */
const patience = 2000

/** Storage does not answer, is refused, or is another version's. */
class NoStorage extends Error {
  override name = 'NoStorage'
}

export const fulfilled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new NoStorage()))
  })

/** Resolves when all of it is written; rejects with why it is not, such as a QuotaExceededError. */
export const committed = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new NoStorage()))
  })

/** Some browsers keep silent where storage is off, and a database that another tab upgrades stays blocked. */
export function inTime<T>(work: Promise<T>, ms = patience): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NoStorage('no answer')), ms)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}

/** `upgrade` makes the stores anew: what an older version wrote is dropped before. */
export async function openDatabase(
  storage: IDBFactory,
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = storage.open(name, version)
  request.addEventListener('upgradeneeded', () => {
    const { result } = request
    for (const store of Array.from(result.objectStoreNames)) result.deleteObjectStore(store)
    upgrade(result)
  })
  try {
    return await inTime(fulfilled(request))
  } catch (error) {
    // Whoever comes too late must not hold a database open that nobody uses.
    request.addEventListener('success', () => request.result.close())
    throw error
  }
}

export const deleteDatabase = (storage: IDBFactory, name: string) =>
  inTime(fulfilled(storage.deleteDatabase(name)))
