import { useQueries, useQuery } from '@tanstack/react-query'
import { nameOf } from '#looks/look-words.ts'
import { noLooksText } from '#messages/en-no-looks.ts'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { allLooks, lookQueries } from '#queries/looks.ts'
import { facetWord } from '#search/facet-labels.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { apiFilters } from './filters.ts'
import { useFilters } from './use-filters.ts'

const names = ['type', 'own', 'group'] as const

/** The API lists no look: names each filter that can be dropped, and how many looks would come back. */
export function NoLooks() {
  const [filters, change] = useFilters()
  const { picks, view } = filters
  const api = apiFilters(filters) ?? allLooks
  const drop = (dropped: readonly (typeof names)[number][]) => {
    change({ picks: { ...picks, ...Object.fromEntries(dropped.map((name) => [name, []])) } })
    // The button goes with this message; the focus stays in the list.
    document.getElementById('main')?.focus()
  }
  const people = view === 'people'
  const active = names.filter((name) => api[name] !== null)
  const person = useQuery({ ...groupQueries.detail(api.group ?? ''), enabled: api.group !== null })
  const without = useQueries({
    queries: people ? [] : active.map((name) => lookQueries.sample({ ...api, [name]: null })),
  })
  if (active.length === 0) return <Message title={noLooksText.all} hint={noLooksText.allHint} />
  return (
    <Message title={people ? noLooksText.people : noLooksText.title}>
      {active.map((name, index) => {
        const found = without[index]?.data
        if (!found || found.count === 0) return null
        const word = name === 'group' ? (person.data ? nameOf(person.data) : text.filter.person) : null
        return (
          <Button key={name} onClick={() => drop([name])}>
            {noLooksText.dropOne(
              word ?? facetWord(name, api[name] ?? ''),
              text.count.looks(found.count, found.more),
            )}
          </Button>
        )
      })}
      <Button variant="quiet" onClick={() => drop(names)}>
        {text.filter.clear}
      </Button>
    </Message>
  )
}
