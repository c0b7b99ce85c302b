import { searchText } from '#messages/en-search.ts'
import { useCatalogueProgress } from '#search/use-catalogue.ts'
import { usePopup } from '#ui/use-popup.ts'
import { partFailed } from './part-failed.ts'

const loadIndexMenu = async () => (await import('./index-menu.tsx')).IndexMenu

const words = searchText.index

/** A ring that fills, 18 px across. */
const around = 2 * Math.PI * 7

/** How far the catalogue has been read, while it is; opens what can be done about it. */
export function IndexStatus() {
  const progress = useCatalogueProgress()
  const { button, popup, Popup } = usePopup(loadIndexMenu, partFailed)
  if (!progress) return null
  const { state, looks, expected, missing } = progress
  // Nothing to say: it has not begun, or nothing is left to do.
  if (state === 'opening' || (state === 'done' && missing === 0 && !popup.open)) return null
  const part = expected === null ? 0 : state === 'done' ? 1 : Math.min(0.99, looks / Math.max(1, expected))
  const calm = state === 'walking' || state === 'done'
  return (
    <>
      <button
        type="button"
        aria-label={`${words.reading}: ${words.part(part)}`}
        title={words.reading}
        className="inline-flex h-9 shrink-0 items-center gap-2 rounded-control px-2 text-13 text-ink-2 tabular-nums hover:bg-well hover:text-ink"
        {...button}
      >
        <svg
          viewBox="0 0 18 18"
          className={`size-4.5 -rotate-90 ${calm ? 'text-accent' : 'text-warn'}`}
          aria-hidden="true"
        >
          <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line-2)" strokeWidth="2" />
          <circle
            cx="9"
            cy="9"
            r="7"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeDasharray={`${part * around} ${around}`}
          />
        </svg>
        <span className="min-w-[4ch] text-right">{words.part(part)}</span>
      </button>
      {Popup && <Popup {...popup} />}
    </>
  )
}
