import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ComponentType, type ReactNode } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { lookText } from '#messages/en-look.ts'
import { text } from '#messages/en.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { keepLinks } from '#queries/keep-links.ts'
import { knownLook, lookQueries, type LookFilters } from '#queries/looks.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { ErrorMessage } from './error-message.tsx'
import { LookDetail } from './look-detail.tsx'
import { useLooksInOrder } from './use-looks-in-order.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface LookPanelProps {
  lookId: string
  /** The API's list it was opened from, whose order gives the neighbours; null for a list of the index. */
  filters: LookFilters | null
  /** It covers the page, which cannot be used meanwhile. */
  modal: boolean
  /** A dialog is over it, and has the keys. */
  covered: boolean
  onClose: () => void
  /** Goes to another look in its place. */
  onGo: (id: string) => void
  hrefOf: (id: string) => string
  /** What can be done with the look, at the panel's foot. */
  Actions: ComponentType<{ look: Look }>
}

/** One look in full: beside the grid where there is room, over it where there is not. */
export function LookPanel({
  lookId,
  filters,
  modal,
  covered,
  onClose,
  onGo,
  hrefOf,
  Actions,
}: LookPanelProps) {
  const client = useQueryClient()
  const panel = useRef<HTMLDivElement>(null)
  const listing = useLooksInOrder(filters)
  const index = listing.items.findIndex((look) => look?.id === lookId)
  const known = knownLook(client, lookId) ?? listing.items[index]
  const query = useQuery({ ...lookQueries.detail(lookId), placeholderData: () => known })
  const previous = listing.items[index - 1]
  const next = index < 0 ? undefined : listing.items[index + 1]

  // Keys can come faster than the router shows what they lead to: each step counts from the last one asked for.
  const at = useRef(lookId)
  useLayoutEffect(() => {
    at.current = lookId
  }, [lookId])
  function step(by: 1 | -1) {
    const from = listing.items.findIndex((item) => item?.id === at.current)
    const target = from < 0 ? undefined : listing.items[from + by]
    if (!target) return
    at.current = target.id
    onGo(target.id)
  }

  // Before it is painted: a panel in sight hears its keys.
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const { loadMore, onRange } = listing
  const nearEnd = index >= 0 && index > listing.items.length - 4
  useEffect(() => {
    if (nearEnd) loadMore()
  })
  useEffect(() => {
    if (index >= 0) onRange?.(Math.max(0, index - 1), index + 2)
  }, [index, onRange])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (covered || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    if (event.key === 'Escape') return onClose()
    const { target } = event
    const free = target === document.body || (target instanceof Node && panel.current?.contains(target))
    if (!free || (target instanceof Element && target.matches('input, textarea, select, [role=tab]'))) return
    if (event.key === 'ArrowLeft') step(-1)
    if (event.key === 'ArrowRight') step(1)
  })
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const look = query.data && known ? keepLinks(query.data, known) : query.data
  useTitle(text.title.of(look ? nameOf(look) : lookText.panel))
  return (
    <div
      ref={panel}
      role="dialog"
      aria-modal={modal}
      aria-label={look ? nameOf(look) : lookText.panel}
      tabIndex={-1}
      className="look-panel fixed inset-0 z-30 flex flex-col border-line bg-surface outline-none lg:left-auto lg:w-120 lg:border-l lg:shadow-panel"
    >
      <div className="flex h-14 shrink-0 items-center gap-1 pr-3 pl-5">
        <p className="flex-1 text-13 text-ink-2 tabular-nums">
          {index >= 0 && lookText.position(index + 1, listing.items.length, listing.hasMore)}
        </p>
        <IconButton label={lookText.previous} aria-disabled={!previous} onClick={() => step(-1)}>
          <ChevronLeft {...icon} />
        </IconButton>
        <IconButton label={lookText.next} aria-disabled={!next} onClick={() => step(1)}>
          <ChevronRight {...icon} />
        </IconButton>
        <IconButton label={text.app.close} onClick={onClose}>
          <X {...icon} />
        </IconButton>
      </div>
      <div key={lookId} data-scroller className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-8">
        {look ? (
          <LookDetail key={look.id} look={look} hrefOf={hrefOf} onGo={onGo} />
        ) : (
          <Missing error={query.error} onClose={onClose} onRetry={() => void query.refetch()} />
        )}
      </div>
      {look && (
        <div className="flex shrink-0 gap-2 border-t border-line px-5 py-3.5 empty:hidden">
          <Actions look={look} />
        </div>
      )}
    </div>
  )
}

interface MissingProps {
  error: Error | null
  onClose: () => void
  onRetry: () => void
}

function Missing({ error, onClose, onRetry }: MissingProps): ReactNode {
  if (error && isNotFound(error))
    return (
      <Message title={lookText.notFound} hint={lookText.notFoundHint}>
        <Button onClick={onClose}>{text.app.home}</Button>
      </Message>
    )
  if (error) return <ErrorMessage error={error} onRetry={onRetry} />
  return (
    <div aria-busy="true" aria-label={text.grid.loading} role="status">
      <div className="aspect-4/5 max-h-[60vh] w-full rounded-media bg-well" />
      <div className="mt-5 h-6 w-1/2 rounded-control bg-well" />
      <div className="mt-3 h-4 w-1/3 rounded-control bg-well" />
    </div>
  )
}
