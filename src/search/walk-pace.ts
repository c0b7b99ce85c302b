/** Requests at once while the page is seen. */
const atOnce = 2
/** Milliseconds between requests while it is not. */
const hiddenPause = 1000
/** Waits in a row after which the walk gives up: whoever says no that often means it. */
const mostWaits = 6
const longestWait = 120_000
const firstWait = 2000

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })

export interface Pace {
  hidden: boolean
  /** Runs one request when it is its turn. */
  turn<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T>
  /**
   * Holds all requests back: as long as Retry-After says, within two minutes, or twice as long as the time before.
   * False where that was too often in a row.
   */
  hold(retryAfter: number | undefined): boolean
  /** A request got its answer. */
  succeed(): void
}

/** `onHold`: until when nothing is asked, in epoch milliseconds; null when it goes on. */
export function createPace(onHold: (until: number | null) => void): Pace {
  let active = 0
  let hidden = false
  let waits = 0
  let until = 0
  const waiting: (() => void)[] = []

  const letIn = () => {
    while (waiting.length > 0 && active < (hidden ? 1 : atOnce)) {
      active += 1
      waiting.shift()?.()
    }
  }
  const leave = () => {
    active -= 1
    letIn()
  }
  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', stop)
        resolve()
      }
      const stop = () => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(signal.reason)
      }
      if (signal.aborted) return reject(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      waiting.push(go)
      letIn()
    })

  return {
    get hidden() {
      return hidden
    },
    set hidden(next) {
      hidden = next
      letIn()
    },
    async turn(request, signal) {
      await enter(signal)
      try {
        // Another request may have been told to wait meanwhile.
        while (until > Date.now()) await pause(until - Date.now(), signal)
        const answer = await request()
        if (hidden) await pause(hiddenPause, signal)
        return answer
      } finally {
        leave()
      }
    },
    hold(retryAfter) {
      // Two requests are told no at once, and that is one wait.
      if (until > Date.now()) return true
      waits += 1
      if (waits > mostWaits) {
        waits = 0
        return false
      }
      const asked = retryAfter === undefined ? firstWait * 2 ** (waits - 1) : retryAfter * 1000
      until = Date.now() + Math.min(longestWait, Math.max(asked, 500))
      onHold(until)
      return true
    },
    succeed() {
      if (waits > 0) onHold(null)
      waits = 0
    },
  }
}
