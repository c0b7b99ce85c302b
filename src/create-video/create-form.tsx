import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { accountQueries } from '#queries/account.ts'
import type { Order, OrderFacts, Outcome } from '#queries/orders.ts'
import type { Draft } from './draft.ts'
import { OrientationOptions } from './orientation-options.tsx'
import { PictureOptions } from './picture-options.tsx'
import type { PlacedOutcome } from './placed.tsx'
import { PromptOptions } from './prompt-options.tsx'
import { orderFacts, orderOf } from './request.ts'
import { offers } from './rules.ts'
import { ScriptOptions } from './script-options.tsx'
import { refusalWords, type RefusalWords } from './server-errors.ts'
import { spendingBlock } from './spending-block.ts'
import { Submit } from './submit.tsx'
import { Summary } from './summary.tsx'
import type { Change } from './use-draft.ts'
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
    const words =
      outcome.state === 'refused'
        ? refusalWords(outcome.error)
        : { title: dialogText.unsent, hint: dialogText.unsentHint, field: null }
    setRefusal(words)
    if (words.field) focusFirstError()
  }

  /** After the errors are on the page. */
  function focusFirstError() {
    const wrong = '[aria-invalid], [data-invalid] input:checked, [data-invalid] input, [data-invalid] button'
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(wrong)?.focus())
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    const meant = event.ctrlKey || event.metaKey
    // Enter in a line of text would send the form, and that costs money.
    if (meant || event.target instanceof HTMLInputElement) event.preventDefault()
    if (meant) void submit()
  })
  useEffect(() => {
    const element = form.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])

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
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain min-[960px]:grid min-[960px]:grid-cols-[300px_minmax(0,1fr)_260px] min-[960px]:grid-rows-[minmax(0,1fr)_auto] min-[960px]:overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="px-5 pt-5 min-[960px]:row-span-2 min-[960px]:overflow-y-auto min-[960px]:pb-5">
        {draft.way === 'script' ? <PictureOptions {...options} /> : <OrientationOptions {...options} />}
      </div>
      <div className="border-line p-5 min-[960px]:row-span-2 min-[960px]:overflow-y-auto min-[960px]:border-x">
        {draft.way === 'script' ? (
          <ScriptOptions {...options} account={account.data ?? null} />
        ) : (
          <PromptOptions {...options} />
        )}
      </div>
      <div className="border-t border-line p-5 min-[960px]:overflow-y-auto min-[960px]:border-t-0">
        <Summary look={look} draft={draft} account={account} />
      </div>
      <div className="sticky bottom-0 border-t border-line bg-surface p-5 max-[960px]:py-3.5 min-[960px]:border-t-0 min-[960px]:pt-0">
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
