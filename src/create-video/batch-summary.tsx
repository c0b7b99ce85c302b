import type { Account } from '#heygen/schemas/account.ts'
import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { Button } from '#ui/button.tsx'
import { batchCost, type BatchItem } from './batch.ts'
import { balanceOf } from './cost.ts'
import { RefusalNote } from './refusal-note.tsx'
import type { RefusalWords } from './server-errors.ts'

interface BatchSummaryProps {
  items: readonly BatchItem[]
  /** Videos that would be made. */
  count: number
  account: Account | undefined
  blocked: string | null
  stage: 'editing' | 'confirming' | 'sending'
  refusal: RefusalWords | null
  note: string
  onBack: () => void
}

/** What all of it costs, and the two clicks that spend it. */
export function BatchSummary(props: BatchSummaryProps) {
  const { items, count, account, blocked, stage, refusal, note, onBack } = props
  const { low, high, unknown } = batchCost(items)
  const price = high > 0 ? createText.cost.range(low, high) : null
  const balance = account && balanceOf(account, high || undefined)
  const left = items.length - count
  const off = blocked !== null || count === 0 || stage === 'sending'
  return (
    <div className="flex h-full flex-col gap-4">
      <div>
        <h3 className="text-13 font-medium text-ink-2">{createText.label.cost}</h3>
        <p className="mt-1 text-28 font-semibold tracking-[-0.02em] tabular-nums">
          {price ?? createText.cost.none}
        </p>
        {unknown > 0 && <p className="mt-1 text-13 text-ink-2">{batchText.unknownPrice(unknown)}</p>}
        {left > 0 && <p className="mt-1 text-13 text-warn">{batchText.skipped(left)}</p>}
      </div>
      <div>
        <h3 className="text-13 font-medium text-ink-2">{createText.label.balance}</h3>
        <p className="mt-1 text-14 tabular-nums">{balance?.text ?? createText.balance.unknown}</p>
        {balance?.low && <p className="mt-1 text-13 text-warn">{createText.balance.low}</p>}
      </div>
      <p className="text-13 text-ink-2">{note}</p>
      <div className="mt-auto flex flex-col gap-3">
        <div role="alert" className="empty:hidden">
          {refusal && <RefusalNote key={refusal.title} {...refusal} />}
        </div>
        {blocked !== null && <p className="text-13 text-ink-2">{blocked}</p>}
        <p role="status" className="text-14 font-medium empty:hidden">
          {stage === 'confirming' && batchText.confirm(count, price)}
        </p>
        <Button
          type="submit"
          variant="main"
          className="h-11 w-full aria-disabled:cursor-default aria-disabled:opacity-60"
          aria-disabled={off || undefined}
          // The second half of a double click is not the confirmation.
          onClick={(event) => (off || event.detail > 1) && event.preventDefault()}
        >
          {stage === 'sending' ? createText.submitting : batchText.create(count)}
        </Button>
        {stage === 'confirming' && <Button onClick={onBack}>{batchText.back}</Button>}
      </div>
    </div>
  )
}
