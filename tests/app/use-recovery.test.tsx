import { QueryClientProvider, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { tryNow, useRecovery } from '#app/use-recovery.ts'
import { freshness } from '#queries/freshness.ts'
import { lookQueries } from '#queries/looks.ts'
import { server } from '../sandbox-server.ts'

const minute = 60_000
const look = { id: 'a', name: 'Anna in red', avatar_type: 'photo_avatar' }

/** What the server is asked for, by its path, and whether HeyGen answers it. */
let asked: string[] = []
let away = true

beforeEach(() => {
  asked = []
  away = true
  const answer = (body: object) => (url: string) => {
    asked.push(new URL(url).pathname.replace('/api/v3/avatars/', ''))
    return HttpResponse.json(body, away ? { headers: { 'x-lookbook-stale': '300' } } : {})
  }
  const list = answer({ data: [look], has_more: false, next_token: null })
  const one = answer({ data: look })
  server.use(
    http.get('*/api/v3/avatars/looks', ({ request }) => list(request.url)),
    http.get('*/api/v3/avatars/looks/a', ({ request }) => one(request.url)),
  )
  // The minutes alone: answers come by the real clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})

afterEach(() => {
  cleanup()
  // What the test left.
  const url = freshness.standIn()
  if (url === undefined) return
  const answer = new Response()
  Object.defineProperty(answer, 'url', { value: url })
  freshness.hear(answer)
})

function Page() {
  useRecovery()
  const list = useInfiniteQuery(lookQueries.list({ type: null, own: null, group: null }))
  const one = useQuery(lookQueries.detail('a'))
  return one.data && list.data && <p>All is there</p>
}

/** A page of a list and a look, neither of which HeyGen has answered. */
async function openPage() {
  const client = createQueryClient()
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  )
  await screen.findByText('All is there')
  expect(freshness.read().stale).not.toBeNull()
  asked = []
  return { client, unmount }
}

const counts = () => ({
  one: asked.filter((path) => path === 'looks/a').length,
  list: asked.filter((path) => path === 'looks').length,
})

/** Long enough for what goes out one after the other. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 600))

test('HeyGen is asked for one thing a minute until it answers; then what is shown comes anew, but for lists', async () => {
  await openPage()
  vi.advanceTimersByTime(minute - 1)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  vi.advanceTimersByTime(minute)
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(freshness.read().stale).not.toBeNull()
  const probed = asked[0] === 'looks/a' ? 1 : 0

  asked = []
  away = false
  vi.advanceTimersByTime(minute)
  await vi.waitFor(() => expect(freshness.read().stale).toBeNull())
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  await settled()
  expect(counts()).toEqual({ one: 1 + probed, list: 1 - probed })
  vi.advanceTimersByTime(10 * minute)
  await settled()
  expect(asked).toHaveLength(2)
})

test('a hidden tab does not ask, nor one without a network', async () => {
  await openPage()
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  vi.advanceTimersByTime(5 * minute)
  hidden.mockReturnValue(false)
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  vi.advanceTimersByTime(5 * minute)
  await settled()
  expect(asked).toEqual([])
  online.mockReturnValue(true)
  vi.advanceTimersByTime(minute)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
})

test('by the button everything comes anew, each once', async () => {
  const { client } = await openPage()
  expect(await tryNow(client)).toBe(false)
  expect(asked).toHaveLength(1)
  const probed = asked[0] === 'looks/a' ? 1 : 0
  asked = []
  away = false
  expect(await tryNow(client)).toBe(true)
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  await settled()
  expect(counts()).toEqual({ one: 1 + probed, list: 2 - probed })
})

test('a page that is left asks no more', async () => {
  const { unmount } = await openPage()
  unmount()
  vi.advanceTimersByTime(5 * minute)
  await settled()
  expect(asked).toEqual([])
})
