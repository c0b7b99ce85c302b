import * as z from 'zod/mini'
import { readFilters, writeFilters, type Filters } from '#gallery/filters.ts'
import { facetNames, type FacetName, type FacetPicks, type Picks } from '#search/query.ts'
import { filterValuesSchema, mostLooks, optionsShape } from './protocol.ts'

/** What the host asked for, whole. */
export interface PickerOptions {
  multiple: boolean
  /** How many looks it takes; one where it asked for one. */
  min: number
  max: number
  preselected: readonly string[]
  /** The filters to begin with; null leaves those of the address. */
  filters: Pick<Filters, 'q' | 'picks'> | null
  locked: readonly FacetName[]
  theme: 'light' | 'dark' | 'auto'
}

const schema = z.object(optionsShape)

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const optionNames = new Set([...Object.keys(optionsShape), 'filters'])

const isCount = (value: number, least: number) =>
  Number.isInteger(value) && value >= least && value <= mostLooks

/** The picks of `filters` as the address has them; undefined where they are not right. */
function readPicks(filters: unknown): URLSearchParams | undefined {
  const search = new URLSearchParams()
  if (filters === undefined) return search
  if (!isRecord(filters)) return undefined
  for (const [name, value] of Object.entries(filters)) {
    const { data } = filterValuesSchema.safeParse(typeof value === 'string' ? [value] : value)
    if (!data || !facetNames.some((known) => known === name)) return undefined
    search.set(name, data.join(','))
  }
  return search
}

/** The options, or in one sentence why they cannot be. A filter's value that nothing has is left out. */
export function readOptions(sent: unknown = {}): PickerOptions | string {
  if (!isRecord(sent)) return 'The options are an object.'
  const odd = Object.keys(sent).find((key) => !optionNames.has(key))
  if (odd !== undefined) return `There is no option "${odd.slice(0, 40)}".`
  const { data, error } = schema.safeParse(sent)
  if (!data) return `The options are not right at "${error.issues[0]?.path.join('.') ?? ''}".`
  const { multiple = false, preselected = [], query = '', theme = 'auto', lockedFilters = [] } = data
  const { min = 1, max = mostLooks } = data
  if (!isCount(min, 0) || !isCount(max, 1) || min > max)
    return `"min" and "max" are whole numbers up to ${mostLooks}, "min" the smaller one.`
  const search = readPicks(sent['filters'])
  if (!search) return '"filters" has facets and their values, as the address of the gallery has them.'
  search.set('q', query)
  const { q, picks } = readFilters(search)
  const most = multiple ? max : 1
  return {
    multiple,
    min: multiple ? min : 1,
    max: most,
    preselected: [...new Set(preselected)].slice(0, most),
    filters: data.query === undefined && sent['filters'] === undefined ? null : { q, picks },
    locked: [...new Set(lockedFilters)],
    theme,
  }
}

/** The picks with those of locked facets put back to what the host gave. */
export function holdLocked(picks: FacetPicks, { filters, locked }: PickerOptions): FacetPicks {
  const held: Partial<Record<FacetName, Picks>> = { ...picks }
  for (const name of locked) {
    const given = filters?.picks[name]
    if (given) held[name] = given
    else delete held[name]
  }
  return held
}

/** The search part of the address that the picker begins with, or goes back to when a locked facet was changed. */
export function heldSearch(search: string, options: PickerOptions, begin: boolean): string {
  const shown = readFilters(new URLSearchParams(search))
  const filters = begin && options.filters ? { ...shown, ...options.filters } : shown
  return writeFilters({ ...filters, picks: holdLocked(filters.picks, options) })
}
