import { useEffect, useRef } from 'react'

/** The path that this document was loaded with; null where the browser does not say. */
function loadedPath(): string | null {
  const [loaded] = 'getEntriesByType' in performance ? performance.getEntriesByType('navigation') : []
  return loaded ? new URL(loaded.name).pathname : null
}

/** Another page takes the focus where what had it went with the page before: it would be on nothing. */
export function usePageFocus(pathname: string) {
  const seen = useRef<string>(null)
  useEffect(() => {
    // This comes some time after the first page: by then another may be there already.
    const before = seen.current ?? loadedPath() ?? pathname
    seen.current = pathname
    if (before === pathname) return undefined
    // A page that knows a better place has taken it by then.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === null || document.activeElement === document.body)
        document.getElementById('main')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname])
}
