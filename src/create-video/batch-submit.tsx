import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { Button } from '#ui/button.tsx'
import { RefusalNote } from './refusal-note.tsx'
import type { RefusalWords } from './server-errors.ts'

interface BatchSubmitProps {
  /** Videos that would be made. */
  count: number
  price: string | null
  blocked: string | null
  stage: 'editing' | 'confirming' | 'sending'
  refusal: RefusalWords | null
  onBack: () => void
}

/** The two clicks that spend it. */
export function BatchSubmit({ count, price, blocked, stage, refusal, onBack }: BatchSubmitProps) {
  const off = blocked !== null || count === 0 || stage === 'sending'
  return (
    <div className="flex flex-col gap-3">
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
  )
}
