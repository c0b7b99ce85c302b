import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import { facetWord } from '#search/facet-labels.ts'
import { stateOf, toggle, type FacetName, type Picks } from '#search/query.ts'
import { Chip } from '#ui/chip.tsx'
import { useLongPress } from '#ui/use-long-press.ts'

export interface FacetChipProps {
  name: FacetName
  value: string
  picks: Picks | undefined
  onPick: (name: FacetName, picks: Picks) => void
  /** Told what the click will pick, when the pointer's button goes down. */
  onNear?: (name: FacetName, picks: Picks) => void
  /** Looks it would show; undefined while nothing is known. */
  count?: number | undefined
  /** The count may grow. */
  more?: boolean
  /** Keeps room for the count, so that it moves nothing when it comes. */
  roomy?: boolean
}

/** A value of a facet that can be taken in, or, by Alt or a long press, left out. */
export function FacetChip(props: FacetChipProps) {
  // Whatever has it drawn again brings other picks, counts or handlers: what a compiler would keep is never used.
  'use no memo'
  const { name, value, picks, onPick, onNear, count, more = false, roomy } = props
  const state = stateOf(picks, value)
  const word = facetWord(name, value)
  const clicked = (alt: boolean) => toggle(picks, value, alt ? 'out' : (state ?? 'in'))
  const exclude = () => onPick(name, clicked(true))
  const held = useLongPress(exclude, ({ altKey }) => onNear?.(name, clicked(altKey)))
  return (
    <Chip
      pressed={state !== null}
      excluded={state === 'out'}
      title={[count !== undefined && text.count.looks(count, more), searchText.excludeHint]
        .filter(Boolean)
        .join('. ')}
      {...held}
      onClick={(event) => onPick(name, clicked(event.altKey))}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        exclude()
      }}
    >
      {state === 'out' && <span className="sr-only">{searchText.not}</span>}
      {word}
      {(count !== undefined || roomy) && (
        <span
          aria-hidden="true"
          className={`text-12 font-normal tabular-nums ${state === null ? 'text-ink-2' : ''} ${roomy ? 'min-w-[3ch]' : ''}`}
        >
          {count !== undefined && searchText.count(count, more)}
        </span>
      )}
    </Chip>
  )
}
