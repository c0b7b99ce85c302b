import type { PageSight } from './poll.ts'

/** As much of Web Locks as is needed. */
export interface Locks {
  request: (name: string, options: { signal: AbortSignal }, work: () => Promise<void>) => Promise<unknown>
}

export interface TurnParts {
  /** Null where the browser has no Web Locks, as on pages without https: then every tab leads. */
  locks: Locks | null
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | null
  page: PageSight
}

const name = 'lookbook.renders'
const nothing = () => {}

/**
 * Lets one tab of the browser lead at a time, for as long as it lives, and rather one that is seen: a tab that is
 * hidden gives way, and one that is shown asks a hidden one to. `lead` begins, and gives what ends it.
 */
export function takeTurns(lead: () => () => void, { locks, channel, page }: TurnParts): () => void {
  const left = new AbortController()
  const { signal } = left
  let giveWay = nothing

  const turn = () =>
    new Promise<void>((resolve) => {
      const end = lead()
      giveWay = () => {
        giveWay = nothing
        end()
        resolve()
      }
    })
  async function queue(manager: Locks) {
    try {
      while (!signal.aborted) await manager.request(name, { signal }, turn)
    } catch {
      // Left while it waited.
    }
  }
  if (locks) void queue(locks)
  else void turn()

  function onSight() {
    if (!locks) return
    if (page.hidden) giveWay()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin and takes none
    else channel?.postMessage('give way')
  }
  page.addEventListener('visibilitychange', onSight)
  channel?.addEventListener('message', () => page.hidden && giveWay())
  if (!page.hidden) onSight()
  return () => {
    left.abort()
    giveWay()
    channel?.close()
    page.removeEventListener('visibilitychange', onSight)
  }
}
