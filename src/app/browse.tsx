import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import {
  matchPath,
  NavigationType,
  Outlet,
  useLocation,
  useNavigate,
  useNavigationType,
  useOutletContext,
  useParams,
} from 'react-router'
import { apiFilters } from '#gallery/filters.ts'
import type { GridNavigation } from '#gallery/listing-view.tsx'
import { SearchBox } from '#gallery/search-box.tsx'
import { useFilters } from '#gallery/use-filters.ts'
import { text } from '#messages/en.ts'
import { access } from '#queries/access.ts'
import { useMedia } from '#ui/use-media.ts'
import { useTitle } from '#ui/use-title.ts'
import { CataloguePage } from './catalogue-page.tsx'
import { createLookIds, createTarget, pageKey } from './create-address.ts'
import { readBelow, type BelowState } from './history-state.ts'
import { loadCreate } from './load-create.ts'
import { loadPersonPage } from './load-person-page.ts'
import type { LookContext } from './look-route.tsx'
import { reloaded } from './reloaded.ts'
import type { ShellContext } from './shell.tsx'
import { useLookTransition } from './use-look-transition.ts'
import { useReturnFocus } from './use-return-focus.ts'

const PersonPage = lazy(loadPersonPage)

/**
 * The list and the look over it. The list stays as it is while looks are opened and closed: it is the same
 * element under `/`, `/looks/:id` and a person's page, so its cards and its place are never lost.
 */
export function Browse() {
  const { searchSlot } = useOutletContext<ShellContext>()
  const location = useLocation()
  const { lookId = null } = useParams()
  const navigate = useNavigate()
  const navigationType = useNavigationType()
  const [filters] = useFilters()
  const wide = useMedia('(min-width: 1200px)')
  const list = useRef<HTMLDivElement>(null)
  const [first] = useState(location)
  const transition = useLookTransition(list, lookId)

  const remembered = lookId === null ? null : readBelow(location.state)
  const below: BelowState = remembered ?? {
    path: lookId === null ? location.pathname : '/',
    key: pageKey(location),
    search: location.search,
  }
  const groupId = matchPath('/people/:groupId', below.path)?.params.groupId ?? null
  const people = groupId === null && filters.view === 'people'
  const lookHref = (id: string) => `/looks/${encodeURIComponent(id)}${location.search}`

  const navigation: GridNavigation = {
    hrefOf: people ? (id) => `/people/${encodeURIComponent(id)}` : lookHref,
    onOpen: (href, id) => {
      if (people) return void navigate(href)
      // From one look to another, closing still goes back to the list in one step.
      if (lookId !== null) return void navigate(href, { replace: true, state: { below } })
      return transition(id, () => void navigate(href, { state: { below } }))
    },
    onCreate: (id) => {
      const { to, options } = createTarget(location, [id])
      void navigate(to, options)
    },
    onNearCreate: () => void loadCreate().catch(() => undefined),
    currentId: lookId,
    positionKey: below.key,
    // The first navigation of a document is a POP too, whether it was typed or reloaded.
    returning:
      access.back() === location.key ||
      (navigationType === NavigationType.Pop && (location !== first || reloaded())),
  }

  function close() {
    if (lookId === null) return
    transition(lookId, () => {
      if (remembered && remembered.search === location.search) void navigate(-1)
      else void navigate({ pathname: below.path, search: location.search }, { replace: true })
    })
  }

  useReturnFocus(list, lookId, groupId)
  useEffect(() => {
    const timer = setTimeout(() => void import('./look-route.tsx').catch(() => undefined), 1000)
    return () => clearTimeout(timer)
  }, [])

  const title = text.title.of(people ? text.title.people : text.title.looks)
  useTitle(lookId === null && groupId === null ? title : null)

  const modal = lookId !== null && !wide
  useEffect(() => {
    document.documentElement.style.overflow = modal ? 'hidden' : ''
    return () => void (document.documentElement.style.overflow = '')
  }, [modal])

  const look = {
    filters: groupId === null ? apiFilters(filters) : { type: null, own: null, group: groupId },
    modal,
    covered: createLookIds(location) !== null,
    onClose: close,
    onGo: (id: string) => void navigate(lookHref(id), { replace: true, state: location.state as unknown }),
    hrefOf: lookHref,
  }
  return (
    <>
      {searchSlot && createPortal(<SearchBox elsewhere={groupId !== null} />, searchSlot)}
      <div ref={list} inert={modal}>
        {groupId !== null ? (
          <Suspense>
            <PersonPage groupId={groupId} navigation={navigation} />
          </Suspense>
        ) : (
          <CataloguePage navigation={navigation} />
        )}
      </div>
      <Outlet context={look satisfies LookContext} />
    </>
  )
}
