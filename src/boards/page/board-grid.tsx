import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { reviewerOf, reviewOf, type Board, type BoardLook, type Reviewer } from '#boards/board.ts'
import { gridLayout, captionHeight } from '#gallery/layout.ts'
import { stuckHeight } from '#gallery/stuck-bars.ts'
import { boardGridText as words } from '#messages/en-boards.ts'
import { useWidth } from '#ui/use-width.ts'
import { votesOfOthers } from './arrange.ts'
import { BoardCell } from './board-cell.tsx'
import { CardMenu } from './card-menu.tsx'
import { judge, putBefore, takeOff } from './edit-board.ts'
import { tabStopOf, useGridFocus } from './grid-focus.ts'
import { extendPicked, pickedOf, togglePicked, type Picked } from './picked.ts'
import { lookAfter, type Gap } from './place.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useCarry } from './use-carry.ts'
import { useDrag } from './use-drag.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'

export interface BoardGridProps {
  board: Board
  /** In the order they are shown in. */
  shown: readonly BoardLook[]
  visible: readonly Reviewer[]
  me: string
  picked: Picked
  onPick: (picked: Picked) => void
  /** They are shown in the board's own order. */
  movable: boolean
  onOrder: () => void
  hrefOf: (lookId: string) => string
  onOpen: (lookId: string) => void
  onCreate: ((lookIds: readonly string[]) => void) | undefined
}

/** The looks of a board, as many as are in sight. */
export function BoardGrid(props: BoardGridProps) {
  const { board, shown, visible, me, picked, onPick, movable, hrefOf, onOpen, onCreate } = props
  const root = useRef<HTMLDivElement>(null)
  const [measure, width] = useWidth()
  const layout = gridLayout(width ?? 0, 'm')
  const { columns, gap, cellWidth, mediaHeight, rowPitch } = layout
  const rows = Math.ceil(shown.length / columns)
  const { first, last } = useRowsInSight(root, rowPitch, rows)

  const [stop, setStop] = useState({ id: '', index: 0 })
  const found = shown.findIndex(({ id }) => id === stop.id)
  const active = found >= 0 ? found : Math.min(stop.index, shown.length - 1)
  const wantFocus = useGridFocus(root)
  function focusAt(index: number) {
    const look = shown[index]
    if (!look) return
    setStop({ id: look.id, index })
    reveal(Math.floor(index / columns))
    wantFocus()
  }
  /** Scrolls by no more than it takes for the row to be whole in the window. */
  function reveal(row: number) {
    const top = (root.current?.getBoundingClientRect().top ?? 0) + row * rowPitch
    const above = top - stuckHeight() - 8
    // The selection's bar lies over the page's lower end.
    const margin = picked.ids.size > 0 ? 112 : 8
    const below = top + mediaHeight + captionHeight - window.innerHeight + margin
    const by = above < 0 ? above : Math.min(Math.max(0, below), above)
    if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' })
  }

  const pickedHere = (id: string) => (picked.ids.has(id) ? pickedOf(picked, board.looks) : [id])
  const carry = useCarry({
    board,
    shown,
    withLook: pickedHere,
    movable,
    onOrder: props.onOrder,
    onMoved: (id) => {
      setStop({ id, index: active })
      wantFocus()
    },
  })
  const { carried } = carry
  const ghost = useDrag(root, layout, shown.length, {
    onLift: (id, at) => carry.lift(id, at, false),
    onMove: carry.moveTo,
    onDrop: ({ index }) => carry.drop(index),
    onBack: carry.back,
  })

  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  function openMenu(id: string) {
    const cell = root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] [data-tool=menu]`)
    if (cell) setMenu({ id, anchor: cell })
  }
  const onKeyDown = useBoardKeys({
    board,
    me,
    shown,
    columns,
    pageRows: () => Math.floor((window.innerHeight - stuckHeight()) / rowPitch),
    picked,
    onPick,
    carry,
    onFocus: focusAt,
    onMenu: openMenu,
    removable: pickedHere,
  })
  useLayoutEffect(() => {
    if (carried?.keys) reveal(carried.gap.row)
  })

  const mine = reviewerOf(board, me)
  const votes = votesOfOthers(board, visible, me)
  const drawn = [...new Set([...range(first, last), Math.floor(active / columns)])].filter(
    (row) => row >= 0 && row < rows,
  )
  const menuLook = shown.find(({ id }) => id === menu?.id)
  const menuIndex = menuLook ? shown.indexOf(menuLook) : -1
  function move(look: BoardLook, index: number, to: 'top' | 'before' | 'after' | 'end') {
    const target = { top: 0, before: index - 1, after: index + 2, end: shown.length }[to]
    putBefore(board, [look.id], lookAfter(board.looks, shown, [look.id], target))
    setStop({ id: look.id, index })
  }
  return (
    <>
      <p id="board-keys" className="sr-only">
        {words.keys}
      </p>
      {/* The handlers are for its cells, which have none. */}
      <div
        ref={(element) => {
          root.current = element
          return measure(element)
        }}
        role="grid"
        aria-label={words.label}
        aria-describedby="board-keys"
        aria-multiselectable
        aria-rowcount={rows}
        aria-colcount={columns}
        className={`grid-rows ${carried && !carried.keys ? 'cursor-grabbing select-none' : ''}`}
        style={
          {
            height: rows * rowPitch,
            '--columns': columns,
            '--gap': `${gap}px`,
            '--media-height': `${mediaHeight}px`,
            '--row-height': `${mediaHeight + captionHeight}px`,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const cell = event.target.closest<HTMLElement>('[data-card]')
          if (cell) setStop({ id: cell.dataset.card ?? '', index: Number(cell.dataset.index) })
        }}
        onClick={(event) => {
          const target = event.target instanceof Element ? event.target : null
          const id = target?.closest<HTMLElement>('[data-card]')?.dataset.card
          if (id === undefined) return
          const tool = target?.closest<HTMLElement>('[data-tool]')?.dataset.tool
          if (tool === 'menu') openMenu(id)
          else if (tool === 'select')
            onPick(event.shiftKey ? extendPicked(picked, id, shown) : togglePicked(picked, id))
          else if (event.shiftKey && picked.ids.size > 0) {
            event.preventDefault()
            onPick(extendPicked(picked, id, shown))
          }
        }}
      >
        {width !== null &&
          drawn
            .toSorted((a, b) => a - b)
            .map((row) => (
              <div
                key={row}
                role="row"
                aria-rowindex={row + 1}
                className="grid-row"
                style={{ transform: `translateY(${row * rowPitch}px)` }}
              >
                {shown.slice(row * columns, (row + 1) * columns).map((look, column) => (
                  <BoardCell
                    key={look.id}
                    look={look}
                    index={row * columns + column}
                    href={hrefOf(look.id)}
                    mine={reviewOf(mine, look.id)}
                    others={votes.get(look.id)}
                    picked={picked.ids.has(look.id)}
                    active={row * columns + column === active}
                    carried={carried?.ids.includes(look.id) ?? false}
                    picking={picked.ids.size > 0}
                    drawnWidth={cellWidth}
                  />
                ))}
              </div>
            ))}
        {carried && <Marker gap={carried.gap} step={cellWidth + gap} pitch={rowPitch} space={gap} />}
      </div>
      {carried && !carried.keys && (
        <div
          ref={ghost}
          className="pointer-events-none fixed top-0 left-0 z-50 max-w-60 truncate rounded-control bg-raised px-3 py-2 text-13 font-medium shadow-panel"
        >
          {carry.what(carried)}
        </div>
      )}
      <CardMenu
        anchor={menuLook ? (menu?.anchor ?? null) : null}
        picked={picked.ids.has(menu?.id ?? '')}
        verdict={reviewOf(mine, menu?.id ?? '').verdict}
        place={movable ? { first: menuIndex === 0, last: menuIndex === shown.length - 1 } : null}
        onClose={() => setMenu(null)}
        onOpenLook={() => menuLook && onOpen(menuLook.id)}
        onPick={() => menuLook && onPick(togglePicked(picked, menuLook.id))}
        onVerdict={(verdict) => menuLook && judge(board, me, menuLook, verdict)}
        onCreate={onCreate && (() => menuLook && onCreate([menuLook.id]))}
        onMove={(to) => menuLook && move(menuLook, menuIndex, to)}
        onRemove={() => menuLook && takeOff(board, [menuLook.id])}
        focusBack={() => tabStopOf(root.current)}
      />
    </>
  )
}

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** Where what is carried would go. */
function Marker({ gap, step, pitch, space }: { gap: Gap; step: number; pitch: number; space: number }) {
  const x = Math.max(0, gap.column * step - space / 2 - 2)
  return (
    <span
      data-marker
      className="pointer-events-none absolute top-0 left-0 w-1 rounded-full bg-accent"
      style={{ height: 'var(--media-height)', transform: `translate(${x}px, ${gap.row * pitch}px)` }}
    />
  )
}
