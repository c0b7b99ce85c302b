import { InfiniteQueryObserver } from '@tanstack/react-query'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { sessionQueries, videoQueries } from '#queries/videos.ts'
import { server } from '../sandbox-server.ts'

test('the list goes on by its cursor, and keeps a video that comes twice once', async () => {
  const asked: string[] = []
  server.use(
    http.get('*/api/v3/videos', ({ request }) => {
      const { search, searchParams } = new URL(request.url)
      asked.push(search)
      return searchParams.has('token')
        ? HttpResponse.json({ data: [{ id: 'b', status: 'failed' }, { id: 'c' }], has_more: false })
        : HttpResponse.json({ data: [{ id: 'a' }, { id: 'b' }], has_more: true, next_token: 'two' })
    }),
  )
  const observer = new InfiniteQueryObserver(createQueryClient(), videoQueries.list('spring'))
  const stop = observer.subscribe(() => {})
  await observer.refetch()
  await observer.fetchNextPage()
  const { data } = observer.getCurrentResult()
  stop()
  expect(asked).toEqual(['?title=spring&limit=50', '?title=spring&limit=50&token=two'])
  expect(data?.items.map(({ id, status }) => [id, status])).toEqual([
    ['a', ''],
    ['b', 'failed'],
    ['c', ''],
  ])
})

test('all styles are walked', async () => {
  server.use(
    http.get('*/api/v3/video-agents/styles', ({ request }) =>
      new URL(request.url).searchParams.get('token') === 'two'
        ? HttpResponse.json({ data: [{ style_id: 's2', name: 'Two' }] })
        : HttpResponse.json({ data: [{ style_id: 's1', name: 'One' }], has_more: true, next_token: 'two' }),
    ),
  )
  const styles = await createQueryClient().fetchQuery(videoQueries.styles())
  expect(styles.map(({ name }) => name)).toEqual(['One', 'Two'])
})

test('a video and a session are read by their ids, with links the page may load only', async () => {
  server.use(
    http.get('*/api/v3/videos/v1', () =>
      HttpResponse.json({ data: { id: 'v1', status: 'completed', video_url: 'javascript:alert(1)' } }),
    ),
    http.get('*/api/v3/video-agents/s1', () =>
      HttpResponse.json({ data: { session_id: 's1', status: 'thinking', progress: 10 } }),
    ),
  )
  const client = createQueryClient()
  expect(await client.fetchQuery(videoQueries.detail('v1'))).toMatchObject({ id: 'v1', video_url: null })
  expect(await client.fetchQuery(sessionQueries.detail('s1'))).toMatchObject({ progress: 10, messages: [] })
})
