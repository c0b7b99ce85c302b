import { Combobox } from '@base-ui/react/combobox'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { Group } from '#heygen/schemas/group.ts'
import { nameOf } from '#looks/look-words.ts'
import { personFilterText } from '#messages/en-person-filter.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { groupQueries } from '#queries/groups.ts'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { PersonList } from './person-list.tsx'

export interface PersonFilterProps extends PopupAnchor {
  groups: readonly string[]
  onChange: (groups: string[]) => void
}

/** The searchable list of everyone behind the person chip. */
export function PersonFilter({ anchor, open, onOpenChange, groups: chosen, onChange }: PersonFilterProps) {
  const [typed, setTyped] = useState('')
  const everyone = useQuery({ ...groupQueries.everyone(), enabled: open })
  const groups = everyone.data?.groups ?? []
  const { contains } = Combobox.useFilter({ sensitivity: 'base' })
  const found = typed ? groups.filter((person) => contains(nameOf(person), typed.trim())) : groups

  return (
    <CSPProvider disableStyleElements>
      <Combobox.Root<Group, true>
        multiple
        virtualized
        items={groups}
        filteredItems={found}
        open={open}
        onOpenChange={onOpenChange}
        inputValue={typed}
        onInputValueChange={setTyped}
        value={groups.filter((person) => chosen.includes(person.id))}
        onValueChange={(people) => onChange(people.map((person) => person.id))}
        itemToStringLabel={nameOf}
        isItemEqualToValue={(a, b) => a.id === b.id}
      >
        <Combobox.Portal>
          <Combobox.Positioner
            anchor={anchor}
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-40"
          >
            <Combobox.Popup
              finalFocus={anchor}
              aria-label={text.filter.person}
              className="flex w-72 flex-col overflow-hidden rounded-media border border-line bg-raised text-ink shadow-panel outline-none"
            >
              <Combobox.Input
                placeholder={personFilterText.search}
                aria-label={personFilterText.search}
                className="h-11 shrink-0 border-b border-line bg-transparent px-4 text-14 outline-none placeholder:text-ink-3"
              />
              <PersonList
                people={found}
                open={open}
                check={<Check size={16} strokeWidth={1.75} aria-hidden="true" />}
              />
              <Status
                error={everyone.error}
                loading={everyone.isFetching && !everyone.data?.complete}
                count={groups.length}
                cut={everyone.data?.cut ?? false}
                empty={found.length === 0}
              />
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </CSPProvider>
  )
}

interface StatusProps {
  error: Error | null
  loading: boolean
  count: number
  cut: boolean
  empty: boolean
}

function Status({ error, loading, count, cut, empty }: StatusProps) {
  const sentence = error
    ? describeError(error, navigator.onLine).title
    : loading
      ? personFilterText.loading(count)
      : empty
        ? personFilterText.empty
        : cut
          ? personFilterText.cut
          : ''
  return (
    <Combobox.Status
      className={sentence ? 'border-t border-line px-4 py-2.5 text-13 text-ink-2 tabular-nums' : ''}
    >
      {sentence}
    </Combobox.Status>
  )
}
