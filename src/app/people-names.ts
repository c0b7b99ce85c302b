import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import type { FindPeople } from '#boards/export/name-people.ts'
import type { Group } from '#heygen/schemas/group.ts'
import { nameOf } from '#looks/look-words.ts'
import { groupQueries, type AllGroups } from '#queries/groups.ts'
import { readProgress, withCatalogue } from '#search/catalogue-state.ts'

/** More people than this are looked for in HeyGen's list of everyone, some thirty requests, not asked for one by one. */
const oneByOne = 24
/** How many people HeyGen is asked for at a time. */
const atOnce = 4
/** More than there are. */
const everyone = 20_000

/** The names of people where HeyGen need not be asked: what this page has come across, then the index where it is open. */
export async function knownPeople(client: QueryClient, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Set(ids)
  const names = new Map<string, string>()
  const take = (group: Group) => {
    if (wanted.has(group.id)) names.set(group.id, nameOf(group))
  }
  client.getQueryData<AllGroups>(groupQueries.everyone().queryKey)?.groups.forEach(take)
  for (const id of wanted) {
    const group = client.getQueryData<Group>(groupQueries.detail(id).queryKey)
    if (group) take(group)
  }
  // Opening it would begin a walk of the whole catalogue.
  if (names.size === wanted.size || readProgress() === null) return names
  try {
    const all = await withCatalogue((catalogue) =>
      catalogue.people({ q: '', picks: {} }, '', everyone, AbortSignal.timeout(2000)),
    )
    for (const { group } of all) if (!names.has(group.id)) take(group)
  } catch {
    // HeyGen has them too.
  }
  return names
}

/** Reads HeyGen's list of everyone until `take` has no use for more of it, or it ends. */
function readEveryone(client: QueryClient, signal: AbortSignal, take: (groups: Group[]) => boolean) {
  return new Promise<void>((resolve) => {
    const observer = new QueryObserver(client, groupQueries.everyone())
    // Without an observer the walk breaks off.
    const leave = () => {
      observer.destroy()
      resolve()
    }
    signal.addEventListener('abort', leave, { once: true })
    const look = ({ data, isFetching }: { data: AllGroups | undefined; isFetching: boolean }) => {
      const enough = take(data?.groups ?? [])
      if (enough || !isFetching) leave()
    }
    observer.subscribe(look)
    look(observer.getCurrentResult())
  })
}

/** Looks people up for a board's exports: here, then at HeyGen. */
export const peopleFinder =
  (client: QueryClient): FindPeople =>
  async (ids, signal, onFound) => {
    const names = await knownPeople(client, ids)
    const missing = () => ids.filter((id) => !names.has(id))
    const found = (group: Group) => {
      names.set(group.id, nameOf(group))
      onFound(names)
    }
    onFound(names)
    if (missing().length > oneByOne && !signal.aborted)
      await readEveryone(client, signal, (groups) => {
        const still = new Set(missing())
        for (const group of groups) if (still.has(group.id)) found(group)
        return missing().length === 0
      })
    const next = missing().slice(0, oneByOne).values()
    const ask = async () => {
      for (const id of next) {
        if (signal.aborted) return
        // One that HeyGen does not give stays without a name.
        const group = await client.fetchQuery(groupQueries.detail(id)).catch(() => null)
        if (group) found(group)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, ask))
    return names
  }
