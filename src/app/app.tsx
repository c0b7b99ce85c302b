import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { allLooks, lookQueries, type LooksPages } from '#queries/looks.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './routes.tsx'

/** Shows the app in `root`. `looks`: the first page of all looks, where it is here already. */
export function showApp(root: HTMLElement, looks: LooksPages | null) {
  const client = createQueryClient()
  if (looks) client.setQueryData(lookQueries.list(allLooks).queryKey, looks)
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createAppRouter()} />
    </QueryClientProvider>,
  )
}
