import { useEffect } from 'react'

/** The title of the page; null leaves it to another part of the page. */
export function useTitle(title: string | null) {
  useEffect(() => {
    if (title !== null) document.title = title
  }, [title])
}
