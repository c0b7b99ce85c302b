import { useWindowVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import { GridRow } from './grid-row.tsx'
import type { GridLayout } from './layout.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { keptPosition, useGridPosition } from './use-grid-position.ts'

export interface CardProps<T> {
  item: T
  index: number
  href: string
  /** It is the grid's one tab stop. */
  active: boolean
  /** It is open beside the grid. */
  current: boolean
}

export interface CardGridProps<T> {
  label: string
  items: readonly T[]
  Card: ComponentType<CardProps<T>>
  idOf: (item: T) => string
  nameOf: (item: T) => string
  hrefOf: (id: string) => string
  layout: GridLayout
  currentId?: string | null
  /** More items can be had; the grid keeps room for them. */
  hasMore: boolean
  /** Asks for more. Called often: the owner drops what it does not need. */
  onNearEnd: () => void
  /** Names this list in the history, so that coming back finds its place. */
  positionKey: string
  /** Whether this is a return, by Back or a reload. */
  returning: boolean
  onOpen: (href: string, id: string) => void
  onCreate?: (id: string) => void
  onNearCreate?: () => void
  onMount?: (root: HTMLElement) => (() => void) | undefined
  onSpace?: (card: HTMLElement) => void
  onEscape?: () => boolean
}

/** Rows of skeletons that stand for what is still to come. */
const roomRows = 3
/** Rows kept beyond the window: fewer where a row holds many cards, so that the DOM stays small. */
const overscanRows = (columns: number) => (columns >= 16 ? 0 : columns > 10 ? 1 : 2)
/** How far ahead the next page is asked for, in heights of the window. */
const lookAhead = 2

/**
 * A windowed grid of uniform cards that scrolls with the page: the DOM holds the rows in sight and a few around
 * them. One tab stop; arrows, Home, End, PageUp, PageDown and typed names move within.
 */
export function CardGrid<T>(props: CardGridProps<T>) {
  // The virtualizer keeps its identity while what it returns changes; compiled code would keep its first answer.
  'use no memo'
  const { items, layout, hasMore, onNearEnd } = props
  const { columns, rowPitch } = layout
  const root = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)

  const [restored] = useState(() => (props.returning ? keptPosition(props.positionKey) : null))
  const moreRows = items.length === 0 ? Math.ceil(window.innerHeight / rowPitch) : roomRows
  const room = hasMore ? columns - (items.length % columns) + (moreRows - 1) * columns : 0
  const total = Math.max(items.length + room, hasMore ? (restored?.count ?? 0) : 0)
  const rows = Math.ceil(total / columns)
  const keys = useGridKeys(root, props)
  const activeRow = Math.floor(keys.activeIndex / columns)

  const virtualizer = useWindowVirtualizer({
    count: rows,
    estimateSize: () => rowPitch,
    overscan: overscanRows(columns),
    scrollMargin: top,
    // The focused card stays in the DOM, wherever the page is scrolled to: focus is never lost.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      if (seen.includes(activeRow) || activeRow >= rows) return seen
      return activeRow < (seen[0] ?? 0) ? [activeRow, ...seen] : [...seen, activeRow]
    },
  })

  useLayoutEffect(() => {
    if (root.current) setTop(root.current.getBoundingClientRect().top + window.scrollY)
  }, [layout])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPitch])

  useGridPosition(root, props.positionKey, restored, layout, items.length)

  const visible = virtualizer.getVirtualItems()
  const lastRow = virtualizer.range?.endIndex ?? 0
  useEffect(() => {
    const ahead = (lookAhead * window.innerHeight) / rowPitch
    if (hasMore && (lastRow + 1 + ahead) * columns > items.length) onNearEnd()
  })

  const { onMount } = props
  useEffect(() => (root.current && onMount ? onMount(root.current) : undefined), [onMount])

  return (
    <div
      ref={root}
      role="grid"
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : rows}
      aria-colcount={columns}
      aria-busy={items.length === 0 && hasMore}
      className="grid-rows"
      data-waiting={hasMore || undefined}
      style={{
        height: rows * rowPitch,
        ['--columns' as string]: columns,
        ['--gap' as string]: `${layout.gap}px`,
        ['--media-height' as string]: `${layout.mediaHeight}px`,
      }}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onPointerOver={(event) => {
        if (event.target instanceof Element && event.target.matches('[data-action=create]'))
          props.onNearCreate?.()
      }}
      onClick={(event) => {
        if (!(event.target instanceof Element)) return
        const link = event.target.closest('a')
        const id = event.target.closest<HTMLElement>('[data-card]')?.dataset.card
        if (id !== undefined && event.target.closest('[data-action=create]')) props.onCreate?.(id)
        if (!link || id === undefined || event.defaultPrevented || event.button !== 0) return
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        props.onOpen(link.getAttribute('href') ?? '', id)
      }}
    >
      {visible.map((row) => (
        <GridRow
          key={row.key}
          items={items}
          start={row.index * columns}
          columns={columns}
          total={total}
          top={row.index * rowPitch}
          Card={props.Card}
          idOf={props.idOf}
          hrefOf={props.hrefOf}
          activeIndex={row.index === activeRow ? keys.activeIndex : -1}
          currentId={props.currentId ?? null}
        />
      ))}
    </div>
  )
}
