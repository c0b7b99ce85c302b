import { useQuery } from '@tanstack/react-query'
import { ChevronDown, X } from 'lucide-react'
import { nameOf } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { Chip } from '#ui/chip.tsx'
import { usePopup } from '#ui/use-popup.ts'
import { partFailed } from './part-failed.ts'

const loadPersonFilter = async () => (await import('./person-filter.tsx')).PersonFilter

export interface PersonChipProps {
  group: string | null
  onChange: (group: string | null) => void
  /** Why it cannot be used now. */
  disabled?: string | undefined
}

/** The person whose looks are shown; opens a searchable list of everyone. */
export function PersonChip({ group, onChange, disabled }: PersonChipProps) {
  const { button, popup, Popup } = usePopup(loadPersonFilter, partFailed)
  const chosen = useQuery({ ...groupQueries.detail(group ?? ''), enabled: group !== null })
  const label = group === null ? text.filter.person : chosen.data ? nameOf(chosen.data) : group
  if (disabled)
    return (
      <Chip pressed={false} aria-disabled title={disabled}>
        {text.filter.person}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Chip>
    )
  return (
    <>
      <Chip pressed={group !== null} className="max-w-52" {...button}>
        <span className="truncate">{label}</span>
        <ChevronDown size={14} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />
      </Chip>
      {group !== null && (
        <button
          type="button"
          aria-label={text.filter.personClear(label)}
          title={text.filter.personClear(label)}
          className="-ml-1 inline-flex size-8 shrink-0 items-center justify-center rounded-full text-ink-2 hover:bg-well hover:text-ink"
          onClick={() => {
            onChange(null)
            // This button goes; the focus stays beside it.
            button.ref.current?.focus()
          }}
        >
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      {Popup && <Popup {...popup} group={group} onChange={onChange} />}
    </>
  )
}
