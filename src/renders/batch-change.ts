import type { Batch } from '#heygen/schemas/video.ts'
import { failed, isMissing, missing, type Change } from './change.ts'
import type { Render } from './render.ts'
import type { Asking } from './sources.ts'
import { videoChange } from './video-change.ts'

/** Asks after the batch of renders that have no video yet; gives what that means for each of them. */
export async function batchChange(id: string, asking: Asking): Promise<(render: Render) => Promise<Change>> {
  const { sources, now, signal } = asking
  let batch: Pick<Batch, 'status' | 'items'>
  try {
    batch = await sources.batch(id, signal)
  } catch (error) {
    if (isMissing(error)) return async (render) => missing(render, now)
    throw error
  }
  const items = new Map(batch.items.map((item) => [item.item_index, item]))
  return async (render) => {
    const item = items.get(render.batch?.index ?? -1)
    const videoId = item?.video_id || null
    const error = item?.error
    const found = videoId === null ? {} : { id: videoId, videoId }
    // Of what a batch that failed does not list there will be nothing. An error without words is none by itself.
    const hasFailed = (item ?? batch).status === 'failed' || (videoId === null && error?.code)
    if (hasFailed && (error || videoId === null))
      return { ...found, ...failed(error?.code ?? '', error?.message ?? '') }
    if (!item || videoId === null) return {}
    return { ...found, ...(await videoChange({ ...render, videoId }, item.status, asking)) }
  }
}
