import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import * as z from 'zod/mini'
import type { GridLayout } from './layout.ts'

const schema = z.object({
  /** First card of the topmost row in sight. */
  index: z.number(),
  /** CSS pixels of that row that are scrolled away; negative above the first row. */
  offset: z.number(),
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

/** Where the page is scrolled to, said in cards, so that it holds for any width of the window. */
export function positionAt(scrolled: number, count: number, { columns, rowPitch }: GridLayout): GridPosition {
  const row = Math.max(0, Math.floor(scrolled / rowPitch))
  return { index: row * columns, offset: scrolled - row * rowPitch, count }
}

export function scrolledTo({ index, offset }: GridPosition, { columns, rowPitch }: GridLayout): number {
  return Math.floor(index / columns) * rowPitch + offset
}

/**
 * Remembers the place in a list by its entry in the history, and goes back to `restored`, before the cards are
 * there again: the grid keeps room for them. When the layout changes, the topmost card in sight stays.
 * To be called after the virtualizer's hook, which scrolls to where the page was when it was made.
 */
export function useGridPosition(
  root: RefObject<HTMLElement | null>,
  name: string,
  restored: GridPosition | null,
  layout: GridLayout,
  count: number,
) {
  const laidOut = useRef<GridLayout | null>(null)
  const latest = useRef<GridPosition | null>(restored)

  useLayoutEffect(() => {
    if (!root.current) return
    const top = root.current.getBoundingClientRect().top + window.scrollY
    const before = laidOut.current
    laidOut.current = layout
    if (before === null) {
      const target = restored ? Math.max(0, top + scrolledTo(restored, layout)) : 0
      window.scrollTo({ top: target, behavior: 'instant' })
    } else if (latest.current && latest.current.index > 0) {
      window.scrollTo({ top: top + scrolledTo(latest.current, layout), behavior: 'instant' })
    }
  }, [root, layout, restored])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      if (!root.current) return
      const position = positionAt(-root.current.getBoundingClientRect().top, count, layout)
      latest.current = position
      save(name, position)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, 100)
    }
    window.addEventListener('scroll', soon, { passive: true })
    window.addEventListener('pagehide', keep)
    document.addEventListener('click', keep, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', soon)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('click', keep, { capture: true })
    }
  }, [root, name, count, layout])
}
