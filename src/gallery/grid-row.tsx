import type { ComponentType } from 'react'
import type { CardProps } from './card-grid.tsx'
import { SkeletonCard } from './skeleton-card.tsx'

export interface GridRowProps<T> {
  items: readonly T[]
  /** Index of its first card. */
  start: number
  columns: number
  /** Cards and skeletons in the whole grid: the last row may be shorter. */
  total: number
  /** CSS pixels from the top of the grid. */
  top: number
  Card: ComponentType<CardProps<T>>
  idOf: (item: T) => string
  hrefOf: (id: string) => string
  /** -1 where neither is in this row. */
  activeIndex: number
  currentId: string | null
}

export function GridRow<T>(props: GridRowProps<T>) {
  const { items, start, columns, total, top, Card, idOf, hrefOf, activeIndex, currentId } = props
  const cells = []
  for (let index = start; index < Math.min(start + columns, total); index++) {
    const item = items[index]
    if (item === undefined) cells.push(<SkeletonCard key={index} />)
    else {
      const id = idOf(item)
      cells.push(
        <Card
          key={id}
          item={item}
          index={index}
          href={hrefOf(id)}
          active={index === activeIndex}
          current={id === currentId}
        />,
      )
    }
  }
  return (
    <div
      role="row"
      aria-rowindex={start / columns + 1}
      className="grid-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      {cells}
    </div>
  )
}
