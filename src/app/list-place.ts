import type { Location } from 'react-router'
import { readFilters } from '#gallery/filters.ts'
import type { SearchQuery } from '#search/query.ts'
import { readBelow } from './history-state.ts'

/** What the list on the page is of. */
export interface ListPlace {
  /** The looks it lists; null where it lists people. */
  query: SearchQuery | null
  /** One person's page, which no filters narrow. */
  person: boolean
  /** A look is open over it. */
  lookOpen: boolean
}

const isLook = /^\/looks\/[^/]+\/?$/
const isPerson = /^\/people\/([^/]+)\/?$/

/** The list that an address shows, below a look or a dialog too; null where there is none. */
export function listPlace({ pathname, search, state }: Location): ListPlace | null {
  const lookOpen = isLook.test(pathname)
  const path = lookOpen || pathname === '/create' ? (readBelow(state)?.path ?? '/') : pathname
  const group = isPerson.exec(path)?.[1]
  if (group !== undefined)
    return { query: { q: '', picks: { group: [decodeURIComponent(group)] } }, person: true, lookOpen }
  if (path !== '/') return null
  const { q, picks, view } = readFilters(new URLSearchParams(search))
  return { query: view === 'looks' ? { q, picks } : null, person: false, lookOpen }
}
