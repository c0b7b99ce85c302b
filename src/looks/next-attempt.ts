import type { QueryClient } from '@tanstack/react-query'
import { freshPicture } from './fresh-picture.ts'
import type { PictureAttempt } from './picture-attempt.ts'
import { pictureRoute } from './picture-route.ts'
import { originalSource, pictureSource } from './picture-source.ts'

/**
 * What to try after a failure: a fresh link, since links from HeyGen expire, asked for once; then the original, which
 * the server may not be able to read or to reach; then null, for a placeholder. At most three loads in all.
 */
export async function nextAttempt(
  client: QueryClient,
  lookId: string | undefined,
  failed: PictureAttempt,
  drawnWidth: number | undefined,
): Promise<PictureAttempt | null> {
  if (!failed.fresh && lookId !== undefined) {
    const url = await freshPicture(client, lookId)
    if (url !== null && url !== failed.url)
      return { url, fresh: true, instead: false, source: pictureSource(url, drawnWidth) }
  }
  if (failed.source.srcset !== undefined) {
    pictureRoute.missed()
    return { url: failed.url, fresh: true, instead: true, source: originalSource(failed.url) }
  }
  if (failed.instead) pictureRoute.excused()
  return null
}
