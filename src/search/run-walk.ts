import { WalkHalted } from './ask-page.ts'
import type { Book } from './catalogue-book.ts'
import type { CatalogueProgress } from './protocol.ts'
import { createPace } from './walk-pace.ts'
import type { WalkStep } from './walk-step.ts'
import { walkCatalogue, type WalkParts } from './walk.ts'

const minute = 60_000
/** A catalogue that is younger is not asked for again: HeyGen's grows by a dozen looks a day. */
const freshFor = 360 * minute
/** One with parts missing is tried again sooner. */
const brokenFor = 30 * minute
/** HeyGen's cursors are not known to last; a walk that was begun longer ago begins anew. */
const takenUpFor = 60 * minute

type WalkMood = Pick<CatalogueProgress, 'state' | 'until' | 'error'>

export interface RunnerParts extends Pick<WalkParts, 'heygen' | 'publicOnly'> {
  book: Book
  take: (step: WalkStep) => void
  /** Says `online` when the network is back. */
  network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  onMood: () => void
}

/** Runs one walk at a time, and knows how it is going. */
export interface Runner {
  readonly mood: WalkMood
  /** The walk is another tab's: this is how it goes there. */
  setMood(mood: WalkMood): void
  /** Requests go slower. */
  setHidden(hidden: boolean): void
  /** Takes up what was broken off, or begins anew. */
  run(): void
  stop(): void
  /** Walks if the catalogue is due for it, or was being walked by the tab before this one. */
  takeOver(): void
  close(): void
}

export function createRunner({ heygen, publicOnly, book, take, network, onMood }: RunnerParts): Runner {
  let mood: WalkMood = { state: 'opening', until: null, error: null }
  let offline = false
  let walking: AbortController | null = null

  function setMood(next: WalkMood) {
    mood = next
    onMood()
  }
  const setState = (state: WalkMood['state'], error: string | null = null) =>
    setMood({ state, until: null, error })

  const pace = createPace((until) => {
    setMood({ state: until === null ? 'walking' : 'waiting', until, error: null })
  })

  async function walk(signal: AbortSignal) {
    const { walk: before } = book.record
    if (before && Date.now() - before.at > takenUpFor) take({ kind: 'begin', at: Date.now() })
    try {
      await walkCatalogue({ heygen, book, take, pace, publicOnly, signal })
      walking = null
      setState('done')
    } catch (reason) {
      if (signal.aborted) return
      walking = null
      offline = reason instanceof WalkHalted && reason.offline
      setState('failed', reason instanceof Error ? reason.message : String(reason))
    }
  }

  function run() {
    if (walking) return
    walking = new AbortController()
    offline = false
    setState('walking')
    void walk(walking.signal)
  }

  function end() {
    walking?.abort(new DOMException('The walk was stopped.', 'AbortError'))
    walking = null
  }

  const onOnline = () => {
    if (offline) run()
  }
  network.addEventListener('online', onOnline)

  function isDue(): boolean {
    const { walk: before, endedAt, whole } = book.record
    return before !== null || endedAt === null || Date.now() - endedAt > (whole ? freshFor : brokenFor)
  }

  return {
    get mood() {
      return mood
    },
    setMood,
    setHidden(hidden) {
      pace.hidden = hidden
    },
    run,
    stop() {
      end()
      setState('stopped')
    },
    takeOver() {
      const { state, until } = mood
      // What a person stopped stays so.
      if (state === 'stopped' || state === 'failed') return
      if (!isDue()) return setState('done')
      run()
      if (until !== null) pace.hold((until - Date.now()) / 1000)
    },
    close() {
      end()
      network.removeEventListener('online', onOnline)
    },
  }
}
