import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import * as z from 'zod/mini'
import type { GridScroll } from './grid-scroll.ts'
import type { GridLayout } from './layout.ts'
import { stuckHeight } from './stuck-bars.ts'

const schema = z.object({
  /** First card of the topmost row in sight. */
  index: z.number(),
  /** How much of that row is scrolled away, 0 to 1; negative above the first row. */
  part: z.number(),
  /** Cards that were loaded. */
  count: z.number(),
})

export type GridPosition = z.infer<typeof schema>

const keyOf = (name: string) => `lookbook.position.${name}`

/** The place that was kept under a name, if any. */
export function keptPosition(name: string): GridPosition | null {
  try {
    const stored = sessionStorage.getItem(keyOf(name))
    return stored === null ? null : schema.parse(JSON.parse(stored))
  } catch {
    return null
  }
}

function save(name: string, position: GridPosition) {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(position))
  } catch {
    // Blocked or full: coming back after a reload starts at the top.
  }
}

/** A place in the grid, said in cards, so that it holds for any layout; `scrolled` in CSS pixels of the grid. */
export function positionAt(scrolled: number, count: number, { columns, rowPitch }: GridLayout): GridPosition {
  const row = Math.max(0, Math.floor(scrolled / rowPitch))
  return { index: row * columns, part: scrolled / rowPitch - row, count }
}

export function scrolledTo({ index, part }: GridPosition, { columns, rowPitch }: GridLayout): number {
  return (Math.floor(index / columns) + part) * rowPitch
}

/**
 * Remembers the place in a list by its entry in the history, and goes back to `restored`, before the cards are
 * there again: the grid keeps room for them. When the layout changes, the topmost card in sight stays.
 * To be called before the rows are drawn, so that those at the top are not drawn for nothing. `stood`: the rows were
 * there before, and may have been scrolled.
 */
export function useGridPosition(
  scroll: GridScroll,
  name: string,
  restored: GridPosition | null,
  layout: GridLayout,
  count: number,
  stood: boolean,
) {
  const laidOut = useRef<GridLayout | null>(null)
  const latest = useRef<GridPosition | null>(restored)
  /** Where this hook has scrolled to: still there, the place is what it was, whatever the layout. */
  const own = useRef<number | null>(null)

  useLayoutEffect(() => {
    const first = laidOut.current === null
    laidOut.current = layout
    const position = latest.current
    // The first rows stay where they are: nothing is above them.
    if (!first && (position === null || position.index === 0)) return
    if (position) scroll.goTo(scrolledTo(position, layout) - stuckHeight())
    else if (!stood) window.scrollTo({ top: 0, behavior: 'instant' })
    own.current = window.scrollY
  }, [scroll, layout, stood])

  const keep = useEffectEvent(() => {
    if (latest.current === null || window.scrollY !== own.current) {
      own.current = null
      latest.current = positionAt(stuckHeight() + scroll.read(), count, layout)
    }
    save(name, { ...latest.current, count })
  })
  useEffect(() => {
    const now = () => keep()
    const options = { capture: true }
    const unsubscribe = scroll.onRest(now)
    window.addEventListener('pagehide', now)
    document.addEventListener('click', now, options)
    document.addEventListener('keydown', now, options)
    return () => {
      unsubscribe()
      window.removeEventListener('pagehide', now)
      document.removeEventListener('click', now, options)
      document.removeEventListener('keydown', now, options)
    }
  }, [scroll])
}
