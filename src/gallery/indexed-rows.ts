import { chunkRows, chunksAround, chunksToDrop } from './row-window.ts'

/** Gives rows `from` to `to` (exclusive). */
type Fetch<T> = (from: number, to: number) => Promise<T[]>

export interface IndexedRows<T> {
  /** A list of `rows` rows, and how to get them; those that came keep their places. */
  update: (rows: number, fetch: Fetch<T>) => void
  need: (from: number, to: number) => void
}

/**
 * A list whose rows come from the index in chunks, as they are needed. `onChange` gets the rows, with holes for
 * those still on their way, and `true` when those that are needed are there.
 */
export function createIndexedRows<T>(
  onChange: (items: readonly (T | undefined)[], settled: boolean) => void,
  first: { from: number; to: number },
): IndexedRows<T> {
  const chunks = new Map<number, T[]>()
  const coming = new Set<number>()
  let range = first
  let rows = 0
  let fetch: Fetch<T> | null = null

  function show() {
    const items: (T | undefined)[] = []
    items.length = rows
    for (const [chunk, found] of chunks)
      found.forEach((item, index) => {
        if (chunk * chunkRows + index < rows) items[chunk * chunkRows + index] = item
      })
    onChange(items, missing().length === 0)
  }

  const isWhole = (chunk: number) =>
    (chunks.get(chunk)?.length ?? 0) >= Math.min(chunkRows, rows - chunk * chunkRows)
  const missing = () => chunksAround(range.from, range.to, rows).filter((chunk) => !isWhole(chunk))

  async function load(chunk: number) {
    if (coming.has(chunk) || !fetch) return
    coming.add(chunk)
    try {
      const from = chunk * chunkRows
      const known = rows
      const found = await fetch(from, Math.min(known, from + chunkRows))
      chunks.set(chunk, found)
      for (const far of chunksToDrop(chunks.keys(), range.from, range.to)) chunks.delete(far)
      coming.delete(chunk)
      show()
      // The list has grown meanwhile, and with it perhaps this chunk.
      if (rows !== known) fill()
    } catch {
      // Asked for again when the rows are next needed.
      coming.delete(chunk)
    }
  }

  function fill() {
    for (const chunk of missing()) void load(chunk)
  }

  return {
    update(count, next) {
      rows = count
      fetch = next
      show()
      fill()
    },
    need(from, to) {
      range = { from, to }
      fill()
    },
  }
}
