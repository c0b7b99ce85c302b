import { useEffect, useEffectEvent, useState } from 'react'
import type { Catalogue } from '#search/protocol.ts'
import type { PaletteFinds } from './palette-list.ts'

/** Of each, looks and people. */
const limit = 6

interface Answer extends PaletteFinds {
  /** What it answers. */
  of: string
  /** How many looks were known then. */
  known: number
  failed: boolean
}

const none: Answer = { of: '', known: 0, failed: false, looks: [], people: [] }

/**
 * What the catalogue has for `typed`. Until it has answered, the answer before stands, so that the list does not
 * empty itself between two letters; `pending` says so. An answer that has something is kept as it is: only
 * one without is asked for again as more `known` looks come in.
 */
export function useSuggestions(catalogue: Catalogue | null, typed: string, known: number) {
  const [answer, setAnswer] = useState(none)
  const ask = useEffectEvent((from: Catalogue, at: number, signal: AbortSignal) => {
    const found = answer.looks.length + answer.people.length > 0
    if (answer.of === typed && (found || answer.known === at)) return
    from.suggest(typed, limit, signal).then(
      (finds) => signal.aborted || setAnswer({ of: typed, known: at, failed: false, ...finds }),
      () => signal.aborted || setAnswer({ ...none, of: typed, known: at, failed: true }),
    )
  })
  useEffect(() => {
    if (!catalogue || !typed) return undefined
    const control = new AbortController()
    ask(catalogue, known, control.signal)
    return () => control.abort()
  }, [catalogue, typed, known])

  if (!catalogue || !typed) return { ...none, pending: false }
  return { ...answer, pending: answer.of !== typed }
}
