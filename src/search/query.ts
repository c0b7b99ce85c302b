/** What looks can be told apart by, under the names they have in the address and in scopes (`type:photo`). */
export const facetNames = [
  'type',
  'own',
  'group',
  'gender',
  'ori',
  'engine',
  'has',
  'place',
  'wear',
  'pose',
  'shot',
] as const

export type FacetName = (typeof facetNames)[number]

/** Values picked in a facet: any of them will do, and one that begins with `-` leaves its looks out. */
export type Picks = readonly string[]

export type FacetPicks = Readonly<Partial<Record<FacetName, Picks>>>

/** What is looked for: all of the text's words, and one pick of each facet that has picks. */
export interface SearchQuery {
  q: string
  picks: FacetPicks
}

export const isExcluded = (pick: string) => pick.startsWith('-')

/** The value that a pick names, without its sign. */
export const valueOf = (pick: string) => (isExcluded(pick) ? pick.slice(1) : pick)

/** How a value stands among the picks. */
export const stateOf = (picks: Picks | undefined, value: string): 'in' | 'out' | null =>
  picks?.includes(value) ? 'in' : picks?.includes(`-${value}`) ? 'out' : null

/** The picks with a value taken in or out, or without it where it stood so already. */
export function toggle(picks: Picks | undefined, value: string, state: 'in' | 'out'): string[] {
  const others = (picks ?? []).filter((pick) => valueOf(pick) !== value)
  if (stateOf(picks, value) === state) return others
  return [...others, state === 'in' ? value : `-${value}`]
}
