import { sortings, verdictFilters, type Sorting, type VerdictFilter } from './arrange.ts'

export const boardViews = ['looks', 'reviews', 'decision'] as const
type BoardView = (typeof boardViews)[number]

/** What the address of a board says of how it is shown. */
export interface BoardShown {
  view: BoardView
  verdict: VerdictFilter
  sort: Sorting
  /** Whose verdicts; null for one's own. */
  by: string | null
}

const oneOf = <T extends string>(values: readonly [T, ...T[]], value: string | null): T =>
  values.find((known) => known === value) ?? values[0]

/** Reads the address; a bad value reads as the default. */
export const readBoardShown = (search: URLSearchParams): BoardShown => ({
  view: oneOf(boardViews, search.get('view')),
  verdict: oneOf(verdictFilters, search.get('verdict')),
  sort: oneOf(sortings, search.get('sort')),
  by: search.get('by') || null,
})

/** Without defaults, and always in one order. */
export function writeBoardShown({ view, verdict, sort, by }: BoardShown): string {
  const search = new URLSearchParams()
  if (view !== 'looks') search.set('view', view)
  if (verdict !== 'all') search.set('verdict', verdict)
  if (sort !== 'order') search.set('sort', sort)
  if (by !== null) search.set('by', by)
  const written = search.toString()
  return written && `?${written}`
}
