import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { accountQueries } from '#queries/account.ts'
import type { BatchOrder, OrderFacts, Outcome } from '#queries/orders.ts'
import { BatchOptions } from './batch-options.tsx'
import { BatchSubmit } from './batch-submit.tsx'
import { BatchSummary } from './batch-summary.tsx'
import { BatchTable } from './batch-table.tsx'
import { batchCost, batchItems, batchOrder, batchProblems } from './batch.ts'
import { columns } from './columns.ts'
import { outcomeWords } from './outcome-words.ts'
import type { PlacedOutcome } from './placed.tsx'
import type { RefusalWords } from './server-errors.ts'
import { spendingBlock } from './spending-block.ts'
import { useDraft } from './use-draft.ts'
import { useSendKeys } from './use-send-keys.ts'

/** Never rejects. */
export type PlaceBatch = (order: BatchOrder, facts: OrderFacts[]) => Promise<Outcome>

export interface BatchFormProps {
  looks: readonly Look[]
  /** Ids of looks that could not be read. */
  missing: readonly string[]
  /** Looks beyond what one batch takes. */
  dropped: number
  place: PlaceBatch
  onRemove: (lookId: string) => void
  onPlaced: (outcome: PlacedOutcome, count: number) => void
}

/** What all batches share in place of a look: their draft is one, of no look's shape. */
const anyLook = { id: 'batch', image_width: null, image_height: null, preferred_orientation: null }

export function BatchForm({ looks, missing, dropped, place, onRemove, onPlaced }: BatchFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const account = useQuery(accountQueries.me())
  const [draft, change] = useDraft(anyLook)
  const [stage, setStage] = useState<'editing' | 'confirming' | 'sending'>('editing')
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<RefusalWords | null>(null)

  const items = batchItems(looks, draft, account.data ?? null)
  const { order, facts } = batchOrder(items, draft)
  const problems = batchProblems(items, draft, order)
  const wrong = Object.keys(problems).length
  const cost = batchCost(items)
  const blocked = spendingBlock(null)
  const price = cost.high > 0 ? createText.cost.range(cost.low, cost.high) : null

  async function send() {
    setStage('sending')
    setRefusal(null)
    const outcome = await place(order, facts)
    setStage('editing')
    if (outcome.state === 'accepted' || outcome.state === 'unknown') {
      if (outcome.state === 'accepted') change({ script: '', title: '' })
      return onPlaced(outcome, facts.length)
    }
    setRefusal(outcomeWords(outcome))
  }
  function submit() {
    if (blocked !== null || facts.length === 0) return
    setTried(true)
    if (wrong > 0)
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    else if (stage === 'editing') setStage('confirming')
    else if (stage === 'confirming') void send()
  }

  useSendKeys(form, submit)

  return (
    <form
      ref={form}
      noValidate
      className={columns.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={columns.first}>
        <BatchTable items={items} draft={draft} onRemove={onRemove} />
        {missing.length > 0 && (
          <ul className="mt-2 text-13 text-ink-2">
            {missing.map((id) => (
              <li key={id}>
                <span className="font-mono text-12">{id}</span>: {batchText.failed}
              </li>
            ))}
          </ul>
        )}
        {dropped > 0 && (
          <p className="mt-2 text-13 text-warn">{batchText.tooMany(looks.length + dropped, looks.length)}</p>
        )}
        {items.length === 0 && <p className="text-14 text-ink-2">{batchText.none}</p>}
      </div>
      <div className={columns.inputs}>
        <BatchOptions
          draft={draft}
          change={(changed) => {
            // What was confirmed is not what would be sent now.
            if (stage === 'confirming') setStage('editing')
            change(changed)
          }}
          errors={tried ? problems : {}}
        />
      </div>
      <div className={columns.summary}>
        <BatchSummary cost={cost} price={price} left={items.length - facts.length} account={account.data} />
      </div>
      <div className={columns.submit}>
        <BatchSubmit
          count={facts.length}
          price={price}
          blocked={blocked}
          stage={stage}
          refusal={refusal}
          onBack={() => setStage('editing')}
        />
      </div>
    </form>
  )
}
