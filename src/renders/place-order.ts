import type { Order, OrderFacts, Outcome } from '#queries/orders.ts'
import type { IntentHandle } from './intent.ts'
import { place } from './place.ts'

/** Buys a video once; see `place`. Never throws. */
export const placeOrder = (order: Order, facts: OrderFacts, intent: IntentHandle): Promise<Outcome> =>
  place(order, [facts], intent)
