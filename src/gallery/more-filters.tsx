import { SlidersHorizontal } from 'lucide-react'
import { searchText } from '#messages/en-search.ts'
import { facetWord, indexFacets } from '#search/facet-labels.ts'
import { isExcluded, valueOf, type FacetName, type FacetPicks, type Picks } from '#search/query.ts'
import { Chip } from '#ui/chip.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { partFailed } from './part-failed.ts'

const loadFacetMenu = async () => (await import('./facet-menu.tsx')).FacetMenu

export interface MoreFiltersProps {
  picks: FacetPicks
  onPick: (name: FacetName, picks: Picks) => void
}

/** Opens all other facets; what is picked in them stands beside it and goes with a click. */
export function MoreFilters({ picks, onPick }: MoreFiltersProps) {
  const { button, popup, Popup } = usePopup(loadFacetMenu, partFailed)
  const picked = indexFacets.flatMap((name) => (picks[name] ?? []).map((pick) => ({ name, pick })))
  return (
    <>
      <Chip pressed={false} {...button}>
        <SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden="true" />
        {searchText.facets.label}
      </Chip>
      {Popup && <Popup {...popup} picks={picks} onPick={onPick} />}
      {picked.map(({ name, pick }) => (
        <Chip
          key={`${name} ${pick}`}
          pressed
          excluded={isExcluded(pick)}
          title={searchText.facet[name]}
          onClick={() => {
            onPick(
              name,
              (picks[name] ?? []).filter((other) => other !== pick),
            )
            // This chip goes; the focus stays beside it.
            button.ref.current?.focus()
          }}
        >
          {isExcluded(pick) && <span className="sr-only">{searchText.not}</span>}
          {facetWord(name, valueOf(pick))}
        </Chip>
      ))}
    </>
  )
}
