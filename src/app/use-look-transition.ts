import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'

/** A page that has not changed by then, in ms, is shown as it is. */
const patience = 400

const cardMedia = (list: HTMLElement | null, id: string) =>
  list?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .media`) ?? null

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/**
 * Opens and closes a look so that the card's picture grows into the panel's and back, where the browser has
 * view transitions and motion is welcome. The panel's picture carries the name in look-transition.css.
 */
export function useLookTransition(list: RefObject<HTMLElement | null>, lookId: string | null) {
  const arrived = useRef<(() => void) | null>(null)
  const shown = useRef(lookId)
  useLayoutEffect(() => {
    if (shown.current === lookId) return
    shown.current = lookId
    arrived.current?.()
    arrived.current = null
  }, [lookId])

  return useCallback(
    (id: string, change: () => void) => {
      // Not in every browser that the build is for.
      const start = (document as Partial<Document>).startViewTransition?.bind(document)
      if (!start || matchMedia('(prefers-reduced-motion: reduce)').matches) return change()
      const before = cardMedia(list.current, id)
      const opening = document.querySelector('.look-panel') === null
      if (opening && before) before.style.viewTransitionName = 'look'
      let after: HTMLElement | null = null
      const transition = start(async () => {
        const changed = new Promise<void>((resolve) => {
          arrived.current = resolve
          setTimeout(resolve, patience)
        })
        change()
        await changed
        before?.style.removeProperty('view-transition-name')
        // A panel that is still there, on a slow machine, has the name itself, and so has one that is still to come.
        const closed = !opening && document.querySelector('.look-panel') === null
        after = closed ? cardMedia(list.current, id) : null
        if (after && inSight(after)) after.style.viewTransitionName = 'look'
      })
      const end = () => after?.style.removeProperty('view-transition-name')
      // A transition that is skipped, by a newer one or a hidden tab, has made its change all the same.
      transition.finished.then(end, end)
      transition.ready.catch(() => undefined)
      return undefined
    },
    [list],
  )
}
