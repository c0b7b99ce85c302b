/** Rows from `first` to `last`; none where `last` is less. */
export interface RowRange {
  first: number
  last: number
}

export type Travel = -1 | 0 | 1

/**
 * The rows that a window shows: `scrolled` CSS pixels of the grid are above its top edge. Past the last row that row
 * counts, so that there is always something to come back to.
 */
export function rowsInSight(scrolled: number, height: number, rowPitch: number, rows: number): RowRange {
  const last = Math.min(rows, Math.ceil((scrolled + height) / rowPitch)) - 1
  return { first: Math.max(0, Math.min(rows - 1, Math.floor(scrolled / rowPitch))), last }
}

/** The most rows a window can touch. */
export const mostInSight = (height: number, rowPitch: number) => Math.ceil(height / rowPitch) + 1

/** Elements the grid may hold before it keeps no more rows than it must. */
const elementsWanted = 280

/**
 * Rows to keep beyond the window on either side: two, or one where rows hold much. `most` in sight, the row in focus
 * and these are all that is drawn. None where a row alone is a tenth of what a page should hold.
 */
export function rowsBeyond(elementsInRow: number, most: number): number {
  if (elementsInRow > 100) return 0
  return Math.max(1, Math.min(2, Math.floor((elementsWanted / elementsInRow - most - 1) / 2)))
}

/** The rows to have ready: while the page moves only towards where it goes, at rest on both sides. */
export function rowsToDraw(seen: RowRange, beyond: number, travel: Travel, rows: number): RowRange {
  return {
    first: travel === 1 ? seen.first : Math.max(0, seen.first - beyond),
    last: travel === -1 ? seen.last : Math.min(rows - 1, seen.last + beyond),
  }
}

/** How many rows away from a range a row is; 0 within. */
export const distanceFrom = ({ first, last }: RowRange, row: number) => Math.max(0, first - row, row - last)
