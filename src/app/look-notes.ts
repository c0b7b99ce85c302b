import type { QueryClient } from '@tanstack/react-query'
import type { NotedLook } from '#boards/board-edits.ts'
import { caps } from '#boards/register-keys.ts'
import { readFilters, writeFilters } from '#gallery/filters.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import { readProgress, withCatalogue } from '#search/catalogue-state.ts'
import { knownPeople } from './people-names.ts'

/** How many looks HeyGen is asked for at a time. */
const atOnce = 4

/** Where looks can be had without asking HeyGen: what this page has listed or opened, then the index where it is open. */
async function knownLooks(client: QueryClient, ids: readonly string[]): Promise<Map<string, Look>> {
  const found = new Map<string, Look>()
  for (const id of ids) {
    const look = client.getQueryData<Look>(lookQueries.detail(id).queryKey) ?? knownLook(client, id)
    if (look) found.set(id, look)
  }
  const missing = ids.filter((id) => !found.has(id))
  // Opening it would begin a walk of the whole catalogue.
  if (missing.length === 0 || readProgress() === null) return found
  try {
    const looks = await withCatalogue((catalogue) => catalogue.byId(missing, AbortSignal.timeout(2000)))
    for (const look of looks) if (look) found.set(look.id, look)
  } catch {
    // HeyGen has them too.
  }
  return found
}

const pixels = (value: number | null) =>
  value !== null && value >= 1 && value <= 100_000 ? Math.round(value) : null

/**
 * What a board remembers of looks, in the order of `ids`. `search` is the address's, whose filters they were found with.
 * Rejects where HeyGen cannot be asked for one that is not known here.
 */
export async function noteLooks(
  client: QueryClient,
  ids: readonly string[],
  search: string,
): Promise<NotedLook[]> {
  const looks = await knownLooks(client, ids)
  const missing = ids.filter((id) => !looks.has(id))
  const next = missing.values()
  const ask = async () => {
    for (const id of next) {
      // What HeyGen has no longer is left out; where it does not answer, nothing is added by halves.
      const look = await client.fetchQuery(lookQueries.detail(id)).catch((error: unknown) => {
        if (isNotFound(error)) return null
        throw error
      })
      if (look) looks.set(id, look)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, ask))

  const people = [...looks.values()].flatMap(({ group_id: group }) => group ?? [])
  const names = await knownPeople(client, people)
  const { size: _, view: __, ...filters } = readFilters(new URLSearchParams(search))
  const from = writeFilters(filters)
  return ids.flatMap((id) => {
    const look = looks.get(id)
    if (!look || id.length > caps.id) return []
    const group = look.group_id !== null && look.group_id.length <= caps.id ? look.group_id : null
    const note = {
      name: nameOf(look).slice(0, 300),
      type: look.avatar_type.slice(0, 60),
      group,
      person: group === null ? null : (names.get(group)?.slice(0, 300) ?? null),
      width: pixels(look.image_width),
      height: pixels(look.image_height),
      // One that is cut would say something else.
      from: from.length <= 600 ? from : '',
    }
    return [{ id, note }]
  })
}
