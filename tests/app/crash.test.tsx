import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { createMemoryRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { routes } from '#app/routes.tsx'
import { pageConfig } from '#queries/page-config.ts'
import { server } from '../sandbox-server.ts'

afterEach(() => {
  pageConfig.version = ''
  vi.mocked(console.error).mockClear()
  vi.mocked(console.warn).mockClear()
})

function Broken(): never {
  throw new Error('planted')
}

/** The app's own routes, where one page is another. */
function withPage(path: string, page: Pick<RouteObject, 'lazy'>, among = routes): RouteObject[] {
  return among.map((route) => {
    if (route.path === path) return { ...route, ...page }
    return route.children ? { ...route, children: withPage(path, page, route.children) } : route
  })
}

function open(address: string, path: string, page: Pick<RouteObject, 'lazy'>) {
  const router = createMemoryRouter(withPage(path, page), { initialEntries: [address] })
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return { router, user: userEvent.setup() }
}

const pages = [
  ['/renders', 'renders/:renderId?'],
  ['/catalogue', 'catalogue'],
  ['/compare', 'compare'],
  ['/boards', 'boards/:boardId?'],
  ['/boards/a/review', 'boards/:boardId/review'],
  ['/boards/a/duels', 'boards/:boardId/duels'],
  ['/boards/a/sheet', 'boards/:boardId/sheet'],
  ['/r', 'r'],
] as const

test.each(pages)(
  '%s that breaks leaves the bar, says nothing is lost, and leads home',
  async (address, path) => {
    const { user, router } = open(address, path, { lazy: async () => ({ Component: Broken }) })
    const alert = within(await screen.findByRole('alert'))
    expect(await alert.findByRole('heading', { name: 'Something broke on this page' })).toBeVisible()
    expect(await alert.findByText(/Nothing you made is lost/)).toBeVisible()
    expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible()
    expect(within(screen.getByRole('banner')).getByRole('link', { name: 'Boards' })).toBeVisible()
    await user.click(alert.getByRole('link', { name: 'Back to the looks' }))
    expect(await screen.findByRole('grid', { name: 'Looks' })).toBeVisible()
    expect(router.state.location.pathname).toBe('/')
  },
)

test('a look that breaks leaves the list below it, and its way home closes it', async () => {
  const { user } = open('/looks/Maya_knit_stage_side', 'looks/:lookId', {
    lazy: async () => ({ Component: Broken }),
  })
  const alert = within(await screen.findByRole('alert'))
  expect(await alert.findByText(/Nothing you made is lost/)).toBeVisible()
  expect(await screen.findByRole('grid', { name: 'Looks' })).toBeVisible()
  await user.click(alert.getByRole('link', { name: 'Back to the looks' }))
  await vi.waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  expect(screen.getByRole('grid', { name: 'Looks' })).toBeVisible()
})

const gone = async () => {
  throw new TypeError('Failed to fetch dynamically imported module: /assets/boards-route-old.js')
}

test('a page whose code is gone with an older build says that Lookbook was updated', async () => {
  pageConfig.version = 'old'
  server.use(http.get('*/healthz', () => HttpResponse.json({ ok: true, version: 'new' })))
  open('/boards', 'boards/:boardId?', { lazy: gone })
  expect(await screen.findByRole('heading', { name: 'Lookbook was updated' })).toBeVisible()
  expect(within(screen.getByRole('alert')).getByText(/Reload to go on/)).toBeVisible()
})
