import type { BatchOrder, OrderFacts, Outcome } from '#queries/orders.ts'
import type { IntentHandle } from './intent.ts'
import { place } from './place.ts'

/**
 * Buys several videos at once, as one order, see `place`; `facts` in the order of its videos. Each is followed as a
 * render of its own. Never throws.
 */
export const placeBatch = (
  order: BatchOrder,
  facts: readonly OrderFacts[],
  intent: IntentHandle,
): Promise<Outcome> => place(order, facts, intent)
