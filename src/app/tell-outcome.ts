import { refusalWords } from '#create-video/server-errors.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import type { Outcome } from '#queries/orders.ts'
import { notify } from '#ui/notices.ts'

/** Says what became of an order whose dialog is closed; what HeyGen took shows up among the renders. */
export function tellOutcome(outcome: Outcome) {
  if (outcome.state === 'unsent') notify({ title: dialogText.unsent, description: dialogText.unsentHint })
  if (outcome.state !== 'refused') return
  const { title, hint } = refusalWords(outcome.error)
  notify({ title, description: hint })
}
