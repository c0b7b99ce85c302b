import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { accountQueries } from '#queries/account.ts'
import type { Order, OrderFacts, Outcome } from '#queries/orders.ts'
import { columns } from './columns.ts'
import type { Draft } from './draft.ts'
import { OrientationOptions } from './orientation-options.tsx'
import { outcomeWords } from './outcome-words.ts'
import { PictureOptions } from './picture-options.tsx'
import type { PlacedOutcome } from './placed.tsx'
import { PromptOptions } from './prompt-options.tsx'
import { orderFacts, orderOf } from './request.ts'
import { offers } from './rules.ts'
import { ScriptOptions } from './script-options.tsx'
import type { RefusalWords } from './server-errors.ts'
import { spendingBlock } from './spending-block.ts'
import { Submit } from './submit.tsx'
import { Summary } from './summary.tsx'
import type { Change } from './use-draft.ts'
import { useSendKeys } from './use-send-keys.ts'
import { checkDraft, type FieldErrors } from './validate.ts'

/** Never rejects. */
export type PlaceOrder = (order: Order, facts: OrderFacts) => Promise<Outcome>

export interface CreateFormProps {
  look: Look
  draft: Draft
  change: Change
  place: PlaceOrder
  /** HeyGen has it, or nobody knows yet; the renders follow it. */
  onPlaced: (outcome: PlacedOutcome) => void
}

export function CreateForm({ look, draft, change, place, onPlaced }: CreateFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const account = useQuery(accountQueries.me())
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  /** Why the last try came to nothing. */
  const [refusal, setRefusal] = useState<RefusalWords | null>(null)

  const blocked = spendingBlock(look)
  const problems = checkDraft(look, draft)
  const errors: FieldErrors = {
    ...(tried ? problems : {}),
    ...(refusal?.field ? { [refusal.field]: `${refusal.title}. ${refusal.hint}` } : {}),
  }

  async function submit() {
    if (sending || blocked !== null) return
    setTried(true)
    if (Object.keys(problems).length > 0) return focusFirstError()
    setSending(true)
    setRefusal(null)
    const outcome = await place(orderOf(look, draft), orderFacts(look, draft))
    setSending(false)
    if (outcome.state === 'accepted' || outcome.state === 'unknown') return onPlaced(outcome)
    const words = outcomeWords(outcome)
    setRefusal(words)
    if (words.field) focusFirstError()
  }

  /** After the errors are on the page. */
  function focusFirstError() {
    const wrong = '[aria-invalid], [data-invalid] input:checked, [data-invalid] input, [data-invalid] button'
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(wrong)?.focus())
  }

  useSendKeys(form, () => void submit())

  function edit(changed: Partial<Draft>) {
    // What is said beside a field holds until something is done about it.
    if (refusal?.field) setRefusal(null)
    change(changed)
  }

  const options = { look, draft, change: edit, offered: offers(look, draft), errors }
  return (
    <form
      ref={form}
      noValidate
      className={columns.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={columns.first}>
        {draft.way === 'script' ? <PictureOptions {...options} /> : <OrientationOptions {...options} />}
      </div>
      <div className={columns.inputs}>
        {draft.way === 'script' ? (
          <ScriptOptions {...options} account={account.data ?? null} />
        ) : (
          <PromptOptions {...options} />
        )}
      </div>
      <div className={columns.summary}>
        <Summary look={look} draft={draft} account={account} />
      </div>
      <div className={columns.submit}>
        <Submit
          blocked={blocked}
          sending={sending}
          refusal={refusal}
          wrong={tried ? Object.keys(problems).length : 0}
        />
      </div>
    </form>
  )
}
