import type { QueryClient } from '@tanstack/react-query'
import { lookQueries } from '#queries/looks.ts'

const atOnce = 4
const onceIn = 60_000
let running = 0
const waiting: (() => void)[] = []

/**
 * The look's picture by a fresh link, or null. A page of expired links fails all at once, so at most four looks
 * are asked for at a time, and each at most once a minute, whether it answered or failed.
 */
export async function freshPicture(client: QueryClient, lookId: string): Promise<string | null> {
  // Whoever ends hands its place on, so that nobody slips in between.
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    const query = lookQueries.detail(lookId)
    const failed = client.getQueryState(query.queryKey)?.errorUpdatedAt ?? 0
    if (Date.now() - failed < onceIn) return null
    const look = await client.fetchQuery({ ...query, staleTime: onceIn, retry: false })
    return look.preview_image_url
  } catch {
    return null
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
