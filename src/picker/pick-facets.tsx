import { SlidersHorizontal } from 'lucide-react'
import { partFailed } from '#gallery/part-failed.ts'
import { searchText } from '#messages/en-search.ts'
import { facetWord, indexFacets } from '#search/facet-labels.ts'
import { isExcluded, valueOf, type FacetName, type FacetPicks, type Picks } from '#search/query.ts'
import { Chip } from '#ui/chip.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { LockedChips } from './locked-chips.tsx'

const loadFacetMenu = async () => (await import('#gallery/facet-menu.tsx')).FacetMenu

export interface PickFacetsProps {
  picks: FacetPicks
  locked: readonly FacetName[]
  onPick: (name: FacetName, picks: Picks) => void
}

/** All other facets: those that are free in the menu and beside it, the locked ones beside it only. */
export function PickFacets({ picks, locked, onPick }: PickFacetsProps) {
  const { button, popup, Popup } = usePopup(loadFacetMenu, partFailed)
  return (
    <>
      <Chip pressed={false} {...button}>
        <SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden="true" />
        {searchText.facets.label}
      </Chip>
      {Popup && <Popup {...popup} picks={picks} without={locked} onPick={onPick} />}
      {indexFacets.map((name) =>
        locked.includes(name) ? (
          <LockedChips key={name} name={name} picks={picks[name]} />
        ) : (
          picks[name]?.map((pick) => (
            <Chip
              key={`${name} ${pick}`}
              pressed
              excluded={isExcluded(pick)}
              title={searchText.facet[name]}
              onClick={() => {
                onPick(name, picks[name]?.filter((other) => other !== pick) ?? [])
                // This chip goes; the focus stays beside it.
                button.ref.current?.focus()
              }}
            >
              {isExcluded(pick) && <span className="sr-only">{searchText.not}</span>}
              {facetWord(name, valueOf(pick))}
            </Chip>
          ))
        ),
      )}
    </>
  )
}
