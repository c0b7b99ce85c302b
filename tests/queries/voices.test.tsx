import { QueryObserver } from '@tanstack/react-query'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { voiceQueries, type AllVoices } from '#queries/voices.ts'
import { server } from '../sandbox-server.ts'

const { queryKey } = voiceQueries.everyone()

/** Public pages of two voices each, without end; `answer` may say something else for a page. */
function serveVoices(answer: (type: string, page: number) => Response | undefined) {
  server.use(
    http.get('*/api/v3/voices', ({ request }) => {
      const { searchParams } = new URL(request.url)
      const type = searchParams.get('type') ?? 'public'
      const page = Number(searchParams.get('token') ?? 0)
      const own = HttpResponse.json({ data: [{ voice_id: 'own', name: 'Own' }] })
      const data = [{ voice_id: `a${page}` }, { voice_id: `b${page}` }]
      const next_token = page < 2 ? String(page + 1) : null
      return (
        answer(type, page) ??
        (type === 'private' ? own : HttpResponse.json({ data, has_more: page < 2, next_token }))
      )
    }),
  )
}

const refuse = (status: number) => HttpResponse.json({ error: { code: 'x', message: 'x' } }, { status })
const ids = (all: AllVoices | undefined) => all?.voices.map(({ voice_id }) => voice_id)

test('every voice is walked: the own ones first, then the public ones', async () => {
  const asked: string[] = []
  serveVoices((type, page) => {
    asked.push(`${type} ${page}`)
    return undefined
  })
  const all = await createQueryClient().fetchQuery(voiceQueries.everyone())
  expect(asked).toEqual(['private 0', 'public 0', 'public 1', 'public 2'])
  expect(ids(all)).toEqual(['own', 'a0', 'b0', 'a1', 'b1', 'a2', 'b2'])
})

test('the voices of the sandbox are all there', async () => {
  const all = await createQueryClient().fetchQuery(voiceQueries.everyone())
  expect(all).toMatchObject({ complete: true, cut: false, skipped: 0, ownRefused: false })
  expect(all.voices).toHaveLength(31)
  expect(all.voices.slice(0, 3).map(({ type }) => type)).toEqual(['private', 'private', 'private'])
  expect(new Set(all.voices.slice(3).map(({ type }) => type))).toEqual(new Set(['public']))
})

test('voices can be shown as they come', async () => {
  serveVoices(() => undefined)
  const client = createQueryClient()
  const seen: AllVoices[] = []
  const stop = new QueryObserver(client, voiceQueries.everyone()).subscribe(
    ({ data }) => data && seen.push(data),
  )
  const all = await client.fetchQuery(voiceQueries.everyone())
  stop()
  expect(ids(all)).toEqual(['own', 'a0', 'b0', 'a1', 'b1', 'a2', 'b2'])
  expect(seen[0]).toMatchObject({ complete: false })
  expect(ids(seen[0])).toEqual(['own'])
})

test.each([400, 403, 404])('own voices refused with %i do not cost the public ones', async (status) => {
  serveVoices((type) => (type === 'private' ? refuse(status) : undefined))
  const all = await createQueryClient().fetchQuery(voiceQueries.everyone())
  expect(all).toMatchObject({ complete: true, ownRefused: true })
  expect(all.voices).toHaveLength(6)
})

test('own voices that could not be read for now fail the walk, so that it can be tried again', async () => {
  serveVoices((type) => (type === 'private' ? refuse(502) : undefined))
  await expect(createQueryClient().fetchQuery(voiceQueries.everyone())).rejects.toThrow('502')
})

test('a walk that breaks off keeps what has come, and another one adds to it', async () => {
  serveVoices((type, page) => (type === 'public' && page === 2 ? refuse(502) : undefined))
  const client = createQueryClient()
  await expect(client.fetchQuery(voiceQueries.everyone())).rejects.toThrow('502')
  expect(ids(client.getQueryData<AllVoices>(queryKey))).toEqual(['own', 'a0', 'b0', 'a1', 'b1'])

  serveVoices(() => undefined)
  const least: number[] = []
  const stop = client.getQueryCache().subscribe(() => {
    const { length } = client.getQueryData<AllVoices>(queryKey)?.voices ?? []
    least.push(length)
  })
  const all = await client.fetchQuery(voiceQueries.everyone())
  stop()
  expect(all.voices).toHaveLength(7)
  expect(Math.min(...least)).toBe(5)
})

test('a voice in both listings is there once, as an own one', async () => {
  const own = { voice_id: 'a0', name: 'Mine', type: 'private' }
  serveVoices((type) => (type === 'private' ? HttpResponse.json({ data: [own] }) : undefined))
  const all = await createQueryClient().fetchQuery(voiceQueries.everyone())
  expect(ids(all)).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2'])
  expect(all.voices[0]?.type).toBe('private')
})

test('a listing that is refused on the way is cut, and what cannot be read is counted', async () => {
  serveVoices((type, page) => {
    if (type === 'private')
      return HttpResponse.json({ data: [{ name: 'without an id' }, { voice_id: 'own' }] })
    return page === 1 ? refuse(400) : undefined
  })
  const all = await createQueryClient().fetchQuery(voiceQueries.everyone())
  expect(ids(all)).toEqual(['own', 'a0', 'b0'])
  expect(all).toMatchObject({ complete: true, cut: true, skipped: 1 })
})
