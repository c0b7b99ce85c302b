import { walkPages } from '#heygen/paging.ts'
import type { Batch } from '#heygen/schemas/video.ts'
import { heygenVideos } from '#queries/videos.ts'

/** The most items of a batch, and of one of its pages. */
const most = 100

/** A batch with the items of all its pages. */
export async function readBatch(
  id: string,
  { signal }: { signal: AbortSignal },
): Promise<Pick<Batch, 'status' | 'items'>> {
  const batch: Pick<Batch, 'status' | 'items'> = { status: '', items: [] }
  const pages = walkPages(async (token) => {
    const { status, items, has_more, next_token } = await heygenVideos.getBatch(
      id,
      { limit: most, token },
      { signal },
    )
    batch.status = status
    return { items, skipped: 0, next: has_more ? next_token : null, cut: false }
  })
  for await (const { items } of pages) {
    batch.items.push(...items)
    if (batch.items.length >= most) break
  }
  return batch
}
