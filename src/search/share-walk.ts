import type { CatalogueRecord, SeenGroup, SeenLook } from './catalogue-record.ts'
import type { CatalogueProgress } from './protocol.ts'
import { randomId } from './random-id.ts'
import type { WalkStep } from './walk-step.ts'

/** What tabs tell each other. */
export type TabMessage =
  /** From the tab that walks: `seq` counts the steps of `line`. */
  | { kind: 'step'; line: string; seq: number; step: WalkStep }
  | { kind: 'progress'; progress: CatalogueProgress }
  /** What `to` lacks; `full`: all there is. */
  | {
      kind: 'snapshot'
      to: string
      full: boolean
      record: CatalogueRecord
      groups: SeenGroup[]
      looks: SeenLook[]
      gone: string[]
    }
  /** From a tab that follows: what it has, for what it lacks. */
  | { kind: 'hello'; tab: string; line: string; seq: number }
  | { kind: 'wish'; wish: 'walk' | 'stop' }
  | { kind: 'sight'; tab: string; hidden: boolean }

type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>

export interface ShareParts {
  /** Null where the browser has none, as on pages without https: each tab walks alone. */
  locks: Pick<LockManager, 'request'> | null
  openChannel: ((name: string) => Channel) | null
  account: string
  /** This tab walks from now on, for as long as it lives. */
  onLead: () => void
  onMessage: (message: TabMessage) => void
}

export interface Share {
  readonly tab: string
  /** False once this tab leads. */
  readonly follows: boolean
  post(message: TabMessage): void
  leave(): void
}

/** One tab of those that show the same catalogue leads; when it goes, the next one does. */
export function shareWalk({ locks, openChannel, account, onLead, onMessage }: ShareParts): Share {
  const name = `lookbook.catalogue.${account}`
  const left = new AbortController()
  const channel = locks && openChannel ? openChannel(name) : null
  let follows = channel !== null

  const lead = () => {
    follows = false
    onLead()
    return new Promise<void>((resolve) => {
      left.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => onMessage(data))
  if (locks && channel)
    locks.request(name, { signal: left.signal }, lead).catch(() => {
      // Refused, as in a sandboxed frame; or this tab is gone.
      if (!left.signal.aborted && follows) void lead()
    })
  // Not at once: who calls has to get hold of what this gives.
  else queueMicrotask(() => void lead())

  return {
    tab: randomId(),
    get follows() {
      return follows
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin and takes none
    post: (message) => channel?.postMessage(message),
    leave() {
      left.abort()
      channel?.close()
    },
  }
}
