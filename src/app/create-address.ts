import type { Location, NavigateOptions, To } from 'react-router'
import * as z from 'zod/mini'

/** What an entry of the history holds while the create dialog is open over a page. */
const schema = z.object({
  create: z.object({
    lookIds: z.array(z.string()),
    /** Key of the entry it was opened over: the page below keeps its place under it. */
    key: z.string(),
  }),
})

const readState = (state: unknown) => schema.safeParse(state).data?.create ?? null

/** The looks a video is being made with, by the dialog's own address or over another page; null where none is. */
export function createLookIds(location: Location): readonly string[] | null {
  if (location.pathname !== '/create') return readState(location.state)?.lookIds ?? null
  const query = new URLSearchParams(location.search)
  const named = [query.get('look') ?? '', ...(query.get('looks') ?? '').split(',')].filter(Boolean)
  return named.length > 0 ? [...new Set(named)] : null
}

/** Whether the dialog was opened over a page, which is still below it, and not by its address. */
export const isOverPage = (location: Location) => readState(location.state) !== null

/** Key of the page's own entry, whether the dialog is over it or not. */
export const pageKey = (location: Location) => readState(location.state)?.key ?? location.key

/**
 * Opens the dialog over the page: for the router the page stays where it is, for the person, and for anyone the
 * address is sent to, it is `/create?look=ID`, or `/create?looks=ID,ID` for one script with several.
 */
export function createTarget(
  location: Location,
  lookIds: readonly string[],
): { to: To; options: NavigateOptions } {
  const { pathname, search, hash } = location
  const kept = typeof location.state === 'object' ? location.state : null
  return {
    to: { pathname, search, hash },
    options: {
      state: { ...kept, create: { lookIds, key: pageKey(location) } },
      mask: `/create?${lookIds.length === 1 ? 'look' : 'looks'}=${lookIds.map(encodeURIComponent).join(',')}`,
    },
  }
}
