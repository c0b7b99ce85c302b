import { pageConfig } from './page-config.ts'

export interface Heard {
  /** HeyGen is away and what is shown was kept: `from` when, and since when that is so, in epoch milliseconds. */
  stale: { from: number; since: number } | null
  /** The server has another build of the page by now. */
  outdated: boolean
  /** Code of this page is gone with the build it was of. */
  lost: boolean
}

let heard: Heard = { stale: null, outdated: false, lost: false }
const listeners = new Set<() => void>()
const standIns = new Set<string>()

function tell(change: Partial<Heard>) {
  heard = { ...heard, ...change }
  for (const listener of listeners) listener()
}

/** Whether the server has another page than this. */
const differs = (version: unknown) =>
  typeof version === 'string' && pageConfig.version !== '' && version !== pageConfig.version

/** What the headers of answers say beside the answer. */
export const freshness = {
  read: () => heard,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  /**
   * HeyGen is back when it answers what it did not answer before, be it with a no. Any other fresh answer may be one
   * that the server has had for minutes.
   */
  hear({ url, headers, status }: Response) {
    if (!heard.outdated && differs(headers.get('x-lookbook-version'))) tell({ outdated: true })
    const age = Number.parseInt(headers.get('x-lookbook-stale') ?? '')
    if (age >= 0) {
      const { from = Infinity, since = Date.now() } = heard.stale ?? {}
      standIns.add(url)
      tell({ stale: { from: Math.min(from, Date.now() - age * 1000), since } })
    } else if (status < 500 && status !== 429 && standIns.has(url)) {
      standIns.clear()
      tell({ stale: null })
    }
  },

  /** An address that had a kept answer. */
  standIn: () => standIns.values().next().value,

  /** After code could not be had: whether that is because it is of an older build. Never rejects. */
  async isLost(): Promise<boolean> {
    // The picker's page may ask the server for nothing but looks.
    if (pageConfig.version !== '' && !heard.outdated && location.pathname !== '/pick')
      try {
        const answer = await fetch('/healthz', { signal: AbortSignal.timeout(3000) })
        const state: unknown = await answer.json()
        if (typeof state === 'object' && state && 'version' in state && differs(state.version))
          tell({ outdated: true })
      } catch {
        // No network, most likely: it is not known.
      }
    if (heard.outdated && !heard.lost) tell({ lost: true })
    return heard.lost
  },
}
