import { InfiniteQueryObserver, QueryObserver, type QueryClient } from '@tanstack/react-query'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { groupQueries, type AllGroups } from '#queries/groups.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import { watchRequests } from '../render-app.tsx'
import { sandboxHandler, server } from '../sandbox-server.ts'

const everything = { type: null, own: null, group: null }

test('everyone is walked page by page, and shown as far as they have come', async () => {
  server.use(sandboxHandler({ looks: 4000 }))
  const client = createQueryClient()
  const seen: AllGroups[] = []
  const observer = new QueryObserver(client, groupQueries.everyone())
  const stop = observer.subscribe(({ data }) => data && seen.push(data))
  const all = await client.fetchQuery(groupQueries.everyone())
  stop()
  expect(all.complete).toBe(true)
  expect(new Set(all.groups.map(({ id }) => id)).size).toBe(all.groups.length)
  expect(all.groups.length).toBeGreaterThan(100)
  expect(seen[0]).toMatchObject({ complete: false })
  expect(seen[0]?.groups).toHaveLength(50)
})

test('a walk that breaks off keeps who has come', async () => {
  server.use(sandboxHandler({ looks: 4000 }))
  server.use(
    http.get('*/api/v3/avatars', ({ request }) =>
      new URL(request.url).searchParams.has('token') ? HttpResponse.json({}, { status: 502 }) : undefined,
    ),
  )
  const client = createQueryClient()
  await expect(client.fetchQuery(groupQueries.everyone())).rejects.toThrow('502')
  expect(client.getQueryData<AllGroups>(groupQueries.everyone().queryKey)?.groups).toHaveLength(50)
})

test('the same filters are the same list, and other filters another', async () => {
  const asked = watchRequests()
  const client = createQueryClient()
  const options = lookQueries.list(everything)
  await client.prefetchInfiniteQuery(options)
  await client.prefetchInfiniteQuery(lookQueries.list({ ...everything }))
  await client.prefetchInfiniteQuery(lookQueries.list({ ...everything, own: 'private' }))
  expect(asked).toEqual([
    '/api/v3/avatars/looks?limit=50',
    '/api/v3/avatars/looks?ownership=private&limit=50',
  ])
})

test('a list that loops ends, and is marked as cut', async () => {
  const asked = watchRequests()
  server.use(
    http.get('*/api/v3/avatars/looks', ({ request }) => {
      const token = new URL(request.url).searchParams.get('token')
      asked.push(`token ${token}`)
      const next_token = token === 'a' ? 'b' : 'a'
      return HttpResponse.json({ data: [{ id: `after ${token}` }], has_more: true, next_token })
    }),
  )
  const observer = new InfiniteQueryObserver(createQueryClient(), lookQueries.list(everything))
  const stop = observer.subscribe(() => {})
  await observer.refetch()
  for (let at = 0; at < 5; at++) await observer.fetchNextPage()
  const { data, hasNextPage } = observer.getCurrentResult()
  stop()
  expect(asked).toEqual(['token null', 'token a', 'token b'])
  expect(data?.items.map(({ id }) => id)).toEqual(['after null', 'after a', 'after b'])
  expect([data?.cut, hasNextPage]).toEqual([true, false])
})

test('a look that a list has given is known before it is asked for', async () => {
  const client = createQueryClient()
  expect(knownLook(client, 'Marcus_suit_studio_front')).toBeUndefined()
  await client.prefetchInfiniteQuery(lookQueries.list(everything))
  expect(knownLook(client, 'Marcus_suit_studio_front')?.name).toBe('Marcus Suit Studio')
  expect(knownLook(client, 'no-such-look')).toBeUndefined()
})

/** Begins to walk everyone, and is cancelled after the first pages, as when the page is left. */
async function breakOffWalk(client: QueryClient) {
  const walk = client.prefetchQuery(groupQueries.everyone())
  await vi.waitFor(() => expect(client.getQueryData(groupQueries.everyone().queryKey)).toBeDefined())
  await client.cancelQueries({ queryKey: groupQueries.all })
  await walk
}

test('a walk that nobody waits for any more stops asking', async () => {
  server.use(sandboxHandler({ looks: 4000, latencyMs: 10 }))
  const asked = watchRequests()
  await breakOffWalk(createQueryClient())
  const before = asked.length
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(asked).toHaveLength(before)
})

test('a walk that was broken off is begun again by whoever asks next', async () => {
  server.use(sandboxHandler({ looks: 4000, latencyMs: 10 }))
  const client = createQueryClient()
  await breakOffWalk(client)
  server.use(sandboxHandler({ looks: 4000 }))
  expect(await client.fetchQuery(groupQueries.everyone())).toMatchObject({ complete: true })
})
