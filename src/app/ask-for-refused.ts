import type { QueryClient } from '@tanstack/react-query'

/** After signing in: what has nothing to show is asked for anew, and what a list has stays, ready to go on. */
export function askForRefused(client: QueryClient): void {
  for (const query of client.getQueryCache().getAll()) {
    if (query.state.status !== 'error') continue
    if (query.state.data === undefined) query.reset()
    else
      query.setState({
        status: 'success',
        error: null,
        fetchMeta: null,
        fetchFailureCount: 0,
        fetchFailureReason: null,
      })
  }
}
