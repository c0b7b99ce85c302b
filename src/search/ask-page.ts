import { HeygenHttpError, HeygenNetworkError, HeygenShapeError, HeygenTimeoutError } from '#heygen/errors.ts'
import type { Pace } from './walk-pace.ts'

/** The walk cannot go on now; it can be taken up later. `cause` says why. */
export class WalkHalted extends Error {
  override name = 'WalkHalted'
  /** It would go on if the network came back. */
  readonly offline: boolean

  constructor(cause: unknown, offline = false) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.offline = offline
  }
}

/** Requests for one page before it counts as broken. */
const triesForPage = 3
/** Failures in a row, of any pages, after which it is not the page. */
const mostFailures = 20
/** Seconds; without a network the waits are short, since `online` tells when it is back. */
const offlineWaits = [1, 2, 4]

type Fault = 'wait' | 'offline' | 'access' | 'page' | 'refused'

function faultOf(error: unknown): Fault {
  if (error instanceof HeygenNetworkError) return 'offline'
  if (error instanceof HeygenTimeoutError || error instanceof HeygenShapeError) return 'page'
  if (!(error instanceof HeygenHttpError)) return 'refused'
  const { status, retryAfter } = error
  if (status === 429 || (status === 503 && retryAfter !== undefined)) return 'wait'
  if (status === 401 || status === 402 || status === 403) return 'access'
  // A 200 with an error in it is one that HeyGen's side made.
  return status >= 500 || status < 400 ? 'page' : 'refused'
}

const seconds = (count: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, count * 1000)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
  })

/** Sends a request at the walk's pace, and again where that may help. */
export type Ask = <T>(request: () => Promise<T>) => Promise<T>

/**
 * Throws a WalkHalted where the walk had better end, the signal's reason, or what the client threw where it is
 * about this one request.
 */
export function createAsk(pace: Pace, signal: AbortSignal): Ask {
  let failures = 0
  let offline = 0

  async function recover(error: unknown, tries: number) {
    switch (faultOf(error)) {
      case 'wait':
        if (!pace.hold(error instanceof HeygenHttpError ? error.retryAfter : undefined))
          throw new WalkHalted(error)
        return tries
      case 'offline': {
        const wait = offlineWaits[offline]
        if (wait === undefined) throw new WalkHalted(error, true)
        offline += 1
        await seconds(wait, signal)
        return tries
      }
      case 'access':
        throw new WalkHalted(error)
      case 'page':
        failures += 1
        if (failures >= mostFailures) throw new WalkHalted(error)
        if (tries + 1 >= triesForPage) throw error
        await seconds(0.5 * 2 ** tries, signal)
        return tries + 1
      case 'refused':
        break
    }
    throw error
  }

  return async (request) => {
    for (let tries = 0; ;) {
      try {
        const answer = await pace.turn(request, signal)
        failures = 0
        offline = 0
        pace.succeed()
        return answer
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof WalkHalted) throw error
        tries = await recover(error, tries)
      }
    }
  }
}
