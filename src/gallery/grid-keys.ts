export interface GridShape {
  count: number
  columns: number
  /** Whole rows that fit the window; PageUp and PageDown move by them. */
  pageRows: number
}

export interface GridKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
}

/** Where a key moves from `index`, after the grid pattern of the ARIA practices; null for keys that do not move. */
export function moveByKey(
  event: GridKey,
  index: number,
  { count, columns, pageRows }: GridShape,
): number | null {
  const last = count - 1
  const rowStart = index - (index % columns)
  const whole = event.ctrlKey || event.metaKey
  // Up and down keep the column; where the last row is shorter, they stop on its last card.
  const by = (rows: number) => {
    const lastRow = Math.floor(last / columns)
    const row = Math.min(lastRow, Math.max(0, Math.floor(index / columns) + rows))
    return Math.min(row * columns + (index % columns), last)
  }
  switch (event.key) {
    case 'ArrowRight':
      return Math.min(index + 1, last)
    case 'ArrowLeft':
      return Math.max(index - 1, 0)
    case 'ArrowDown':
      return by(1)
    case 'ArrowUp':
      return by(-1)
    case 'PageDown':
      return by(Math.max(1, pageRows))
    case 'PageUp':
      return by(-Math.max(1, pageRows))
    case 'Home':
      return whole ? 0 : rowStart
    case 'End':
      return whole ? last : Math.min(rowStart + columns - 1, last)
    default:
      return null
  }
}

/** Letters typed within this many ms of each other make one word. */
export const wordPause = 700

/** A key of a word that is typed to find a name. */
export const isPrintable = (event: GridKey & { altKey: boolean }) =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey

const fold = (value: string) => value.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()

/**
 * The next of `count` items after `from` whose name starts with what was typed; one letter again goes on to the next.
 * Those not loaded have no name.
 */
export function findByName(
  nameAt: (index: number) => string,
  count: number,
  typed: string,
  from: number,
): number | null {
  const wanted = fold(typed)
  if (!wanted) return null
  const same = /^(.)\1+$/u.test(wanted)
  const prefix = same ? wanted.slice(0, 1) : wanted
  const start = same || wanted.length === 1 ? from + 1 : from
  for (let step = 0; step < count; step++) {
    const index = (start + step) % count
    if (fold(nameAt(index)).startsWith(prefix)) return index
  }
  return null
}
