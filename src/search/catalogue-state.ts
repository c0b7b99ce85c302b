import type { Catalogue, CatalogueProgress } from './protocol.ts'

// In the first view's code, so only what must be there: the catalogue itself is loaded when it is first asked for.

let opened: Catalogue | null = null
let opening: Promise<Catalogue> | null = null
const listeners = new Set<() => void>()

async function open(): Promise<Catalogue> {
  try {
    const { openCatalogue } = await import('./open-catalogue.ts')
    opened = await openCatalogue()
    opened.subscribe(tell)
    tell()
    return opened
  } catch (error) {
    // Offline, or a new build is out: the next one who asks may have more luck.
    opening = null
    throw error
  }
}

function tell() {
  for (const listener of listeners) listener()
}

/** Gives the page's catalogue to `task`, and opens it for the first: only then it is read and walked. */
export async function withCatalogue<T>(task: (catalogue: Catalogue) => T): Promise<T> {
  return task(await (opening ??= open()))
}

/** How far the catalogue is known; null before it is opened, which asking does not do. */
export const readProgress = (): CatalogueProgress | null => opened?.readProgress() ?? null

export function subscribeProgress(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
