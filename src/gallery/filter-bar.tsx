import { useQueryClient } from '@tanstack/react-query'
import { Grid2x2 } from 'lucide-react'
import { useEffect } from 'react'
import { avatarTypes, ownerships } from '#heygen/schemas/look.ts'
import { text } from '#messages/en.ts'
import { lookQueries } from '#queries/looks.ts'
import type { FacetCounts } from '#search/protocol.ts'
import type { FacetName, Picks } from '#search/query.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { usePart } from '#ui/use-part.ts'
import { usePopup } from '#ui/use-popup.ts'
import { FacetChip } from './facet-chip.tsx'
import { activeFacets, apiFilters } from './filters.ts'
import { MoreFilters } from './more-filters.tsx'
import { partFailed } from './part-failed.ts'
import { PersonChip } from './person-chip.tsx'
import { useDensityKeys } from './use-density-keys.ts'
import { useDensity, useFilters } from './use-filters.ts'

const loadViewMenu = async () => (await import('./view-menu.tsx')).ViewMenu
const loadIndexStatus = async () => (await import('./index-status.tsx')).IndexStatus

const viewOptions = [
  { value: 'looks', label: text.view.looks },
  { value: 'people', label: text.view.people },
] as const

export interface FilterBarProps {
  /** "112 looks", or nothing while it is not known. */
  count: string
  /** What a screen reader hears when the list is another one, or whole. */
  status: string
  readonly: boolean
  /** What the index counts; null until it has answered. */
  facets: { counts: FacetCounts; growing: boolean } | null
}

/** View, filters, count and view options: one line over the grid that stays in sight. */
export function FilterBar({ count, status, readonly, facets }: FilterBarProps) {
  const [filters, change] = useFilters()
  const [density, setDensity] = useDensity()
  const { button, popup, Popup } = usePopup(loadViewMenu, partFailed)
  // Before the index has answered it has nothing to say.
  const { Part: IndexStatus } = usePart(loadIndexStatus, facets !== null, partFailed)
  useDensityKeys(density, setDensity)
  // The popups' code comes after the page, so that the first click need not wait for it.
  useEffect(() => {
    const timer = setTimeout(() => {
      const parts = [import('./view-menu.tsx'), import('./person-filter.tsx'), import('./facet-menu.tsx')]
      // Where it fails now, the click tries again and says so.
      void Promise.all(parts).catch(() => undefined)
    }, 600)
    return () => clearTimeout(timer)
  }, [])

  const { picks, q } = filters
  const client = useQueryClient()
  // Asks beside the rendering, which is some of the way that the answer has to come.
  const onNear = (name: FacetName, picked: Picks) => {
    const asked = apiFilters({ q, picks: { ...picks, [name]: picked } })
    if (asked && filters.view === 'looks') void client.prefetchInfiniteQuery(lookQueries.list(asked))
  }
  const onPick = (name: FacetName, picked: Picks) => {
    onNear(name, picked)
    change({ picks: { ...picks, [name]: picked } })
  }
  const chips = (name: 'type' | 'own', values: readonly string[]) => {
    const counts = facets && new Map(facets.counts[name])
    return values.map((value) => (
      <FacetChip
        key={value}
        name={name}
        value={value}
        picks={picks[name]}
        onPick={onPick}
        onNear={onNear}
        // Nothing so far is no count yet.
        count={facets && counts ? (counts.get(value) ?? (facets.growing ? undefined : 0)) : undefined}
        more={facets?.growing ?? false}
        roomy
      />
    ))
  }
  return (
    <search data-sticky className="sticky top-0 z-10 flex h-14 items-center gap-3 bg-page sm:top-14">
      <div
        role="group"
        aria-label={text.filter.label}
        className="-my-2 flex min-w-0 flex-1 scroll-px-4 [scrollbar-width:none] items-center gap-2 overflow-x-auto [mask-image:linear-gradient(to_right,#000_calc(100%-24px),transparent)] py-2 pr-6 pl-(--gutter)"
      >
        <Segmented
          label={text.view.label}
          value={filters.view}
          options={viewOptions}
          onChange={(value) => change({ view: value })}
          className="mr-1"
        />
        <Divider />
        {chips('type', avatarTypes)}
        {!readonly && (
          <>
            <Divider />
            {chips('own', ownerships)}
          </>
        )}
        <Divider />
        <PersonChip picks={picks.group} onPick={onPick} />
        <MoreFilters picks={picks} onPick={onPick} />
        {(q !== '' || activeFacets(picks).length > 0) && (
          <button
            type="button"
            className="h-8 shrink-0 rounded-full px-3 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink"
            onClick={(event) => {
              change({ q: '', picks: {} })
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
        {/* A new element for each count: right-aligned text that grows would count as a layout shift. */}
        <span
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

function Divider() {
  return <span className="h-5 w-px shrink-0 bg-line-2" aria-hidden="true" />
}
