import type { CardCells, CellView } from './card-cells.ts'
import type { GridLayout } from './layout.ts'

/** What a grid shows. A hole among the items is one that is on its way. */
export interface GridContent<T> {
  items: readonly (T | undefined)[]
  /** Cells, those of items that may still come among them: the last row may be shorter. */
  total: number
  cells: CardCells<T>
  view: CellView
  idOf: (item: T) => string
  hrefOf: (id: string) => string
  layout: GridLayout
  currentId: string | null
}

/** Ids of the items from `from` on; null for holes and past the end. */
export function idAt<T>({ items, idOf }: GridContent<T>, index: number): string | null {
  const item = items[index]
  return item === undefined ? null : idOf(item)
}
