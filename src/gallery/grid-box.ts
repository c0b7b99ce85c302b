import { captionHeight, pageScale, type GridLayout } from './layout.ts'

/** Rows of skeletons that stand for what is still to come. */
const roomRows = 3

/** Cells of a grid that knows so many items; with more to come there is room for them. */
export function cellsFor(known: number, hasMore: boolean, { columns, rowPitch }: GridLayout): number {
  if (!hasMore) return known
  const rows = known === 0 ? Math.ceil(window.innerHeight / rowPitch) : roomRows
  return known + columns - (known % columns) + (rows - 1) * columns
}

/** What the style sheet is told of a grid's geometry. */
export const boxStyle = (total: number, layout: GridLayout) => ({
  height: `${pageScale(total, layout).page}px`,
  '--columns': String(layout.columns),
  '--gap': `${layout.gap}px`,
  '--media-height': `${layout.mediaHeight}px`,
  '--row-height': `${layout.mediaHeight + captionHeight}px`,
})
