import { Grid2x2 } from 'lucide-react'
import { FacetChip } from '#gallery/facet-chip.tsx'
import type { FilterBarProps } from '#gallery/filter-bar.tsx'
import { activeFacets } from '#gallery/filters.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { PersonChip } from '#gallery/person-chip.tsx'
import { useDensityKeys } from '#gallery/use-density-keys.ts'
import { useDensity, useFilters } from '#gallery/use-filters.ts'
import { avatarTypes, ownerships } from '#heygen/schemas/look.ts'
import { text } from '#messages/en.ts'
import type { FacetName, Picks } from '#search/query.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { usePart } from '#ui/use-part.ts'
import { usePopup } from '#ui/use-popup.ts'
import { LockedChips } from './locked-chips.tsx'
import { holdLocked } from './options.ts'
import { usePicker } from './own-session.ts'
import { PickFacets } from './pick-facets.tsx'

const loadViewMenu = async () => (await import('#gallery/view-menu.tsx')).ViewMenu
const loadIndexStatus = async () => (await import('#gallery/index-status.tsx')).IndexStatus

const viewOptions = [
  { value: 'looks', label: text.view.looks },
  { value: 'people', label: text.view.people },
] as const

const values = { type: avatarTypes, own: ownerships }

/** The gallery's filters, but for those that the host has locked, which are shown only. */
export function PickBar({ count, status, readonly, facets }: FilterBarProps) {
  const [{ phase, ...state }] = usePicker()
  const options = phase === 'open' && 'options' in state ? state.options : null
  const [filters, change] = useFilters()
  const [density, setDensity] = useDensity()
  const { button, popup, Popup } = usePopup(loadViewMenu, partFailed)
  const { Part: IndexStatus } = usePart(loadIndexStatus, facets !== null, partFailed)
  useDensityKeys(density, setDensity)
  if (!options) return null

  const { picks, q } = filters
  const { locked } = options
  const isLocked = (name: FacetName) => locked.includes(name)
  const onPick = (name: FacetName, picked: Picks) => change({ picks: { ...picks, [name]: picked } })
  const free = activeFacets(picks).filter((name) => !isLocked(name))
  const chips = (name: 'type' | 'own') => {
    if (isLocked(name)) return <LockedChips name={name} picks={picks[name]} />
    const counts = facets && new Map(facets.counts[name])
    return values[name].map((value) => (
      <FacetChip
        key={value}
        name={name}
        value={value}
        picks={picks[name]}
        onPick={onPick}
        count={facets && counts ? (counts.get(value) ?? (facets.growing ? undefined : 0)) : undefined}
        more={facets?.growing ?? false}
        roomy
      />
    ))
  }
  return (
    <search data-sticky className="sticky top-14 z-10 flex h-14 items-center gap-3 bg-page">
      <div
        role="group"
        aria-label={text.filter.label}
        className="-my-2 flex min-w-0 flex-1 scroll-px-4 [scrollbar-width:none] items-center gap-2 overflow-x-auto [mask-image:linear-gradient(to_right,#000_calc(100%-24px),transparent)] py-2 pr-6 pl-(--gutter)"
      >
        {!isLocked('group') && (
          <Segmented
            label={text.view.label}
            value={filters.view}
            options={viewOptions}
            onChange={(view) => change({ view })}
            className="mr-1"
          />
        )}
        {chips('type')}
        {!readonly && chips('own')}
        {isLocked('group') ? (
          <LockedChips name="group" picks={picks.group} />
        ) : (
          <PersonChip picks={picks.group} onPick={onPick} />
        )}
        <PickFacets picks={picks} locked={locked} onPick={onPick} />
        {(q !== '' || free.length > 0) && (
          <button
            type="button"
            className="h-8 shrink-0 rounded-full px-3 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink"
            onClick={(event) => {
              change({ q: '', picks: holdLocked({}, options) })
              // This button goes; the focus stays among the filters.
              event.currentTarget.parentElement?.querySelector('button')?.focus()
            }}
          >
            {text.filter.clear}
          </button>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1 pr-[calc(var(--gutter)-8px)]">
        {IndexStatus && <IndexStatus />}
        <span
          // A new element for each count: right-aligned text that grows would count as a layout shift.
          key={count}
          className="hidden min-w-30 text-right text-13 whitespace-nowrap text-ink-2 tabular-nums sm:inline-block"
          aria-hidden="true"
        >
          {count}
        </span>
        <span role="status" className="sr-only">
          {status}
        </span>
        <IconButton label={text.settings.label} {...button}>
          <Grid2x2 size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        {Popup && <Popup {...popup} density={density} onDensity={setDensity} />}
      </div>
    </search>
  )
}
