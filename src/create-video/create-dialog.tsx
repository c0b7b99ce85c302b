import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { lookText } from '#messages/en-look.ts'
import { text } from '#messages/en.ts'
import { accountQueries } from '#queries/account.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { keepLinks } from '#queries/keep-links.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { CreateForm, type PlaceOrder } from './create-form.tsx'
import { DialogFrame, DialogHead } from './dialog-frame.tsx'
import { Placed, type PlacedOutcome } from './placed.tsx'
import { useDraft } from './use-draft.ts'

export interface CreateDialogProps {
  lookId: string
  place: PlaceOrder
  /** An error in words, with a way to try again. */
  Failure: ComponentType<{ error: Error; onRetry: () => void }>
  onClose: () => void
}

const ways = (['script', 'prompt'] as const).map((value) => ({ value, label: createText.way[value] }))

/** Makes a video with one look, over whatever page it was opened on. */
export function CreateDialog(props: CreateDialogProps) {
  const { lookId, Failure, onClose } = props
  const client = useQueryClient()
  const query = useQuery({ ...lookQueries.detail(lookId), placeholderData: () => knownLook(client, lookId) })
  const known = knownLook(client, lookId)
  const look = query.data && known ? keepLinks(query.data, known) : query.data
  return (
    <DialogFrame onClose={onClose}>
      {look ? (
        <Loaded key={look.id} {...props} look={look} />
      ) : (
        <>
          <DialogHead onClose={onClose} />
          {query.error && !isNotFound(query.error) ? (
            <Failure error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Missing gone={query.error !== null} onClose={onClose} />
          )}
        </>
      )}
    </DialogFrame>
  )
}

function Loaded({ look, place, onClose }: Omit<CreateDialogProps, 'Failure'> & { look: Look }) {
  const client = useQueryClient()
  const form = useRef<HTMLDivElement>(null)
  const [draft, change] = useDraft(look)
  const [placed, setPlaced] = useState<PlacedOutcome | null>(null)

  function onPlaced(outcome: PlacedOutcome) {
    void client.invalidateQueries({ queryKey: accountQueries.me().queryKey })
    setPlaced(outcome)
    // It is with its render now; what was chosen for the look stays for the next one.
    if (outcome.state === 'accepted') change({ script: '', prompt: '', title: '' })
  }
  function again() {
    // At once: the dialog takes a focus that was lost for longer than the click.
    flushSync(() => setPlaced(null))
    form.current?.querySelector('textarea')?.focus()
  }
  return (
    <>
      <DialogHead about={nameOf(look)} onClose={onClose}>
        {!placed && (
          <Segmented
            label={createText.way.label}
            value={draft.way}
            options={ways}
            onChange={(way) => change({ way })}
          />
        )}
      </DialogHead>
      <div ref={form} className="contents">
        {placed ? (
          <Placed outcome={placed} onAgain={again} onClose={onClose} />
        ) : (
          <CreateForm look={look} draft={draft} change={change} place={place} onPlaced={onPlaced} />
        )}
      </div>
    </>
  )
}

/** Not known to HeyGen, or not yet here. */
function Missing({ gone, onClose }: { gone: boolean; onClose: () => void }) {
  if (!gone) return <div role="status" aria-label={dialogText.loading} className="min-h-141 bg-surface" />
  return (
    <Message title={lookText.notFound} hint={lookText.notFoundHint}>
      <Button onClick={onClose}>{text.app.close}</Button>
    </Message>
  )
}
