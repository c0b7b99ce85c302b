import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { freshness } from '#queries/freshness.ts'
import { heygenSettings } from '#queries/heygen.ts'
import { fetchAgain, spread } from './spread.ts'

/** Milliseconds that a network which is just back is given to settle. */
const settle = 300
/** Milliseconds between two looks whether HeyGen answers again, while somebody sees the page. */
const probeEvery = 60_000

const isList = ({ state }: Query) =>
  typeof state.data === 'object' && state.data !== null && 'pages' in state.data

/** Whether it is on the page with an error and nothing under way. */
const failed = (query: Query) =>
  query.isActive() && query.state.status === 'error' && query.state.fetchStatus === 'idle'

/** Asks again for what has nothing to show, and for next pages that did not come. */
function askForMissing(client: QueryClient) {
  const now = Date.now()
  const missing = client
    .getQueryCache()
    .getAll()
    .filter((query) => failed(query) && (query.state.data === undefined || query.state.fetchMeta?.fetchMore))
  return spread(
    missing.map((query) => () => {
      // Its own place on the page, or a person, may have asked meanwhile.
      if (!failed(query) || query.state.errorUpdatedAt >= now) return
      const { data, fetchMeta } = query.state
      if (data === undefined || !fetchMeta?.fetchMore) void fetchAgain(query)
      else void fetchAgain(query, undefined, { meta: fetchMeta })
    }),
    settle,
  )
}

/** Asks anew, once, for what came since, from a time in epoch ms: it may have been kept from before. */
function askForKept(client: QueryClient, since: number, lists: boolean) {
  const now = Date.now()
  const kept = client
    .getQueryCache()
    .getAll()
    .filter((query) => query.isActive() && query.state.dataUpdatedAt >= since && (lists || !isList(query)))
  return spread(kept.map((query) => () => query.state.dataUpdatedAt > now || void fetchAgain(query)))
}

/** Asks for one thing that HeyGen did not answer; freshness hears how it goes. True where it answered. */
async function probe(): Promise<boolean> {
  const url = freshness.standIn()
  if (url === undefined) return true
  const headers = { accept: 'application/json', ...heygenSettings.headers() }
  try {
    const answer = await heygenSettings.fetch(url, { headers, signal: AbortSignal.timeout(30_000) })
    // An answer that nobody reads holds its connection.
    await answer.arrayBuffer()
  } catch {
    // No answer yet.
  }
  return freshness.read().stale === null
}

/** Asks HeyGen now; where it answers, lists come anew too. For a button: somebody wants the page to be of today. */
export async function tryNow(client: QueryClient): Promise<boolean> {
  const since = freshness.read().stale?.since
  const back = await probe()
  if (back && since !== undefined) askForKept(client, since, true)
  return back
}

/** Goes on by itself when the network, or HeyGen, is back. Lists stay as they are: new ones would move their cards. */
export function useRecovery() {
  const client = useQueryClient()
  useEffect(() => {
    let callOff = () => {}
    const onOnline = () => {
      callOff()
      callOff = askForMissing(client)
    }
    window.addEventListener('online', onOnline)
    return () => {
      window.removeEventListener('online', onOnline)
      callOff()
    }
  }, [client])

  useEffect(() => {
    let since = freshness.read().stale?.since
    const leave = freshness.subscribe(() => {
      const { stale } = freshness.read()
      if (stale === null && since !== undefined) askForKept(client, since, false)
      since = stale?.since
    })
    const timer = setInterval(() => {
      if (since !== undefined && !document.hidden && navigator.onLine) void probe()
    }, probeEvery)
    return () => {
      clearInterval(timer)
      leave()
    }
  }, [client])
}
