import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import type { ReactNode } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from '#app/query-client.ts'
import type { Render } from '#renders/render.ts'
import { rendersStore } from '#renders/store.ts'
import { server } from '../sandbox-server.ts'

/** This browser's renders, and no others. */
export function keepRenders(...renders: Render[]) {
  for (const { key } of rendersStore.read()) rendersStore.remove(key)
  for (const one of renders) rendersStore.put(one)
}

/** Shows a part of the app at an address, as the app would. */
export function show(element: ReactNode, address = '/renders') {
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [address] })
  const page = render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
      <div data-announcer role="log" />
    </QueryClientProvider>,
  )
  const at = () => router.state.location.pathname + router.state.location.search
  const go = (to: string) => act(() => router.navigate(to))
  return { user: userEvent.setup(), address: at, go, page }
}

/** Answers one path of the API; gives every query it was asked with. */
export function answer(path: string, reply: (request: Request) => Response | object | Promise<Response>) {
  const asked: string[] = []
  server.use(
    http.all(`*/api${path}`, async ({ request }) => {
      asked.push(new URL(request.url).search)
      const said = await reply(request)
      return said instanceof Response ? said : HttpResponse.json(said)
    }),
  )
  return asked
}

export const failWith = (status: number, code: string, headers: Record<string, string> = {}) =>
  HttpResponse.json({ error: { code, message: 'Because' } }, { status, headers })

export const noVideos = () => answer('/v3/videos', () => ({ data: [], has_more: false }))

export const pictureOf = (lookId: string) => <img alt={lookId} />
