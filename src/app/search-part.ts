import { facetNames } from '#search/query.ts'

const filters = ['q', ...facetNames]

const written = (search: URLSearchParams) => {
  const text = search.toString()
  return text && `?${text}`
}

export const isFiltered = (search: string) => {
  const parts = new URLSearchParams(search)
  return filters.some((name) => parts.has(name))
}

/** The search part of an address without its filters; how the list is shown stays. */
export function withoutFilters(search: string): string {
  const parts = new URLSearchParams(search)
  for (const name of filters) parts.delete(name)
  return written(parts)
}

/** The search part with which the grid shows a view: from the grid itself its filters come along. */
export function withView(pathname: string, search: string, view: 'people' | null): string {
  const parts = new URLSearchParams(pathname === '/' ? search : '')
  if (view) parts.set('view', view)
  else parts.delete('view')
  return written(parts)
}
