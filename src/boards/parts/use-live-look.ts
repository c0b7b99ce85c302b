import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { keepLinks } from '#queries/keep-links.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import { useLate } from '#ui/use-late.ts'

export interface LiveLook {
  /** What HeyGen says of it now; undefined while that is not known. */
  look: Look | undefined
  /** HeyGen has it no longer. */
  gone: boolean
  /** Why it could not be asked for; null where it is known or gone. */
  error: Error | null
  retry: () => void
}

/** The query for a look that a board or an address names: what a listing has said of it stands in until HeyGen answers. */
export const liveLookQuery = (client: QueryClient, id: string) =>
  queryOptions({
    ...lookQueries.detail(id),
    placeholderData: () => knownLook(client, id),
    // What is gone stays gone while the page is open.
    retryOnMount: (query) => !isNotFound(query.state.error),
  })

/** A look as it is now, by the links it was first shown with: its picture is not loaded anew for a new signature. */
export function useLiveLook(id: string, wanted = true): LiveLook {
  const query = useQuery({ ...liveLookQuery(useQueryClient(), id), enabled: wanted })
  const [first, setFirst] = useState<{ id: string; look: Look } | null>(null)
  const gone = isNotFound(query.error)
  const fresh = gone ? undefined : query.data
  const shown = first?.id === id ? first.look : undefined
  if (fresh && !shown) setFirst({ id, look: fresh })
  return {
    look: fresh && shown ? keepLinks(fresh, shown) : fresh,
    gone,
    error: gone || query.data ? null : query.error,
    retry: () => void query.refetch(),
  }
}

/** Milliseconds that something has to stay in sight before HeyGen is asked for its look: what flies past is not. */
const rest = 120

/** The same for one of many that come and go; `soon`: this one is asked for at once. */
export function useRestedLook(id: string, soon = false): LiveLook {
  const rested = useLate(!soon, rest)
  return useLiveLook(id, soon || rested)
}
