import { useQueries, useQuery } from '@tanstack/react-query'
import { nameOf } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { lookQueries, type LookFilters } from '#queries/looks.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { activeFilters } from './filters.ts'
import { useFilters } from './use-filters.ts'

/** No look matches: names each filter that can be dropped, and how many looks would come back. */
export function NoLooks() {
  const [{ type, own, group }, change] = useFilters()
  const drop = (part: Partial<LookFilters>) => {
    change(part)
    // The button goes with this message; the focus stays in the list.
    document.getElementById('main')?.focus()
  }
  const active = activeFilters({ type, own, group })
  const person = useQuery({ ...groupQueries.detail(group ?? ''), enabled: group !== null })
  const without = useQueries({
    queries: active.map((name) => lookQueries.sample({ type, own, group, [name]: null })),
  })
  const wordOf = {
    type: type ? text.type[type] : '',
    own: own ? text.ownership[own] : '',
    group: person.data ? nameOf(person.data) : text.filter.person,
  }
  if (active.length === 0) return <Message title={text.grid.emptyAll} hint={text.grid.emptyAllHint} />
  return (
    <Message title={text.grid.emptyTitle}>
      {active.map((name, index) => {
        const found = without[index]?.data
        if (!found || found.count === 0) return null
        return (
          <Button key={name} onClick={() => drop({ [name]: null })}>
            {text.grid.dropOne(wordOf[name], text.count.looks(found.count, found.more))}
          </Button>
        )
      })}
      <Button variant="quiet" onClick={() => drop({ type: null, own: null, group: null })}>
        {text.filter.clear}
      </Button>
    </Message>
  )
}
