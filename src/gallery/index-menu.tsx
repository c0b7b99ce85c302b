import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import { withCatalogue } from '#search/catalogue-state.ts'
import { useCatalogueProgress } from '#search/use-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'

const words = searchText.index

/** How far the catalogue has been read, why it waits, and how to stop it or go on. */
export function IndexMenu(popup: PopupAnchor) {
  const progress = useCatalogueProgress()
  if (!progress) return null
  const { state, looks, people, expected, missing, kept } = progress
  const going = state === 'walking' || state === 'waiting' || state === 'opening'
  // People come first.
  const known = looks > 0 ? text.count.looks(looks, false) : text.count.people(people, false)
  return (
    <Popup {...popup} align="end" label={words.reading}>
      <div className="w-72">
        <p className="text-13 font-medium">{words.reading}</p>
        <progress
          className="mt-3 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-well [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-well [&::-webkit-progress-value]:bg-accent"
          aria-label={words.reading}
          value={looks}
          max={Math.max(1, expected ?? looks)}
        />
        <p className="mt-2 text-13 tabular-nums" role="status">
          {words.looks(known, expected)}
        </p>
        <p className="mt-1 text-13 text-ink-2">{words.state[state]}</p>
        {missing > 0 && <p className="mt-1 text-13 text-warn">{words.missing(missing)}</p>}
        {!kept && <p className="mt-1 text-13 text-ink-2">{words.notKept}</p>}
        <div className="mt-4 flex justify-end">
          <Button
            onClick={() =>
              void withCatalogue((catalogue) => (going ? catalogue.stop() : catalogue.walk())).catch(
                () => undefined,
              )
            }
          >
            {going ? words.stop : words.goOn}
          </Button>
        </div>
      </div>
    </Popup>
  )
}
