import { CircleCheck, CircleHelp } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { dialogText } from '#messages/en-create-dialog.ts'
import { text } from '#messages/en.ts'
import type { Outcome } from '#queries/orders.ts'
import { Button, ButtonLink } from '#ui/button.tsx'

export type PlacedOutcome = Extract<Outcome, { state: 'accepted' | 'unknown' }>

interface PlacedProps {
  outcome: PlacedOutcome
  /** Left out: that it is being made. */
  title?: string
  onAgain?: () => void
  onClose: () => void
}

/** What the dialog says once the order is out of its hands. */
export function Placed({ outcome, title = dialogText.accepted, onAgain, onClose }: PlacedProps) {
  const accepted = outcome.state === 'accepted'
  const follow = useRef<HTMLAnchorElement>(null)
  // The field that had the focus is gone; the next thing to do takes it. In the same commit: the
  // dialog would take it for itself a frame after it was lost.
  useLayoutEffect(() => follow.current?.focus(), [])
  const Icon = accepted ? CircleCheck : CircleHelp
  return (
    <div role="status" className="m-auto flex flex-col items-center px-6 py-24 text-center">
      <Icon size={32} strokeWidth={1.5} aria-hidden="true" className={accepted ? 'text-good' : 'text-warn'} />
      <h3 className="mt-4 text-20 font-semibold">{accepted ? title : dialogText.unknown}</h3>
      <p className="mt-1.5 text-14 text-ink-2">
        {accepted ? dialogText.acceptedHint : dialogText.unknownHint}
      </p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <ButtonLink
          ref={follow}
          variant="main"
          replace
          to={accepted && onAgain ? `/renders/${encodeURIComponent(outcome.id)}` : '/renders'}
        >
          {dialogText.follow}
        </ButtonLink>
        {accepted && onAgain && <Button onClick={onAgain}>{dialogText.again}</Button>}
        <Button variant="quiet" onClick={onClose}>
          {text.app.close}
        </Button>
      </div>
    </div>
  )
}
