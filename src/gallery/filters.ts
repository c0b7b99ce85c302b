import { avatarTypes, ownerships, readAvatarType } from '#heygen/schemas/look.ts'
import type { LookFilters } from '#queries/looks.ts'
import { densities, type Density } from './layout.ts'

export const views = ['looks', 'people'] as const
type View = (typeof views)[number]

export interface Filters extends LookFilters {
  view: View
  /** A density named by the address; null leaves it to the person's own setting. */
  size: Density | null
}

const noFilters: Filters = { type: null, own: null, group: null, view: 'looks', size: null }

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((known) => known === value) ?? null

/** Reads the address; a bad value reads as the default. */
export function readFilters(search: URLSearchParams): Filters {
  const group = search.get('group')
  return {
    type: oneOf(avatarTypes, readAvatarType(search.get('type') ?? '')),
    own: oneOf(ownerships, search.get('own')),
    group: group && group.length <= 128 ? group : null,
    view: oneOf(views, search.get('view')) ?? noFilters.view,
    size: oneOf(densities, search.get('size')),
  }
}

/** `?type=...`, always in one order and without defaults; empty where every filter is at its default. */
export function writeFilters(filters: Partial<Filters>): string {
  const all = { ...noFilters, ...filters }
  const search = new URLSearchParams()
  for (const name of ['type', 'own', 'group', 'view', 'size'] as const) {
    const value = all[name]
    if (value !== null && value !== noFilters[name]) search.set(name, value)
  }
  const written = search.toString()
  return written && `?${written}`
}

/** Each filter of the API that is on, by its name in the address. */
export const activeFilters = ({ type, own, group }: LookFilters) =>
  (['type', 'own', 'group'] as const).filter((name) => ({ type, own, group })[name] !== null)
