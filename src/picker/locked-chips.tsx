import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { nameOf } from '#looks/look-words.ts'
import { pickerText } from '#messages/en-picker.ts'
import { searchText } from '#messages/en-search.ts'
import { groupQueries } from '#queries/groups.ts'
import { facetWord } from '#search/facet-labels.ts'
import { isExcluded, valueOf, type FacetName, type Picks } from '#search/query.ts'
import { Chip } from '#ui/chip.tsx'

/** What the host has set in a facet, for reading. A facet that it left open to nothing has nothing to show. */
export function LockedChips({ name, picks }: { name: FacetName; picks: Picks | undefined }) {
  return picks?.map((pick) => <LockedChip key={pick} name={name} pick={pick} />)
}

function LockedChip({ name, pick }: { name: FacetName; pick: string }) {
  const value = valueOf(pick)
  const person = useQuery({ ...groupQueries.detail(value), enabled: name === 'group' })
  const word = name === 'group' ? (person.data ? nameOf(person.data) : value) : facetWord(name, value)
  return (
    <Chip
      pressed
      excluded={isExcluded(pick)}
      // Not `disabled`: it can be reached, to hear why.
      aria-disabled
      title={pickerText.locked}
      // To be read all the same, and nothing happens under the pointer.
      className="max-w-52 hover:bg-accent-wash! aria-disabled:opacity-100!"
    >
      <Lock size={14} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />
      <span className="truncate">
        {isExcluded(pick) && <span className="sr-only">{searchText.not}</span>}
        {word}
      </span>
      <span className="sr-only">. {pickerText.locked}</span>
    </Chip>
  )
}
