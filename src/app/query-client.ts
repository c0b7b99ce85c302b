import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { HeygenNetworkError } from '#heygen/errors.ts'
import type { tellFailure as TellFailure } from './tell-failure.ts'

async function tellLater(...failure: Parameters<typeof TellFailure>) {
  try {
    const { tellFailure } = await import('./tell-failure.ts')
    tellFailure(...failure)
  } catch {
    // Without its code it cannot be said; what is shown stays all the same.
  }
}

// An answer is drawn in the task that it came in: a timer's turn comes after whatever else the page has to do by then.
notifyManager.setScheduler(queueMicrotask)

/** A client with the app's rules: the server retries, the page only where it could not reach the server. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        // What has nothing to show says so in its place, and so does a list whose next page failed.
        const inPlace = query.state.data === undefined || query.state.fetchMeta?.fetchMore !== undefined
        if (inPlace) return
        void tellLater(error, query)
      },
    }),
    defaultOptions: {
      queries: {
        // Offline is an error like any other, said in its place; waiting for the network would say nothing.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && error instanceof HeygenNetworkError && navigator.onLine,
        retryDelay: 500,
        refetchOnWindowFocus: false,
      },
    },
  })
}
