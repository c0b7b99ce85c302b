import { useInfiniteQuery } from '@tanstack/react-query'
import { FilterBar } from '#gallery/filter-bar.tsx'
import { writeFilters } from '#gallery/filters.ts'
import type { GridNavigation } from '#gallery/listing-view.tsx'
import { countWords } from '#gallery/listing-words.ts'
import { LooksList } from '#gallery/looks-list.tsx'
import { partFailed } from '#gallery/part-failed.ts'
import { useFilters } from '#gallery/use-filters.ts'
import { useListing } from '#gallery/use-listing.ts'
import { PeopleList } from '#groups/people-list.tsx'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { lookQueries } from '#queries/looks.ts'
import { pageConfig } from '#queries/page-config.ts'
import { usePart } from '#ui/use-part.ts'

const loadNoLooks = async () => (await import('#gallery/no-looks.tsx')).NoLooks

/**
 * All looks, or all people, as far as the API's own filters narrow them. One page for both, so that the bar, and
 * the focus in it, stays when the view changes.
 */
export function CataloguePage({ navigation }: { navigation: GridNavigation }) {
  const [{ type, own, group, view }] = useFilters()
  const people = view === 'people'
  const looks = useListing(useInfiniteQuery({ ...lookQueries.list({ type, own, group }), enabled: !people }))
  const persons = useListing(useInfiniteQuery({ ...groupQueries.list(own), enabled: people }))
  const words = people ? countWords(persons, text.count.people) : countWords(looks, text.count.looks)
  return (
    <>
      <FilterBar {...words} readonly={pageConfig.readonly} />
      <main id="main" tabIndex={-1} className="px-(--gutter) outline-none">
        <h1 className="sr-only">{people ? text.title.people : text.title.looks}</h1>
        {people ? (
          <PeopleList key={own} listing={persons} navigation={navigation} />
        ) : (
          <LooksList
            key={writeFilters({ type, own, group })}
            listing={looks}
            navigation={navigation}
            empty={<Empty />}
          />
        )}
      </main>
    </>
  )
}

/** Most lists have something in them, so its code comes with the first that has not. */
function Empty() {
  const { Part: NoLooks } = usePart(loadNoLooks, true, partFailed)
  return NoLooks && <NoLooks />
}
