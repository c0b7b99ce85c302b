import { useState } from 'react'
import { Link } from 'react-router'
import { facetMenuText } from '#messages/en-facet-menu.ts'
import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import { indexFacets } from '#search/facet-labels.ts'
import { valueOf, type FacetName, type FacetPicks, type Picks } from '#search/query.ts'
import { Button } from '#ui/button.tsx'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { FacetChip } from './facet-chip.tsx'
import { useIndexFeed } from './index-feed.ts'

const words = facetMenuText

/** Values of a facet that are shown before all are asked for. */
const few = 8

export interface FacetMenuProps extends PopupAnchor {
  picks: FacetPicks
  onPick: (name: FacetName, picks: Picks) => void
  /** In the picker: facets that are not for the person to change. */
  without?: readonly FacetName[]
}

/** Every facet of the index with its values and how many looks each would show. Applied at once. */
export function FacetMenu({ picks, onPick, without, ...popup }: FacetMenuProps) {
  const { feed, failed } = useIndexFeed()
  const counts = feed?.answer.counts
  return (
    <Popup {...popup} label={words.label}>
      <div className="flex max-h-[min(36rem,70vh)] w-[min(38rem,calc(100vw-74px))] flex-col">
        <div className="-mx-1 grid min-h-0 gap-x-8 gap-y-5 overflow-y-auto overscroll-contain px-1 py-1 sm:grid-cols-2">
          {indexFacets.map(
            (name) =>
              !without?.includes(name) && (
                <Facet
                  key={name}
                  name={name}
                  picks={picks[name]}
                  counts={counts?.[name] ?? []}
                  more={feed?.answer.growing ?? true}
                  onPick={onPick}
                />
              ),
          )}
          {!counts && <p className="text-13 text-ink-2">{failed ? words.failed : words.loading}</p>}
        </div>
        <div className="mt-4 flex items-center justify-between gap-3 border-t border-line pt-3">
          <p className="text-12 text-ink-2">
            {words.hint}
            {!without && (
              <>
                {' · '}
                <Link to="/catalogue" className="font-medium text-accent-text hover:underline">
                  {words.numbers}
                </Link>
              </>
            )}
          </p>
          <Button
            onClick={(event) => popup.onOpenChange(false, { event: event.nativeEvent })}
            className="shrink-0 whitespace-nowrap tabular-nums"
          >
            {words.done(feed ? text.count.looks(feed.answer.looks, feed.answer.growing) : '')}
          </Button>
        </div>
      </div>
    </Popup>
  )
}

const noPicks: Picks = []

interface FacetProps {
  name: (typeof indexFacets)[number]
  picks: Picks | undefined
  counts: readonly [value: string, count: number][]
  more: boolean
  onPick: (name: FacetName, picks: Picks) => void
}

function Facet({ name, picks = noPicks, counts, more, onPick }: FacetProps) {
  const [all, setAll] = useState(false)
  const found = new Map(counts)
  // What is picked stays in sight, also where nothing has it any more.
  const picked = picks.map(valueOf).filter((value) => !found.has(value))
  const values = [...found.keys(), ...picked].filter(
    (value) => found.get(value) !== 0 || picked.includes(value),
  )
  if (values.length === 0) return null
  const shown = all
    ? values
    : values.filter((value, index) => index < few || picks.some((pick) => valueOf(pick) === value))
  return (
    <section aria-label={searchText.facet[name]}>
      <h2 className="mb-2 text-13 font-medium">{searchText.facet[name]}</h2>
      <div className="flex flex-wrap gap-1.5">
        {shown.map((value) => (
          <FacetChip
            key={value}
            name={name}
            value={value}
            picks={picks}
            onPick={onPick}
            count={found.get(value) ?? 0}
            more={more}
          />
        ))}
        {values.length > few && (
          <button
            type="button"
            aria-expanded={all}
            className="h-8 rounded-full px-3 text-13 text-ink-2 hover:bg-well hover:text-ink"
            onClick={() => setAll(!all)}
          >
            {all ? words.showLess : words.showAll(values.length)}
          </button>
        )}
      </div>
    </section>
  )
}
