import { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { noteLooks } from '#app/look-notes.ts'
import { lookQueries } from '#queries/looks.ts'
import { server } from '../sandbox-server.ts'

let client: QueryClient
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

const [maya, wei] = ['Maya_knit_stage_side', 'Wei_tee_studio_front']

test('a board remembers what HeyGen says of looks, in their order, and the filters they were found with', async () => {
  const noted = await noteLooks(client, [wei, maya], '?q=knit&view=people&size=l&junk=1')
  expect(noted.map(({ id }) => id)).toEqual([wei, maya])
  const look = await client.fetchQuery(lookQueries.detail(maya))
  expect(noted[1]?.note).toMatchObject({
    name: look.name,
    type: look.avatar_type,
    group: look.group_id,
    width: look.image_width,
    height: look.image_height,
    from: '?q=knit',
  })
})

test('a look that HeyGen does not know is left out', async () => {
  expect((await noteLooks(client, [maya, 'nobody-here', wei], '')).map(({ id }) => id)).toEqual([maya, wei])
})

test('nothing is noted by halves where HeyGen does not answer', async () => {
  server.use(http.get(`*/api/v3/avatars/looks/${wei}`, () => HttpResponse.error()))
  await expect(noteLooks(client, [maya, wei], '')).rejects.toThrow(wei)
})

test('HeyGen is asked for four looks at a time, and not for those that are known', async () => {
  await client.fetchQuery(lookQueries.detail(maya))
  let [running, most, asked] = [0, 0, 0]
  server.use(
    http.get('*/api/v3/avatars/looks/:id', async () => {
      asked += 1
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return HttpResponse.json({ error: { code: 'not_found', message: 'No such look' } }, { status: 404 })
    }),
  )
  const many = Array.from({ length: 20 }, (_, index) => `look-${index}`)
  expect((await noteLooks(client, [...many, maya], '')).map(({ id }) => id)).toEqual([maya])
  expect([asked, most]).toEqual([20, 4])
})
