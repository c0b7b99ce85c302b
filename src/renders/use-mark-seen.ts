import { useEffect } from 'react'
import { isNews, type Render } from './render.ts'
import { rendersStore } from './store.ts'

/** What is shown in a page that is looked at is news no more. */
export function useMarkSeen(shown: readonly Render[]) {
  useEffect(() => {
    const mark = () => {
      if (document.hidden) return
      rendersStore.update(new Map(shown.filter(isNews).map(({ key }) => [key, { seen: true }])))
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [shown])
}
