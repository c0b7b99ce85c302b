import { createIndexService, type ServiceParts } from './index-service.ts'
import { createPageFetch } from './page-fetch.ts'
import type { FromIndex, ToIndex } from './wire.ts'

function readStorage(): IDBFactory | null {
  try {
    // Not there where it is switched off, and in some browsers the mere question throws.
    return 'indexedDB' in globalThis ? globalThis.indexedDB : null
  } catch {
    return null
  }
}

/** What the index uses of the browser. */
const browserParts = {
  storage: readStorage(),
  // Only in secure contexts.
  locks: 'locks' in navigator ? navigator.locks : null,
  openChannel: 'BroadcastChannel' in globalThis ? (name) => new BroadcastChannel(name) : null,
  network: globalThis,
  fetch: (input, init) => fetch(input, init),
} satisfies Omit<ServiceParts, 'post'>

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
const post = (message: FromIndex) => self.postMessage(message)

const byPage = import.meta.env.MODE === 'demo' ? createPageFetch(post) : null
const service = createIndexService({ ...browserParts, fetch: byPage?.fetch ?? browserParts.fetch, post })
self.addEventListener('message', ({ data }: MessageEvent<ToIndex>) => {
  if (data.kind === 'fetched') byPage?.settle(data)
  else service.receive(data)
})
post({ kind: 'ready' })
