import type { Account } from '#heygen/schemas/account.ts'
import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { pageConfig } from '#queries/page-config.ts'
import type { BatchCost } from './batch.ts'
import { balanceOf } from './cost.ts'

interface BatchSummaryProps {
  cost: BatchCost
  /** In words; null where nothing is known yet. */
  price: string | null
  /** Looks that no video is made with. */
  left: number
  account: Account | undefined
}

/** What all of it costs, and what there is. */
export function BatchSummary({ cost, price, left, account }: BatchSummaryProps) {
  const balance = account && balanceOf(account, cost.high || undefined)
  return (
    <div className="grid grid-cols-2 gap-5 min-[960px]:grid-cols-1">
      <div>
        <h3 className="text-13 font-medium text-ink-2">{createText.label.cost}</h3>
        <p className="mt-1 text-28 font-semibold tracking-[-0.02em] tabular-nums">
          {price ?? createText.cost.none}
        </p>
        {cost.unknown > 0 && (
          <p className="mt-1 text-13 text-ink-2">{batchText.unknownPrice(cost.unknown)}</p>
        )}
        {left > 0 && <p className="mt-1 text-13 text-warn">{batchText.skipped(left)}</p>}
      </div>
      <div>
        <h3 className="text-13 font-medium text-ink-2">{createText.label.balance}</h3>
        <p className="mt-1 text-14 tabular-nums">{balance?.text ?? createText.balance.unknown}</p>
        {balance?.low && <p className="mt-1 text-13 text-warn">{createText.balance.low}</p>}
      </div>
      <p className="col-span-full text-13 text-ink-2">
        {pageConfig.mode === 'sandbox' ? createText.cost.sandbox : createText.cost.once}
      </p>
    </div>
  )
}
