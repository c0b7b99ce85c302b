import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { apiFilters, type Filters } from '#gallery/filters.ts'
import { foldRuns } from '#gallery/fold-runs.ts'
import { useIndexFeed, type IndexFeed } from '#gallery/index-feed.ts'
import { comingListing, indexedListing } from '#gallery/indexed-listing.ts'
import { useFilters } from '#gallery/use-filters.ts'
import { useListing, type ApiListing, type LoadedListing } from '#gallery/use-listing.ts'
import { useViewSettings } from '#gallery/view-settings.ts'
import { listedPerson } from '#groups/listed-person.ts'
import type { Group } from '#heygen/schemas/group.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { groupQueries } from '#queries/groups.ts'
import { allLooks, lookQueries } from '#queries/looks.ts'
import type { FacetCounts, ListedLook, ListedPerson } from '#search/protocol.ts'
import { isExcluded } from '#search/query.ts'
import { useCatalogueWhole } from '#search/use-catalogue.ts'
import { listKey, useIndexQuestion } from './use-index-question.ts'
import { useRestoredFeed } from './use-restored-feed.ts'

/** What the page shows, from the API or from the index. */
export interface CatalogueFeed {
  /** The list of looks; null where people are shown. */
  looks: LoadedListing<ListedLook> | null
  people: LoadedListing<ListedPerson>
  /** Names the list that is shown: the answer to what was asked before stays until there is a new one. */
  key: string
  /** For the count: the API's list as far as it is loaded, or what the index knows of all of it. */
  counted: LoadedListing<unknown>
  facets: { counts: FacetCounts; growing: boolean } | null
  marks: IndexFeed['marks']
  indexed: boolean
  /** The index cannot be had, and only it could answer. */
  failed: Error | null
  again: () => void
}

const isOnePerson = ({ picks: { group = [] } }: Filters) =>
  group.length === 1 && group.every((pick) => !isExcluded(pick))

/** Whether the API's own list will do. HeyGen lists people by ownership only. */
function listedByApi(filters: Filters): boolean {
  const api = apiFilters(filters)
  return api !== null && (filters.view === 'looks' || (api.type === null && api.group === null))
}

/** The list behind the address. Lists of the API and of the index take turns without a gap between them. */
export function useCatalogueFeed(): CatalogueFeed {
  const [filters] = useFilters()
  const view = useViewSettings()
  const whole = useCatalogueWhole()
  const people = filters.view === 'people'
  const fold = view.fold && !people && !isOnePerson(filters)
  const byApi = listedByApi(filters)
  // The index has the API's order of people, and their looks.
  const rows = !byApi || (people && whole)

  // While the index is asked, what the API listed before stays.
  const [listed, setListed] = useState(byApi ? filters : null)
  if (byApi && (!listed || listKey(listed, fold) !== listKey(filters, fold))) setListed(filters)
  const shown = listed?.view === filters.view ? listed : null
  const asked = shown && apiFilters(shown)
  const restoring = useRestoredFeed(people ? null : asked)
  const { feed, failed } = useIndexFeed()
  // Before the index has answered, a list of the API is asked for all the same: it tells whether we may ask at all.
  const listing = asked !== null || feed === null
  const apiLooks = useListing(
    useInfiniteQuery({
      ...lookQueries.list(asked ?? allLooks),
      enabled: !people && listing && !restoring,
    }),
  )
  const apiPeople = useListing(
    useInfiniteQuery({ ...groupQueries.list(asked?.own ?? null), enabled: people && listing }),
  )
  const looks = useFolded(apiLooks, fold)
  const persons = usePersons(apiPeople)

  const loaded = people ? apiPeople : apiLooks
  const question = useIndexQuestion(filters, fold, rows, !loaded.pending && !loaded.error)
  const found = rows ? (feed?.rows ?? null) : null

  // A list that is on its way has the name it will have, so that its grid is the same one.
  const apiKey = listKey(shown ?? filters, fold)
  const answered = feed?.question.key === question.key ? feed.answer : null
  const shared = {
    facets: feed && { counts: feed.answer.counts, growing: feed.answer.growing },
    failed: failed && rows && !found ? failed : null,
    again: question.again,
  }
  if (feed && found?.by === filters.view) {
    const index = { key: feed.question.listKey, marks: feed.marks, indexed: true, ...shared }
    if (found.by === 'looks') {
      const list = indexedListing(feed, found, feed.answer.looks)
      return { looks: list, people: comingListing, counted: list, ...index }
    }
    const list = indexedListing(feed, found, feed.answer.people)
    return { looks: null, people: list, counted: list, ...index }
  }
  const lists = shown ? { looks, people: persons } : { looks: comingListing, people: comingListing }
  const counted = people ? lists.people : lists.looks
  return {
    looks: people ? null : lists.looks,
    people: lists.people,
    key: apiKey,
    counted:
      byApi && answered && !answered.growing
        ? { ...counted, count: people ? answered.people : answered.looks, hasMore: false }
        : counted,
    marks: undefined,
    indexed: false,
    ...shared,
  }
}

function useFolded(listing: ApiListing<Look>, fold: boolean): LoadedListing<ListedLook> {
  const { items } = listing
  const folded = useMemo(() => (fold ? foldRuns(items) : items), [items, fold])
  return { ...listing, items: folded }
}

function usePersons(listing: ApiListing<Group>): LoadedListing<ListedPerson> {
  const { items } = listing
  const persons = useMemo(() => items.map(listedPerson), [items])
  return { ...listing, items: persons }
}
