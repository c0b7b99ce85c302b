import type { Account } from '#heygen/schemas/account.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { batchText } from '#messages/en-batch.ts'
import type { BatchOrder, OrderFacts } from '#queries/orders.ts'
import { estimate, type Estimate } from './cost.ts'
import type { Draft } from './draft.ts'
import { orderFacts, videoRequest } from './request.ts'
import { lookBlock } from './rules.ts'
import { titleOf } from './title.ts'
import { checkDraft, type FieldErrors } from './validate.ts'

/** Bytes of the largest body that Lookbook's server takes, less some room. */
const largestBody = 60_000

export interface BatchItem {
  look: Look
  /** Why no video can be made with it as the draft is; null where one can. */
  problem: string | null
  cost: Estimate
}

/** What the draft comes to for each look: every one takes of it what HeyGen takes for that look. */
export const batchItems = (looks: readonly Look[], draft: Draft, account: Account | null): BatchItem[] =>
  looks.map((look) => ({
    look,
    problem: lookBlock(look) ?? checkDraft(look, draft).voice ?? null,
    cost: estimate(look, draft, account),
  }))

export interface BatchCost {
  /** USD, of those whose price is known. */
  low: number
  high: number
  /** Videos whose price is not known. */
  unknown: number
}

/** The sum over the looks that can be made. */
export function batchCost(items: readonly BatchItem[]): BatchCost {
  const total: BatchCost = { low: 0, high: 0, unknown: 0 }
  for (const { problem, cost } of items) {
    if (problem !== null) continue
    if (cost.kind === 'usd') {
      total.low += cost.low
      total.high += cost.high
    } else if (cost.kind !== 'nothing') total.unknown += 1
  }
  return total
}

/** The body of POST /v3/videos/batches and what each of its videos is of, in the same order. */
export function batchOrder(
  items: readonly BatchItem[],
  draft: Draft,
): { order: BatchOrder; facts: OrderFacts[] } {
  const made = items.filter(({ problem }) => problem === null).map(({ look }) => look)
  const videos = made.map((look) => videoRequest(look, draft))
  const [first] = made
  const title = first ? titleOf(first, draft) : ''
  return {
    order: { route: '/v3/videos/batches', body: title ? { videos, title } : { videos } },
    facts: made.map((look) => orderFacts(look, draft)),
  }
}

/** What is wrong with the draft itself, whichever the look; a voice that one look lacks is said beside that look. */
export function batchProblems(items: readonly BatchItem[], draft: Draft, order: BatchOrder): FieldErrors {
  const [first] = items
  if (!first) return {}
  const { voice: _voice, ...problems } = checkDraft(first.look, draft)
  if (problems.script) return problems
  const size = new TextEncoder().encode(JSON.stringify(order.body)).length
  return size > largestBody ? { ...problems, script: batchText.tooLarge(items.length) } : problems
}
