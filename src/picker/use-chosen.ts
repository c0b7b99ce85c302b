import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { selection } from '#gallery/selection/selection.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { pickerText } from '#messages/en-picker.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import { notify } from '#ui/notices.ts'

export interface Chosen {
  id: string
  /** Undefined while it is read. */
  look: Look | undefined
}

/** Looks by id; one that no list of the page has is asked for. Rejects where one cannot be had. */
export const readLooks = (client: QueryClient, ids: readonly string[]): Promise<Look[]> =>
  Promise.all(ids.map(async (id) => knownLook(client, id) ?? client.ensureQueryData(lookQueries.detail(id))))

/** The selection with its looks. */
export function useChosen(): Chosen[] {
  const client = useQueryClient()
  const ids = useSyncExternalStore(selection.subscribe, selection.read)
  const read = useQueries({
    queries: ids.map((id) => ({ ...lookQueries.detail(id), initialData: () => knownLook(client, id) })),
  })

  // The host may remember looks that were deleted since.
  const gone = ids.filter((_, index) => isNotFound(read[index]?.error)).join(' ')
  const dropGone = useEffectEvent(() => {
    const lost = gone.split(' ')
    notify({ title: pickerText.gone(lost.length) })
    selection.remove(lost)
  })
  useEffect(() => {
    if (gone) dropGone()
  }, [gone])

  return ids.map((id, index) => ({ id, look: read[index]?.data }))
}
