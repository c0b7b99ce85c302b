import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router'
import { SearchBox } from '#gallery/search-box.tsx'
import { selection } from '#gallery/selection/selection.ts'
import { useFilters } from '#gallery/use-filters.ts'
import { pickerText } from '#messages/en-picker.ts'
import { heldSearch, type PickerOptions } from './options.ts'
import { PickBar } from './pick-bar.tsx'
import { PickFoot } from './pick-foot.tsx'
import type { PickerPageProps } from './picker-page.tsx'
import type { Session } from './session.ts'
import { useCancelKey } from './use-cancel-key.ts'
import { useConfirm } from './use-confirm.ts'
import { useSeenFocus } from './use-seen-focus.ts'

export interface OpenPickerProps extends PickerPageProps {
  options: PickerOptions
  origin: string
  session: Session
}

/** A host is there and waits for a choice. */
export function OpenPicker({ options, origin, session, List }: OpenPickerProps) {
  const begun = useHeldFilters(options)
  const [filters, change] = useFilters()
  const location = useLocation()
  const [first] = useState(location)
  const pop = useNavigationType() === NavigationType.Pop
  const frame = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLElement>(null)
  const choice = useConfirm(options, session)
  const { multiple, preselected, max } = options

  useEffect(() => selection.begin(preselected, { max, kept: false }), [preselected, max])
  useCancelKey(session.cancel)
  useSeenFocus(foot)
  useEffect(() => {
    // Where there is a keyboard, the way begins with what one looks for; a phone would open its own over the looks.
    const start = matchMedia('(hover: hover)').matches ? 'input[type=search]' : '#main'
    if (begun) frame.current?.querySelector<HTMLElement>(start)?.focus({ preventScroll: true })
  }, [begun])

  const people = filters.view === 'people'
  function onOpen(_: string, id: string) {
    if (people) change({ view: 'looks', picks: { ...filters.picks, group: [id] } })
    else choice.toggle(id)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof Element)) return
    const sends = event.ctrlKey || event.metaKey
    const card = event.target.closest<HTMLElement>('a.card-link')?.parentElement
    const takes = card && !multiple && !people && !event.shiftKey && !event.altKey
    if (!sends && !takes) return
    event.preventDefault()
    event.stopPropagation()
    if (sends) choice.confirm()
    else if (card?.dataset.card) choice.take(card.dataset.card)
  }

  return (
    <div
      ref={frame}
      onKeyDownCapture={onKeyDown}
      onClickCapture={keepHere}
      // A card here is for choosing: what makes a video or copies an id of it is left out.
      className="flex flex-1 flex-col [&_.card-button.copy]:hidden [&_.card-button.create]:hidden"
    >
      <header data-sticky className="sticky top-0 z-20 flex h-14 items-center gap-3 bg-page px-(--gutter)">
        <p className="hidden min-w-0 shrink-0 text-16 font-semibold tracking-[-0.01em] sm:block">
          {multiple ? pickerText.title.several : pickerText.title.one}{' '}
          <span className="text-13 font-normal tracking-normal text-ink-2">
            {pickerText.asks(new URL(origin).host)}
          </span>
        </p>
        <div className="flex min-w-0 flex-1 justify-end">
          <SearchBox elsewhere={false} />
        </div>
      </header>
      <div className="flex-1">
        {begun && (
          <List
            Bar={PickBar}
            navigation={{
              hrefOf: (id) => `${people ? '/people' : '/looks'}/${encodeURIComponent(id)}`,
              onOpen,
              onCreate: () => {},
              onNearCreate: () => {},
              currentId: null,
              positionKey: location.key,
              returning: pop && location !== first,
            }}
          />
        )}
      </div>
      <PickFoot ref={foot} multiple={multiple} choice={choice} onCancel={session.cancel} />
    </div>
  )
}

/** Links lead elsewhere, where this page may not go; cards are answered by the grid, and open a tab if that is asked. */
function keepHere(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link && !link.matches('.card-link')) event.preventDefault()
}

/** Brings the host's filters into the address, and keeps there those that it locked. Says when that is done. */
function useHeldFilters(options: PickerOptions): boolean {
  const { search } = useLocation()
  const navigate = useNavigate()
  const [begun, setBegun] = useState(false)
  const held = heldSearch(search, options, !begun)
  // The address may say the same in another order.
  const same = held === heldSearch(search, { ...options, filters: null, locked: [] }, false)
  if (same && !begun) setBegun(true)
  useEffect(() => {
    if (!same) void navigate({ search: held }, { replace: true })
  }, [same, held, navigate])
  return begun
}
