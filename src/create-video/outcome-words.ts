import { dialogText } from '#messages/en-create-dialog.ts'
import type { Outcome } from '#queries/orders.ts'
import { refusalWords, type RefusalWords } from './server-errors.ts'

/** Why an order came to nothing, in words. */
export const outcomeWords = (outcome: Extract<Outcome, { state: 'refused' | 'unsent' }>): RefusalWords =>
  outcome.state === 'refused'
    ? refusalWords(outcome.error)
    : { title: dialogText.unsent, hint: dialogText.unsentHint, field: null }
