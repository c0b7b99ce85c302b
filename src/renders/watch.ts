import type { QueryClient } from '@tanstack/react-query'
import { readIntent } from '#queries/intents.ts'
import { heygenVideos, sessionQueries, videoQueries } from '#queries/videos.ts'
import { isStopped, onceMore } from './follow.ts'
import { poll } from './poll.ts'
import { readBatch } from './read-batch.ts'
import type { Render } from './render.ts'
import type { Sources } from './sources.ts'
import { rendersStore } from './store.ts'
import { takeTurns } from './take-turns.ts'
import { watchEnds } from './watch-ends.ts'
import { setWatchStatus } from './watch-status.ts'

/** What a check reads is what the pages show, links and messages with it. */
const sourcesFor = (client: QueryClient): Sources => ({
  statuses: (ids, signal) => heygenVideos.getStatuses(ids, { signal }),
  async video(id, signal) {
    const video = await heygenVideos.getVideo(id, { signal })
    client.setQueryData(videoQueries.detail(id).queryKey, video)
    return video
  },
  async session(id, signal) {
    const session = await heygenVideos.getSession(id, { signal })
    client.setQueryData(sessionQueries.detail(id).queryKey, session)
    return session
  },
  batch: (id, signal) => readBatch(id, { signal }),
  intent: (key, signal) => readIntent(key, { signal }),
})

/** A reload soon after a check needs no other; in ms. */
const fresh = 60_000

/** Follows the renders of this browser from this tab, in turn with its others. Gives what ends it. */
export function startWatching(client: QueryClient, onFinished: (render: Render) => void): () => void {
  const now = Date.now()
  const stale = rendersStore
    .read()
    .filter((render) => isStopped(render) && (render.checkedAt ?? 0) < now - fresh)
  rendersStore.update(new Map(stale.map(({ key }) => [key, onceMore(now)])))

  let leading = false
  const sources = sourcesFor(client)
  function lead() {
    leading = true
    const stop = poll({ store: rendersStore, sources, page: document, onStatus: setWatchStatus })
    return () => {
      leading = false
      stop()
    }
  }
  const stopEnds = watchEnds({ store: rendersStore, leads: () => leading, onFinished })
  const leave = takeTurns(lead, {
    locks: 'locks' in navigator ? navigator.locks : null,
    channel: 'BroadcastChannel' in window ? new BroadcastChannel('lookbook.renders') : null,
    page: document,
  })
  return () => {
    leave()
    stopEnds()
  }
}
