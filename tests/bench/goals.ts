import type { FigureName } from './figures.ts'
import type { Cell } from './results.ts'
import { targets } from './targets.ts'

/** What Lookbook sets itself, read inside one run: its own figure, and the most it may be. */
export interface Goal {
  says: string
  figure: FigureName
  /** Null where what it depends on was not measured. */
  most: (cell: Cell) => number | null
}

const reactPeers = targets.filter(({ kind }) => kind === 'react')

/** The best median of the React peers. */
function bestPeer(cell: Cell, figure: FigureName): number | null {
  const medians = reactPeers
    .map(({ name }) => cell.of(name, figure)?.median)
    .filter((value) => value !== undefined)
  return medians.length > 0 ? Math.min(...medians) : null
}

const plain = (cell: Cell, figure: FigureName) => cell.of('plain', figure)?.median ?? null
const times = (value: number | null, factor: number) => (value === null ? null : value * factor)

/** What a look may take for the index, in megabytes. */
const indexed = 0.4 / 1024

/** What TanStack's rows would hold at the depth that ours have reached, and the index's part. */
function mostHeap(cell: Cell): number | null {
  const [heap, reached, perLook] = (['heapDepth', 'depth', 'heapPerLook'] as const).map(
    (figure) => cell.of('tanstack', figure)?.median,
  )
  const depth = cell.of('lookbook', 'depth')?.median
  if (heap === undefined || reached === undefined || perLook === undefined || depth === undefined) return null
  return heap + ((depth - reached) * perLook) / 1024 + depth * indexed
}

export const goals: readonly Goal[] = [
  {
    says: 'first card: no later than the best React peer',
    figure: 'firstCard',
    most: (cell) => bestPeer(cell, 'firstCard'),
  },
  { says: 'LCP: no later than the best React peer', figure: 'lcp', most: (cell) => bestPeer(cell, 'lcp') },
  {
    says: 'filter to first card: no slower than plain DOM',
    figure: 'filterCard',
    most: (cell) => plain(cell, 'filterCard'),
  },
  { says: 'blank in a fast scroll: none', figure: 'blank', most: () => 0 },
  { says: 'blank in a fling: none', figure: 'flingBlank', most: () => 0 },
  { says: 'live elements in a fast scroll: 450', figure: 'elements', most: () => 450 },
  { says: 'live elements at depth: 450', figure: 'flingElements', most: () => 450 },
  {
    says: 'script: 1.3 × plain DOM',
    figure: 'scriptPerK',
    most: (cell) => times(plain(cell, 'scriptPerK'), 1.3),
  },
  {
    says: 'main thread: 0.7 × the best React peer',
    figure: 'mainPerK',
    most: (cell) => times(bestPeer(cell, 'mainPerK'), 0.7),
  },
  { says: 'back: 10 ms', figure: 'back', most: () => 10 },
  { says: 'heap at depth: TanStack Virtual and 0.4 KB a look', figure: 'heapDepth', most: mostHeap },
]
