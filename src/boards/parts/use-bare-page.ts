import { useLayoutEffect } from 'react'
import './bare-page.css'

/** While it is there the page is all of the window: the app's bar is away, for the Tab key too. */
export function useBarePage(name: string) {
  useLayoutEffect(() => {
    document.documentElement.dataset['bare'] = name
    return () => {
      delete document.documentElement.dataset['bare']
    }
  }, [name])
}
