import { useEffect, useRef } from 'react'

/** The focus among the panes. Moving an element in the page takes the focus from it, so it is given back after. */
export function usePaneFocus(ids: readonly string[]) {
  const panes = useRef<HTMLDivElement>(null)
  const next = useRef<{ id: string; before: string } | null>(null)
  const order = ids.join()

  const focus = (id: string | undefined) => {
    if (id !== undefined)
      panes.current?.querySelector<HTMLElement>(`[data-pane="${CSS.escape(id)}"]`)?.focus()
  }
  useEffect(() => {
    if (next.current === null || next.current.before === order) return
    const { id } = next.current
    next.current = null
    panes.current?.querySelector<HTMLElement>(`[data-pane="${CSS.escape(id)}"]`)?.focus()
  }, [order])

  return {
    panes,
    focus,
    /** As soon as the panes are in another order. */
    focusThen: (id: string | undefined) => {
      next.current = id === undefined ? null : { id, before: order }
    },
  }
}
