import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '#queries/orders.ts'
import { openIntent, type IntentHandle } from '#renders/intent.ts'
import { tellOutcome } from './tell-outcome.ts'

/**
 * Places the orders of a dialog: from when it opens, what is sent of it, however often, is one order. `name` is the
 * look's id, or what stands for several. What is refused after the dialog was closed is said all the same.
 */
export function usePlace<O, F>(
  name: string,
  place: (order: O, facts: F, intent: IntentHandle) => Promise<Outcome>,
): (order: O, facts: F) => Promise<Outcome> {
  const [intent] = useState(() => openIntent(name))
  const open = useRef(true)
  useEffect(() => {
    open.current = true
    return () => void (open.current = false)
  }, [])
  return async (order, facts) => {
    const outcome = await place(order, facts, intent)
    if (!open.current) tellOutcome(outcome)
    return outcome
  }
}
