import { noMatchText } from '#messages/en-no-match.ts'
import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import { facetWord } from '#search/facet-labels.ts'
import { isExcluded, valueOf, type FacetName } from '#search/query.ts'
import { useCatalogueProgress } from '#search/use-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useIndexFeed } from './index-feed.ts'
import { useFilters } from './use-filters.ts'

const words = noMatchText

/** Nothing in the index matches: names each part that can be dropped, and how many looks would come back. */
export function NoMatch() {
  const [{ q, picks, view }, change] = useFilters()
  const { feed } = useIndexFeed()
  const progress = useCatalogueProgress()
  const growing = feed?.answer.growing ?? false
  const drop = (part: 'q' | FacetName) => {
    change(part === 'q' ? { q: '' } : { picks: { ...picks, [part]: [] } })
    // The button goes with this message; the focus stays in the list.
    document.getElementById('main')?.focus()
  }
  const nameOf = (part: 'q' | FacetName) => {
    if (part === 'q') return words.search(q)
    if (part === 'group') return searchText.facet.group
    const values = (picks[part] ?? []).map(
      (pick) => (isExcluded(pick) ? searchText.not : '') + facetWord(part, valueOf(pick)),
    )
    return words.search(values.join(', '))
  }
  const title = growing ? words.growing : view === 'people' ? words.people : words.title
  return (
    <Message
      title={title}
      hint={
        growing
          ? words.growingHint(
              searchText.index.looks(
                text.count.looks(progress?.looks ?? 0, false),
                progress?.expected ?? null,
              ),
            )
          : words.hint
      }
    >
      {feed?.answer.without
        .filter((without) => without.looks > 0)
        .map(({ part, looks: found }) => (
          <Button key={part} onClick={() => drop(part)}>
            {words.without(nameOf(part), text.count.looks(found, growing))}
          </Button>
        ))}
      <Button
        variant="quiet"
        onClick={() => {
          change({ q: '', picks: {} })
          document.getElementById('main')?.focus()
        }}
      >
        {text.filter.clear}
      </Button>
    </Message>
  )
}
