import type { GridLayout } from '#gallery/layout.ts'

type Identified = { id: string }

/**
 * The look that `ids` must be put before, so that they stand at `index` among those shown (0 to their number); null for
 * the end. Shown looks may be a part of the board: behind the last of them is before what follows it there.
 */
export function lookAfter(
  board: readonly Identified[],
  shown: readonly Identified[],
  ids: readonly string[],
  index: number,
): string | null {
  const moved = new Set(ids)
  const stays = ({ id }: Identified) => !moved.has(id)
  const next = shown.slice(index).find(stays)
  if (next) return next.id
  const last = shown.slice(0, index).findLast(stays)
  const from = last ? board.findIndex(({ id }) => id === last.id) + 1 : 0
  return board.slice(from).find(stays)?.id ?? null
}

/** Whether `ids` stand before `before` already, in their order. */
export function standsThere(
  board: readonly Identified[],
  ids: readonly string[],
  before: string | null,
): boolean {
  const moved = new Set(ids)
  const rest = board.filter(({ id }) => !moved.has(id)).map(({ id }) => id)
  const at = before === null ? rest.length : rest.indexOf(before)
  const result = [...rest.slice(0, at), ...ids, ...rest.slice(at)]
  return result.every((id, index) => board[index]?.id === id)
}

/** A gap between cards: `column` may be one past the last, at the end of a row. */
export interface Gap {
  index: number
  row: number
  column: number
}

type Shape = Pick<GridLayout, 'columns' | 'cellWidth' | 'gap' | 'rowPitch'>

/** The gap that is nearest to a point, in CSS pixels from the grid's corner. */
export function gapAt(x: number, y: number, count: number, layout: Shape): Gap {
  const { columns, cellWidth, gap, rowPitch } = layout
  const lastRow = Math.max(0, Math.ceil(count / columns) - 1)
  const row = Math.min(lastRow, Math.max(0, Math.floor(y / rowPitch)))
  const inRow = Math.min(columns, count - row * columns)
  const column = Math.min(inRow, Math.max(0, Math.round((x + gap / 2) / (cellWidth + gap))))
  return { index: row * columns + column, row, column }
}

/** The gap before a card, or behind the last one. */
export function gapBefore(index: number, count: number, columns: number): Gap {
  const atRowEnd = index === count && index > 0 && index % columns === 0
  const row = Math.floor(index / columns) - (atRowEnd ? 1 : 0)
  return { index, row, column: index - row * columns }
}

/** Pixels a frame that the page scrolls by while something is dragged near an edge; negative is up. */
export function edgeSpeed(y: number, top: number, bottom: number): number {
  const edge = Math.min(96, (bottom - top) / 4)
  const most = 18
  if (y < top + edge) return -Math.ceil(Math.min(1, (top + edge - y) / edge) * most)
  if (y > bottom - edge) return Math.ceil(Math.min(1, (y - bottom + edge) / edge) * most)
  return 0
}
