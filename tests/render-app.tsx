import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http } from 'msw/http'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from '#app/query-client.ts'
import { routes } from '#app/routes.tsx'
import { viewSettings } from '#gallery/view-settings.ts'
import { access } from '#queries/access.ts'
import { server } from './sandbox-server.ts'

/** Opens the app at an address, as a fresh visit: no cache, no settings, nobody refused. */
export function renderApp(address = '/') {
  viewSettings.change({ density: 'l', fit: 'fill', preview: null, fold: false })
  access.done('')
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const user = userEvent.setup()
  const page = render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  const at = () => router.state.location.pathname + router.state.location.search
  return { user, router, page, address: at }
}

/** Every call to the API from now on, as path and query; the sandbox answers it all the same. */
export function watchRequests(): string[] {
  const asked: string[] = []
  server.use(
    http.all('*/api/*', ({ request }) => {
      const { pathname, search } = new URL(request.url)
      asked.push(pathname + search)
    }),
  )
  return asked
}
