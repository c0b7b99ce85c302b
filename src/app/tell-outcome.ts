import { outcomeWords } from '#create-video/outcome-words.ts'
import type { Outcome } from '#queries/orders.ts'
import { notify } from '#ui/notices.ts'

/** Says what became of an order whose dialog is closed; what HeyGen took shows up among the renders. */
export function tellOutcome(outcome: Outcome) {
  if (outcome.state === 'accepted' || outcome.state === 'unknown') return
  const { title, hint } = outcomeWords(outcome)
  notify({ title, description: hint })
}
