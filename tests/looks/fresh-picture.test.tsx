import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { freshPicture } from '#looks/fresh-picture.ts'
import { server } from '../sandbox-server.ts'

/** Answers for every look with a picture of its own; `running` is how many are being answered. */
function serveLooks(answer: (id: string) => Response | Promise<Response>) {
  const asked: string[] = []
  server.use(
    http.get('*/api/v3/avatars/looks/:id', ({ params }) => {
      const id = String(params.id)
      asked.push(id)
      return answer(id)
    }),
  )
  return asked
}

const look = (id: string) =>
  HttpResponse.json({ data: { id, preview_image_url: `/sandbox/looks/${id}.webp?fresh` } })

test('the picture comes by a fresh link', async () => {
  serveLooks(look)
  expect(await freshPicture(createQueryClient(), 'a')).toBe(
    new URL('/sandbox/looks/a.webp?fresh', document.baseURI).href,
  )
})

test('a look is asked for once a minute, however many of its pictures fail', async () => {
  const asked = serveLooks(look)
  const client = createQueryClient()
  await Promise.all([freshPicture(client, 'a'), freshPicture(client, 'a')])
  await freshPicture(client, 'a')
  expect(asked).toEqual(['a'])
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.advanceTimersByTime(61_000)
  await freshPicture(client, 'a')
  expect(asked).toEqual(['a', 'a'])
})

test('a look that is gone has no picture, and is not asked for again within the minute', async () => {
  const asked = serveLooks(() => HttpResponse.json({ error: { code: 'x', message: 'x' } }, { status: 404 }))
  const client = createQueryClient()
  expect(await freshPicture(client, 'a')).toBeNull()
  expect(await freshPicture(client, 'a')).toBeNull()
  expect(asked).toEqual(['a'])
})

test('at most four are asked for at a time, and all are answered', async () => {
  let running = 0
  let most = 0
  const asked = serveLooks(async (id) => {
    running++
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running--
    return id === '7' ? HttpResponse.error() : look(id)
  })
  const client = createQueryClient()
  const ids = Array.from({ length: 12 }, (_, at) => String(at))
  const found = await Promise.all(ids.map((id) => freshPicture(client, id)))
  expect(most).toBe(4)
  expect(asked).toHaveLength(12)
  expect(found.filter((url) => url === null)).toHaveLength(1)
})
