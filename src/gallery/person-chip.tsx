import { useQuery } from '@tanstack/react-query'
import { ChevronDown, X } from 'lucide-react'
import { nameOf } from '#looks/look-words.ts'
import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { isExcluded, valueOf, type FacetName, type Picks } from '#search/query.ts'
import { Chip } from '#ui/chip.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { partFailed } from './part-failed.ts'

const loadPersonFilter = async () => (await import('./person-filter.tsx')).PersonFilter

export interface PersonChipProps {
  picks: Picks | undefined
  onPick: (name: FacetName, picks: Picks) => void
}

const noPicks: Picks = []

/** The people whose looks are shown; opens a searchable list of everyone. */
export function PersonChip({ picks = noPicks, onPick }: PersonChipProps) {
  const { button, popup, Popup } = usePopup(loadPersonFilter, partFailed)
  const [first] = picks
  const only = first !== undefined && picks.length === 1 ? valueOf(first) : null
  const chosen = useQuery({ ...groupQueries.detail(only ?? ''), enabled: only !== null })
  const name = chosen.data ? nameOf(chosen.data) : (only ?? '')
  const label = only === null ? searchText.people(picks.length) : name
  const excluded = picks.length > 0 && picks.every(isExcluded)
  return (
    <>
      <Chip pressed={picks.length > 0} excluded={excluded} className="max-w-52" {...button}>
        {excluded && <span className="sr-only">{searchText.not}</span>}
        <span className="truncate">{picks.length === 0 ? text.filter.person : label}</span>
        <ChevronDown size={14} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />
      </Chip>
      {picks.length > 0 && (
        <button
          type="button"
          aria-label={text.filter.personClear(label)}
          title={text.filter.personClear(label)}
          className="-ml-1 inline-flex size-8 shrink-0 items-center justify-center rounded-full text-ink-2 hover:bg-well hover:text-ink"
          onClick={() => {
            onPick('group', [])
            // This button goes; the focus stays beside it.
            button.ref.current?.focus()
          }}
        >
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      {Popup && (
        <Popup
          {...popup}
          groups={picks.filter((pick) => !isExcluded(pick))}
          onChange={(groups) => onPick('group', [...picks.filter(isExcluded), ...groups])}
        />
      )}
    </>
  )
}
