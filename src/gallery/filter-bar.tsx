import { ChevronDown, Grid2x2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { avatarTypes, ownerships } from '#heygen/schemas/look.ts'
import { text } from '#messages/en.ts'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { activeFilters } from './filters.ts'
import { useDensityKeys } from './use-density-keys.ts'
import { useDensity, useFilters } from './use-filters.ts'

const loadViewMenu = () => import('./view-menu.tsx')
const loadPersonFilter = () => import('./person-filter.tsx')
const ViewMenu = lazy(async () => ({ default: (await loadViewMenu()).ViewMenu }))
const PersonFilter = lazy(async () => ({ default: (await loadPersonFilter()).PersonFilter }))

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
}

/** View, filters, count and view options: one line over the grid that stays in sight. */
export function FilterBar({ count, status, readonly }: FilterBarProps) {
  const [filters, change] = useFilters()
  const [density, setDensity] = useDensity()
  const [ready, setReady] = useState(false)
  // Which popup was clicked before its code was there: it then comes open.
  const [early, setEarly] = useState<'person' | 'view' | null>(null)
  useDensityKeys(density, setDensity)
  // The popups come after the page: they are large, and nobody opens one in the first second.
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 600)
    return () => clearTimeout(timer)
  }, [])

  const people = filters.view === 'people'
  const disabled = people ? { 'aria-disabled': true, title: text.filter.notForPeople } : {}
  const some = activeFilters(people ? { ...filters, type: null, group: null } : filters).length > 0
  const person = (
    <Chip
      pressed={!people && filters.group !== null}
      aria-haspopup="dialog"
      {...disabled}
      onClick={() => {
        setEarly(people ? null : 'person')
        setReady(true)
      }}
    >
      {text.filter.person}
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
    </Chip>
  )
  const view = (
    <IconButton
      label={text.settings.label}
      aria-haspopup="dialog"
      onClick={() => {
        setEarly('view')
        setReady(true)
      }}
    >
      <Grid2x2 size={18} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  )
  return (
    <div data-sticky className="sticky top-0 z-10 flex h-14 items-center gap-3 bg-page sm:top-14">
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
        {avatarTypes.map((type) => (
          <Chip
            key={type}
            pressed={!people && filters.type === type}
            {...disabled}
            onClick={() => people || change({ type: filters.type === type ? null : type })}
          >
            {text.type[type]}
          </Chip>
        ))}
        {!readonly && (
          <>
            <Divider />
            {ownerships.map((own) => (
              <Chip
                key={own}
                pressed={filters.own === own}
                onClick={() => change({ own: filters.own === own ? null : own })}
              >
                {text.ownership[own]}
              </Chip>
            ))}
          </>
        )}
        <Divider />
        {ready && !people ? (
          <Suspense fallback={person}>
            <PersonFilter
              group={filters.group}
              onChange={(group) => change({ group })}
              defaultOpen={early === 'person'}
            />
          </Suspense>
        ) : (
          person
        )}
        {some && (
          <button
            type="button"
            className="h-8 shrink-0 rounded-full px-3 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink"
            onClick={() => change({ type: null, own: null, group: null })}
          >
            {text.filter.clear}
          </button>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1 pr-[calc(var(--gutter)-8px)]">
        <span
          className="hidden min-w-30 text-right text-13 whitespace-nowrap text-ink-2 tabular-nums sm:inline-block"
          aria-hidden="true"
        >
          {count}
        </span>
        <span role="status" className="sr-only">
          {status}
        </span>
        {ready ? (
          <Suspense fallback={view}>
            <ViewMenu density={density} onDensity={setDensity} defaultOpen={early === 'view'} />
          </Suspense>
        ) : (
          view
        )}
      </div>
    </div>
  )
}

function Divider() {
  return <span className="h-5 w-px shrink-0 bg-line-2" aria-hidden="true" />
}
