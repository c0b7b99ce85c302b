import { checkRenders } from './check.ts'
import type { RendersStore } from './create-store.ts'
import { dueAt, hiddenStep, lastCheck, nextCheck, righted, together } from './follow.ts'
import type { Sources } from './sources.ts'

export interface WatchStatus {
  checking: boolean
  /** When the last check failed, in ms; null where it did not. */
  failedAt: number | null
}

/** The document, as far as it is asked. */
export type PageSight = Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>

export interface PollParts {
  store: RendersStore
  sources: Sources
  page: PageSight
  onStatus: (status: WatchStatus) => void
}

/** Past 2^31 ms a browser's timer fires at once; a clock that is set while it runs is noticed at its end. In ms. */
const longestTimer = 3_600_000

/** Asks after what is due, by the schedule, until it is stopped. Never two checks at a time. */
export function poll({ store, sources, page, onStatus }: PollParts): () => void {
  const ended = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let checking = false

  function plan() {
    if (checking || ended.signal.aborted) return
    // Said to whoever subscribes, this function too, which then has nothing to right.
    store.update(righted(store.read(), Date.now()))
    clearTimeout(timer)
    const renders = store.read()
    const next = nextCheck(renders)
    if (next === null) return
    const soonest = lastCheck(renders) + (page.hidden ? hiddenStep : together)
    const wait = Math.max(0, Math.max(next, soonest) - Date.now())
    timer = setTimeout(() => void check(), Math.min(wait, longestTimer))
  }

  async function check() {
    const now = Date.now()
    const due = dueAt(store.read(), now)
    if (due.length === 0) return plan()
    checking = true
    onStatus({ checking, failedAt: null })
    const { changes, failed } = await checkRenders(due, sources, now, ended.signal)
    checking = false
    if (ended.signal.aborted) return undefined
    store.update(changes)
    onStatus({ checking, failedAt: failed ? now : null })
    return plan()
  }

  const unsubscribe = store.subscribe(plan)
  page.addEventListener('visibilitychange', plan)
  plan()
  return () => {
    ended.abort()
    clearTimeout(timer)
    unsubscribe()
    page.removeEventListener('visibilitychange', plan)
    if (checking) onStatus({ checking: false, failedAt: null })
  }
}
