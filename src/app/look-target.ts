import { matchPath, type Location, type NavigateOptions } from 'react-router'
import { pageKey } from './create-address.ts'
import { readBelow } from './history-state.ts'

/** Where a look opens from any page: over the list that is there, or over all looks. */
export function lookTarget(location: Location, id: string): { to: string; options: NavigateOptions } {
  const { pathname, search } = location
  const path = `/looks/${encodeURIComponent(id)}`
  // In place of another look, so that closing still goes back to the list in one step.
  if (matchPath('/looks/:lookId', pathname)) {
    const below = readBelow(location.state)
    return { to: path + search, options: { replace: true, state: below && { below } } }
  }
  if (pathname === '/' || matchPath('/people/:groupId', pathname))
    return {
      to: path + search,
      options: { state: { below: { path: pathname, key: pageKey(location), search } } },
    }
  return { to: path, options: {} }
}
