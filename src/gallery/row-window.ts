/** Rows fetched at once. What has been fetched keeps its place while the catalogue grows, so it is not much. */
export const chunkRows = 48
/** Chunks kept: the rows far from those in sight are dropped, so that a deep list costs no more than a short one. */
const mostChunks = 48

/** The chunks around rows `from` to `to`, the nearest first: those in sight, then one screen on either side. */
export function chunksAround(from: number, to: number, rows: number): number[] {
  const margin = to - from
  const first = Math.max(0, Math.floor((from - margin) / chunkRows))
  const last = Math.min(Math.ceil((to + margin) / chunkRows), Math.ceil(rows / chunkRows)) - 1
  const middle = (from + to) / 2
  const distance = (chunk: number) => Math.abs((chunk + 0.5) * chunkRows - middle)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).toSorted(
    (a, b) => distance(a) - distance(b),
  )
}

/** The chunks to drop so that at most as many as allowed stay: those farthest from rows `from` to `to`. */
export function chunksToDrop(held: Iterable<number>, from: number, to: number, most = mostChunks): number[] {
  const middle = (from + to) / 2 / chunkRows
  const chunks = [...held].toSorted((a, b) => Math.abs(a + 0.5 - middle) - Math.abs(b + 0.5 - middle))
  return chunks.slice(most)
}
