import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CardCells, CellView } from './card-cells.ts'
import { watchPictures } from './cell-picture.ts'
import type { GridBody } from './grid-body.ts'
import { boxStyle, cellsFor } from './grid-box.ts'
import { GridPointer } from './grid-pointer.ts'
import type { GridLayout } from './layout.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { keptPosition, useGridPosition } from './use-grid-position.ts'

export interface CardGridProps<T> {
  label: string
  /** A hole is an item that is on its way. */
  items: readonly (T | undefined)[]
  cells: CardCells<T>
  /** Its rows: new ones, or such as stand already. */
  createBody: () => GridBody<T>
  idOf: (item: T) => string
  nameOf: (item: T) => string
  hrefOf: (id: string) => string
  layout: GridLayout
  currentId?: string | null
  /** More items can be had; the grid keeps room for them. */
  hasMore: boolean
  /** Asks for more. Called often: the owner drops what it does not need. */
  onNearEnd: () => void
  /** Says which items are drawn, `to` exclusive, when that changes: at most once a frame, after the drawing. */
  onRange?: ((from: number, to: number) => void) | undefined
  /** Names this list in the history, so that coming back finds its place. */
  positionKey: string
  /** Whether this is a return, by Back or a reload. */
  returning: boolean
  /** A name in parts, to mark what was looked for; another function means that all names are shown anew. */
  marks?: CellView['marks']
  /** A person's name, where it is known. */
  personOf?: CellView['personOf']
  onOpen: (href: string, id: string) => void
  onCreate?: (id: string) => void
  onNearCreate?: () => void
  /** Shows the looks that are folded away under one. */
  onUnfold?: ((id: string) => void) | undefined
  onMount?: (root: HTMLElement, body: GridBody<T>) => (() => void) | undefined
  /** Cells show other items than before. */
  onDraw?: () => void
  onSpace?: (card: HTMLElement) => void
  onEscape?: () => boolean
}

/** How far ahead the next page is asked for, in heights of the window. */
const lookAhead = 2
/** A fast scroll is there before an answer is. */
const fastAhead = 6

/**
 * A windowed grid of uniform cards that scrolls with the page: the DOM holds the rows in sight and a few around
 * them. One tab stop; arrows, Home, End, PageUp, PageDown and typed names move within. React has its box and its
 * data; the rows in it are GridBody's.
 */
export function CardGrid<T>(props: CardGridProps<T>) {
  const { items, cells, layout, hasMore, idOf, hrefOf, currentId = null, marks, personOf } = props
  const { columns, rowPitch, cellWidth } = layout
  const root = useRef<HTMLDivElement>(null)
  const client = useQueryClient()
  const [body] = useState(props.createBody)
  const [stood] = useState(() => body.root !== null)
  const [pointer] = useState(() => new GridPointer(body))

  const [restored] = useState(() => (props.returning ? keptPosition(props.positionKey) : null))
  const total = Math.max(cellsFor(items.length, hasMore, layout), hasMore ? (restored?.count ?? 0) : 0)
  const view = useMemo(() => ({ cellWidth, marks, personOf }), [cellWidth, marks, personOf])
  const onKeyDown = useGridKeys(body, props)

  /** Once between two commits: only a commit brings an owner that knows that it has asked. */
  const asked = useRef(false)
  const ranged = useRef('')
  const onSeen = useEffectEvent((first: number, last: number) => {
    const ahead = ((body.fast ? fastAhead : lookAhead) * window.innerHeight) / rowPitch
    if (hasMore && !asked.current && (last + 1 + ahead) * columns > items.length) {
      asked.current = true
      props.onNearEnd()
    }
    const from = Math.min(first * columns, items.length)
    const to = Math.min((last + 1) * columns, items.length)
    if (ranged.current === `${from} ${to}`) return
    ranged.current = `${from} ${to}`
    props.onRange?.(from, to)
  })
  const onDrawn = useEffectEvent(() => props.onDraw?.())

  useLayoutEffect(() => {
    if (!root.current) return undefined
    const element = root.current
    const ends = [
      body.attach(element, {
        drawn: () => {
          pointer.drawn()
          onDrawn()
        },
        seen: ({ first, last }) => onSeen(first, last),
        rest: () => pointer.rest(),
      }),
      watchPictures(element, async (...failed) => {
        // Without that part, as without a picture.
        const next = await import('#looks/next-attempt.ts').catch(() => null)
        return next && next.nextAttempt(client, ...failed)
      }),
      pointer.attach(element),
    ]
    return () => ends.forEach((end) => end())
  }, [body, pointer, client])
  useLayoutEffect(() => {
    asked.current = false
    body.update({ items, total, cells, view, idOf, hrefOf, layout, currentId })
  })
  useGridPosition(body.scroll, props.positionKey, restored, layout, items.length, stood)
  useLayoutEffect(() => body.draw(true))

  const { onMount } = props
  useEffect(() => (root.current ? onMount?.(root.current, body) : undefined), [onMount, body])

  return (
    <div
      ref={root}
      role="grid"
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : Math.ceil(total / columns)}
      aria-colcount={columns}
      aria-busy={items.length === 0 && hasMore}
      className="grid-rows"
      data-waiting={hasMore || undefined}
      style={boxStyle(total, layout)}
      onKeyDown={onKeyDown}
      onPointerOver={(event) => {
        if (event.target instanceof Element && event.target.matches('[data-action=create]'))
          props.onNearCreate?.()
      }}
      onClick={(event) => {
        if (!(event.target instanceof Element)) return
        const link = event.target.closest('a')
        const id = event.target.closest<HTMLElement>('[data-card]')?.dataset.card
        if (id === undefined) return
        if (event.target.closest('[data-action=create]')) props.onCreate?.(id)
        if (event.target.closest('[data-action=unfold]')) props.onUnfold?.(id)
        if (!link || event.defaultPrevented || event.button !== 0) return
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        props.onOpen(link.getAttribute('href') ?? '', id)
      }}
    />
  )
}
