import { useMemo, type ReactNode } from 'react'
import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import { useWidth } from '#ui/use-width.ts'
import type { CardCells } from './card-cells.ts'
import { CardGrid, type CardGridProps } from './card-grid.tsx'
import { ErrorMessage } from './error-message.tsx'
import { GridBody } from './grid-body.ts'
import { gridLayout, type Density } from './layout.ts'
import type { LoadedListing } from './use-listing.ts'
import { usePreview } from './use-preview.ts'
import { useViewSettings } from './view-settings.ts'

/** How a grid sits in the app's addresses and history. */
export interface GridNavigation {
  /** The address of a card's page. */
  hrefOf: (id: string) => string
  /** Goes there without leaving the grid. */
  onOpen: (href: string, id: string) => void
  /** Makes a video with a card's look; a list of people has no such button. */
  onCreate: (id: string) => void
  /** The pointer comes to that button. */
  onNearCreate: () => void
  currentId: string | null
  positionKey: string
  returning: boolean
}

export interface ListingViewProps<T> extends Pick<CardGridProps<T>, 'onUnfold' | 'marks'> {
  label: string
  /** Names the list: another one has a grid of its own, and the rest of the view stays. */
  listKey: string
  listing: LoadedListing<T>
  navigation: GridNavigation
  density: Density
  cells: CardCells<T>
  createBody?: CardGridProps<T>['createBody']
  idOf: (item: T) => string
  nameOf: (item: T) => string
  /** "312 looks", "50+ looks". */
  counted: (count: number, more: boolean) => string
  /** Says that the next page did not load. */
  errorNext: string
  empty: ReactNode
}

/** Share of entries that could not be read, past which it is said. */
const manySkipped = 0.05

/** A listing in a grid with all its states: on its way, empty, error in place, and its end. */
export function ListingView<T>(props: ListingViewProps<T>) {
  const { listing, navigation, density } = props
  const [measure, width] = useWidth()
  const { fit } = useViewSettings()
  const preview = usePreview(navigation.currentId !== null)

  if (listing.error) return <ErrorMessage error={listing.error} onRetry={listing.retry} />
  if (!listing.pending && listing.items.length === 0 && !listing.hasMore) return props.empty
  return (
    <div
      ref={measure}
      // The grid keeps its own place; the browser would hold on to the foot, and jump when rows come above it.
      className="[overflow-anchor:none]"
      data-fit={fit}
      data-density={density}
      data-preview-mode={preview.mode}
    >
      {width !== null && <SizedGrid key={props.listKey} {...props} preview={preview} width={width} />}
      <Slow slow={listing.slow} />
      <Foot {...props} />
    </div>
  )
}

const newBody = <T,>() => new GridBody<T>()

interface SizedGridProps<T> extends ListingViewProps<T> {
  width: number
  preview: ReturnType<typeof usePreview>
}

function SizedGrid<T>({ listing, navigation, width, density, preview, ...props }: SizedGridProps<T>) {
  // Its identity counts: the grid goes back to its place when the layout is another one.
  const layout = useMemo(() => gridLayout(width, density), [width, density])
  return (
    <CardGrid
      label={props.label}
      items={listing.items}
      cells={props.cells}
      createBody={props.createBody ?? newBody<T>}
      idOf={props.idOf}
      nameOf={props.nameOf}
      hrefOf={navigation.hrefOf}
      onOpen={navigation.onOpen}
      onCreate={navigation.onCreate}
      onNearCreate={navigation.onNearCreate}
      currentId={navigation.currentId}
      positionKey={navigation.positionKey}
      returning={navigation.returning}
      layout={layout}
      hasMore={listing.hasMore && !listing.nextError}
      onNearEnd={listing.loadMore}
      onRange={listing.onRange}
      onUnfold={props.onUnfold}
      marks={props.marks}
      onMount={preview.onMount}
      onDraw={preview.onDraw}
      onSpace={preview.onSpace}
      onEscape={preview.onEscape}
    />
  )
}

/** Says over the foot of the window that the answer is late; it takes no room, so nothing moves. */
function Slow({ slow }: { slow: boolean }) {
  return (
    <div role="status" className="pointer-events-none sticky bottom-24 z-10 flex h-0 justify-center">
      {slow && (
        <p className="h-fit rounded-full border border-line bg-raised px-4 py-2 text-13 shadow-panel">
          {text.grid.slow}
        </p>
      )}
    </div>
  )
}

/** What stands under the last row. */
function Foot<T>({ listing, counted, errorNext }: ListingViewProps<T>) {
  const { count, growing, skipped, cut, hasMore, nextError, retry } = listing
  if (nextError) return <ErrorMessage error={nextError} next={errorNext} onRetry={retry} />
  const many = skipped > (count + skipped) * manySkipped
  const end = growing ? searchText.growing : cut ? text.grid.cut : text.grid.end
  return (
    <div role="status" className="pt-4 pb-24 text-center text-13 text-ink-2 tabular-nums">
      {!hasMore && <p>{end(counted(count, false))}</p>}
      {many && <p>{text.grid.skipped(skipped)}</p>}
    </div>
  )
}
