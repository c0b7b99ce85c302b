import type { UseQueryResult } from '@tanstack/react-query'
import type { Account } from '#heygen/schemas/account.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { pageConfig } from '#queries/page-config.ts'
import { balanceOf, estimate, type Estimate } from './cost.ts'
import type { Draft } from './draft.ts'

const words = createText.cost

function priceWords(cost: Estimate): { price: string; basis: string } {
  switch (cost.kind) {
    case 'usd':
      return {
        price: words.range(cost.low, cost.high),
        basis: `${words.basis(cost.seconds, cost.perSecond)} ${words.rates(cost.date)}`,
      }
    case 'rate-only':
      return { price: words.none, basis: `${words.agent(cost.perSecond)} ${words.rates(cost.date)}` }
    case 'credits-unknown':
      return { price: words.unknown, basis: words.credits }
    case 'unknown':
      return { price: words.unknown, basis: cost.reason }
    case 'nothing':
    default:
      return { price: words.none, basis: words.noText }
  }
}

export interface SummaryProps {
  look: Look
  draft: Draft
  account: UseQueryResult<Account>
}

/** What it costs, and what there is. */
export function Summary({ look, draft, account }: SummaryProps) {
  const cost = estimate(look, draft, account.data ?? null)
  const { price, basis } = priceWords(cost)
  const balance = account.data && balanceOf(account.data, cost.kind === 'usd' ? cost.high : undefined)
  const told = account.data
    ? (balance?.text ?? createText.balance.unknown)
    : account.error
      ? dialogText.balance.failed
      : dialogText.balance.loading
  return (
    <div className="grid grid-cols-2 gap-5 min-[960px]:grid-cols-1">
      <div>
        <h3 className="text-13 font-medium text-ink-2">{createText.label.cost}</h3>
        <p className="mt-1 text-28 font-semibold tracking-[-0.02em] tabular-nums">{price}</p>
        <p className="mt-1 text-13 text-ink-2 tabular-nums">{basis}</p>
      </div>
      <div>
        <h3 className="text-13 font-medium text-ink-2">{createText.label.balance}</h3>
        <p className="mt-1 text-14 tabular-nums">{told}</p>
        {balance?.low && <p className="mt-1 text-13 text-warn">{createText.balance.low}</p>}
      </div>
      <p className="col-span-full text-13 text-ink-2">
        {pageConfig.mode === 'sandbox' ? words.sandbox : words.once}
      </p>
    </div>
  )
}
