import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/** The link of the grid's one tab stop. */
export const tabStopOf = (root: HTMLElement | null) =>
  root?.querySelector<HTMLElement>('[data-card] > a[tabindex="0"]') ?? null

/**
 * Keeps the focus in the grid while its cards come, go and change places: a card that leaves hands it to the one that
 * has its place. Gives the way to ask for the focus with the next drawing.
 */
export function useGridFocus(root: RefObject<HTMLElement | null>): () => void {
  const inside = useRef(false)
  const wanted = useRef(false)
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const leaving = new AbortController()
    const { signal } = leaving
    // An element that was taken out has lost the focus to nobody; only then it is to be handed on.
    document.addEventListener(
      'focusin',
      ({ target }) => (inside.current = target instanceof Node && element.contains(target)),
      { signal },
    )
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target instanceof Node && element.contains(target))) inside.current = false
      },
      { signal },
    )
    return () => leaving.abort()
  }, [root])
  useLayoutEffect(() => {
    const free = document.activeElement === null || document.activeElement === document.body
    if (!wanted.current && !(inside.current && free)) return
    wanted.current = false
    tabStopOf(root.current)?.focus({ preventScroll: true })
  })
  return () => void (wanted.current = true)
}
