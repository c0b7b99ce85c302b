import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was, unless something has taken it meanwhile. The dialog's own way would give an
 * element that Tab does not stop at, such as a look's panel, to the first button in it.
 */
export function useFocusBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () =>
      queueMicrotask(() => {
        const free = document.activeElement === null || document.activeElement === document.body
        if (free && before instanceof HTMLElement) before.focus({ preventScroll: true })
      }),
    [before],
  )
}
