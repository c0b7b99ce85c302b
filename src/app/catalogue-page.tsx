import { lazy, Suspense, type ComponentType } from 'react'
import { ErrorMessage } from '#gallery/error-message.tsx'
import { FilterBar, type FilterBarProps } from '#gallery/filter-bar.tsx'
import type { GridNavigation } from '#gallery/listing-view.tsx'
import { countWords } from '#gallery/listing-words.ts'
import { LooksList } from '#gallery/looks-list.tsx'
import { partFailed } from '#gallery/part-failed.ts'
import { useFilters } from '#gallery/use-filters.ts'
import { text } from '#messages/en.ts'
import { pageConfig } from '#queries/page-config.ts'
import { usePart } from '#ui/use-part.ts'
import { useCatalogueFeed } from './use-catalogue-feed.ts'

// People are another view, and its code comes with it.
const PeopleList = lazy(async () => ({ default: (await import('#groups/people-list.tsx')).PeopleList }))
const loadNoLooks = async () => (await import('#gallery/no-looks.tsx')).NoLooks
const loadNoMatch = async () => (await import('#gallery/no-match.tsx')).NoMatch

export interface CataloguePageProps {
  navigation: GridNavigation
  /** Another line over the list. */
  Bar?: ComponentType<FilterBarProps>
}

/**
 * All looks, or all people, as the filters let them through. One page for both, and for the API's lists and the
 * index's, so that the bar, and the focus in it, stays when they change.
 */
export function CataloguePage({ navigation, Bar = FilterBar }: CataloguePageProps) {
  const [{ picks }, change] = useFilters()
  const { looks, people, key, counted, facets, marks, indexed, failed, again } = useCatalogueFeed()
  const words = looks ? countWords(counted, text.count.looks) : countWords(counted, text.count.people)
  const place = { ...navigation, positionKey: `${navigation.positionKey}${key}` }
  const empty = indexed ? <Empty load={loadNoMatch} /> : <Empty load={loadNoLooks} />
  return (
    <>
      <Bar {...words} readonly={pageConfig.readonly} facets={facets} />
      <main id="main" tabIndex={-1} className="px-(--gutter) outline-none">
        <h1 className="sr-only">{looks ? text.title.looks : text.title.people}</h1>
        {failed ? (
          <ErrorMessage error={failed} onRetry={again} />
        ) : looks ? (
          <LooksList
            listKey={key}
            listing={looks}
            navigation={place}
            marks={marks}
            onUnfold={(id) => {
              const group = looks.items.find((look) => look?.id === id)?.group_id
              if (group != null) change({ picks: { ...picks, group: [group] } })
            }}
            empty={empty}
          />
        ) : (
          <Suspense>
            <PeopleList listKey={key} listing={people} navigation={place} marks={marks} empty={empty} />
          </Suspense>
        )}
      </main>
    </>
  )
}

/** Most lists have something in them, so its code comes with the first that has not. */
function Empty({ load }: { load: typeof loadNoLooks }) {
  const { Part } = usePart(load, true, partFailed)
  return Part && <Part />
}
