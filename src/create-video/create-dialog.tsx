import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { text } from '#messages/en.ts'
import { accountQueries } from '#queries/account.ts'
import { describeError, isNotFound } from '#queries/describe-error.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import type { Outcome } from '#queries/orders.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Message } from '#ui/message.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useTitle } from '#ui/use-title.ts'
import { CreateForm, type PlaceOrder } from './create-form.tsx'
import { Placed } from './placed.tsx'
import { useDraft } from './use-draft.ts'

export interface CreateDialogProps {
  lookId: string
  place: PlaceOrder
  onClose: () => void
}

const ways = (['script', 'prompt'] as const).map((value) => ({ value, label: createText.way[value] }))

/** Makes a video with one look, over whatever page it was opened on. */
export function CreateDialog(props: CreateDialogProps) {
  const { lookId, onClose } = props
  const client = useQueryClient()
  const query = useQuery({ ...lookQueries.detail(lookId), placeholderData: () => knownLook(client, lookId) })
  const look = query.data
  const popup = useRef<HTMLDivElement>(null)
  useTitle(text.title.of(createText.title))
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45 transition-opacity duration-140 data-starting-style:opacity-0 dark:bg-black/60" />
          <Dialog.Popup
            ref={popup}
            data-dialog
            initialFocus={() => popup.current?.querySelector<HTMLElement>('textarea') ?? popup.current}
            className="fixed inset-0 z-50 m-auto flex w-full flex-col overflow-hidden bg-surface text-ink shadow-panel outline-none transition-[opacity,scale] duration-140 data-starting-style:scale-98 data-starting-style:opacity-0 sm:h-[min(712px,calc(100dvh-48px))] sm:w-[min(1080px,calc(100vw-48px))] sm:rounded-panel"
          >
            {look ? (
              <Loaded key={look.id} {...props} look={look} popup={popup} />
            ) : (
              <>
                <Head onClose={onClose} />
                <Missing error={query.error} onClose={onClose} onRetry={() => void query.refetch()} />
              </>
            )}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}

function Head({ onClose, children }: { onClose: () => void; children?: ReactNode }) {
  return (
    <div className="flex min-h-15 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-3">
      <Dialog.Title className="text-16 font-semibold">{createText.title}</Dialog.Title>
      {children}
      <IconButton label={text.app.close} className="-mr-2 ml-auto" onClick={onClose}>
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

type PlacedOutcome = Extract<Outcome, { state: 'accepted' | 'unknown' }>

function Loaded({
  look,
  place,
  onClose,
  popup,
}: CreateDialogProps & { look: Look; popup: RefObject<HTMLElement | null> }) {
  const client = useQueryClient()
  const [draft, change] = useDraft(look)
  const [placed, setPlaced] = useState<PlacedOutcome | null>(null)

  function onPlaced(outcome: PlacedOutcome) {
    void client.invalidateQueries({ queryKey: accountQueries.me().queryKey })
    setPlaced(outcome)
    // It is with its render now; what was chosen for the look stays for the next one.
    if (outcome.state === 'accepted') change({ script: '', prompt: '', title: '' })
  }
  function again() {
    setPlaced(null)
    requestAnimationFrame(() => popup.current?.querySelector('textarea')?.focus())
  }
  return (
    <>
      <Head onClose={onClose}>
        {!placed && (
          <Segmented
            label={createText.way.label}
            value={draft.way}
            options={ways}
            onChange={(way) => change({ way })}
          />
        )}
        <Dialog.Description
          className="order-last min-w-0 basis-full truncate text-13 text-ink-2 sm:order-none sm:flex-1 sm:basis-0"
          dir="auto"
        >
          {nameOf(look)}
        </Dialog.Description>
      </Head>
      {placed ? (
        <Placed outcome={placed} onAgain={again} onClose={onClose} />
      ) : (
        <CreateForm look={look} draft={draft} change={change} place={place} onPlaced={onPlaced} />
      )}
    </>
  )
}

interface MissingProps {
  error: Error | null
  onClose: () => void
  onRetry: () => void
}

function Missing({ error, onClose, onRetry }: MissingProps) {
  if (!error) return <div role="status" aria-label={dialogText.loading} className="min-h-141 bg-surface" />
  if (isNotFound(error))
    return (
      <Message title={text.look.notFound} hint={text.look.notFoundHint}>
        <Button onClick={onClose}>{text.app.close}</Button>
      </Message>
    )
  const { title, hint, request } = describeError(error, navigator.onLine)
  return (
    <div role="alert">
      <Message title={title} hint={hint} note={request && text.error.request(request)}>
        <Button onClick={onRetry}>{text.app.retry}</Button>
      </Message>
    </div>
  )
}
