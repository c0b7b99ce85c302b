import { useEffect, useState } from 'react'
import { useRouteError } from 'react-router'
import { text } from '#messages/en.ts'
import { freshness } from '#queries/freshness.ts'

/** What browsers and Vite say of code that they could not load. */
const partWords = /dynamically imported|module script|preload CSS/i

/** What to say of what broke here; null until it is known whether only its code is gone, for a moment at most. */
export function useCrashWords(): { title: string; hint: string } | null {
  const error = useRouteError()
  const [lost, setLost] = useState<boolean | null>(null)
  useEffect(() => {
    let left = false
    void freshness.isLost().then((gone) => left || setLost(gone))
    return () => void (left = true)
  }, [])
  if (lost === null) return null
  if (lost) return { title: text.app.updated, hint: text.app.updatedHint }
  return error instanceof Error && partWords.test(error.message)
    ? { title: text.app.partFailed, hint: text.app.partFailedHint }
    : text.crash
}
