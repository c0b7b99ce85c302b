import { avatarTypes, ownerships, readAvatarType } from '#heygen/schemas/look.ts'
import type { LookFilters } from '#queries/looks.ts'
import {
  facetNames,
  isExcluded,
  valueOf,
  type FacetName,
  type FacetPicks,
  type Picks,
  type SearchQuery,
} from '#search/query.ts'
import { densities, type Density } from './layout.ts'

export const views = ['looks', 'people'] as const
type View = (typeof views)[number]

/** What the address says of the list. */
export interface Filters extends SearchQuery {
  view: View
  /** A density named by the address; null leaves it to the person's own setting. */
  size: Density | null
}

/** Characters of a search: whatever they are, the address stays below the server's 4 KiB. */
export const longestSearch = 400
/** Most values of one facet in an address, and characters of each. */
const mostValues = 32
const longestValue = 128

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((known) => known === value) ?? null

/** The value as the index has it; null for one that the facet does not know. */
function readValue(name: FacetName, value: string): string | null {
  if (name === 'type') return oneOf(avatarTypes, readAvatarType(value))
  if (name === 'own') return oneOf(ownerships, value)
  return value !== '' && value.length <= longestValue ? value : null
}

function readPicks(name: FacetName, written: string): Picks {
  const picks = new Map<string, string>()
  for (const pick of written.split(',')) {
    const value = readValue(name, valueOf(pick))
    if (value !== null && picks.size < mostValues && !picks.has(value))
      picks.set(value, isExcluded(pick) ? `-${value}` : value)
  }
  return [...picks.values()]
}

/** Reads the address; a bad value reads as the default. */
export function readFilters(search: URLSearchParams): Filters {
  const picks: Partial<Record<FacetName, Picks>> = {}
  for (const name of facetNames) {
    const read = readPicks(name, search.get(name) ?? '')
    if (read.length > 0) picks[name] = read
  }
  return {
    q: (search.get('q') ?? '')
      .slice(0, longestSearch)
      .replace(/[\ud800-\udbff]$|\s+/g, ' ')
      .trim(),
    picks,
    view: oneOf(views, search.get('view')) ?? 'looks',
    size: oneOf(densities, search.get('size')),
  }
}

/** `?type=...`, always in one order and without defaults; empty where every filter is at its default. */
export function writeFilters({ q = '', picks = {}, view = 'looks', size = null }: Partial<Filters>): string {
  const search = new URLSearchParams()
  if (q) search.set('q', q)
  for (const name of facetNames) {
    const picked = picks[name]
    if (picked && picked.length > 0) search.set(name, picked.join(','))
  }
  if (view !== 'looks') search.set('view', view)
  if (size !== null) search.set('size', size)
  // No value holds a comma, and one between them may stand as it is: addresses are read by people too.
  const written = search.toString().replaceAll('%2C', ',')
  return written && `?${written}`
}

/** The facets that have picks, in their order. */
export const activeFacets = (picks: FacetPicks): FacetName[] =>
  facetNames.filter((name) => (picks[name]?.length ?? 0) > 0)

/** The filters as HeyGen's API takes them; null where they ask for what only the index knows. */
export function apiFilters({ q, picks }: SearchQuery): LookFilters | null {
  const { type = [], own = [], group = [], ...others } = picks
  const asked = [type, own, group]
  if (q || activeFacets(others).length > 0) return null
  if (asked.some((facet) => facet.length > 1 || facet.some(isExcluded))) return null
  return {
    type: oneOf(avatarTypes, type[0] ?? null),
    own: oneOf(ownerships, own[0] ?? null),
    group: group[0] ?? null,
  }
}

/** The grid with these filters and no others. */
export const picksHref = (picks: FacetPicks) => `/${writeFilters({ picks })}`
