import { useQueries, useQueryClient } from '@tanstack/react-query'
import { liveLookQuery } from '#boards/parts/use-live-look.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { groupQueries } from '#queries/groups.ts'

export interface PaneLook {
  id: string
  /** Undefined while it is loading, or where it cannot be had. */
  look: Look | undefined
  person: string | undefined
  /** HeyGen does not know it, or not any more. */
  gone: boolean
  error: Error | null
  onRetry: () => void
}

/** The looks of a comparison in their order, each in its own state, with the names of their people. */
export function useCompareLooks(ids: readonly string[]): PaneLook[] {
  const client = useQueryClient()
  const looks = useQueries({
    queries: ids.map((id) => liveLookQuery(client, id)),
  })
  // Looks of one person ask one question.
  const groups = [...new Set(looks.flatMap(({ data }) => data?.group_id ?? []))]
  const people = useQueries({ queries: groups.map((group) => groupQueries.detail(group)) })
  const nameOfGroup = (group: string) => {
    const person = people[groups.indexOf(group)]?.data
    return person && nameOf(person)
  }
  return looks.map(({ data, error, refetch }, index) => ({
    id: ids[index] ?? '',
    look: data,
    person: data?.group_id == null ? undefined : nameOfGroup(data.group_id),
    gone: data === undefined && isNotFound(error),
    error: data === undefined ? error : null,
    onRetry: () => void refetch(),
  }))
}
