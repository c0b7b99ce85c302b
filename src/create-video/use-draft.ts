import { useEffect, useRef, useState } from 'react'
import { readDraft, writeDraft, type DraftOwner } from './draft-storage.ts'
import type { Draft } from './draft.ts'

/** Milliseconds of rest before a draft is stored. */
const rest = 300

export type Change = (changed: Partial<Draft>) => void

/** The look's draft. It is stored as it changes, and at once when the page or the dialog goes. */
export function useDraft(look: DraftOwner): [Draft, Change] {
  const [draft, setDraft] = useState(() => readDraft(look))
  // Two changes of one event build on each other, not on what was last painted.
  const latest = useRef(draft)
  const stored = useRef(draft)

  useEffect(() => {
    const save = () => {
      if (stored.current === draft) return
      stored.current = draft
      writeDraft(look.id, draft)
    }
    const timer = setTimeout(save, rest)
    window.addEventListener('pagehide', save)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', save)
    }
  }, [draft, look.id])
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      if (stored.current !== latest.current) writeDraft(look.id, latest.current)
    }
  }, [look.id])

  function change(changed: Partial<Draft>) {
    latest.current = { ...latest.current, ...changed }
    // An order that is taken after the dialog was closed still takes its words along.
    if (gone.current) writeDraft(look.id, latest.current)
    setDraft(latest.current)
  }
  return [draft, change]
}
