import { failed, missing, type Change } from './change.ts'
import type { Render } from './render.ts'
import type { Asking } from './sources.ts'

/** What a video's status means for its render; one that has ended is read, for how it did. */
export async function videoChange(
  render: Render,
  status: string,
  { sources, now, signal }: Asking,
): Promise<Change> {
  if (status === 'not_found') return missing(render, now)
  if (status === 'completed' || status === 'failed') {
    // How it ended is known without them; length and reason can be had later, too.
    const video = render.videoId ? await sources.video(render.videoId, signal).catch(() => null) : null
    signal.throwIfAborted()
    if (status === 'failed') return failed(video?.failure_code ?? '', video?.failure_message ?? '')
    return {
      state: 'done',
      progress: null,
      doneAt: video?.completed_at ? video.completed_at * 1000 : now,
      duration: video?.duration ?? null,
      captions: video?.subtitle_url != null,
      title: render.title || (video?.title ?? ''),
    }
  }
  if (status === 'processing') return { state: 'rendering' }
  return status === 'pending' || status === 'queued' || status === 'waiting' ? { state: 'waiting' } : {}
}
