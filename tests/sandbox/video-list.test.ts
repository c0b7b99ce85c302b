import { expect, test } from 'vitest'
import { openStudio, span } from './studio.ts'

test('videos are listed newest first, ten a page, and cursors hold while more are made and deleted', async () => {
  const { heygen, pass, speak } = openStudio()
  const ids: string[] = []
  for (let i = 0; i < 23; i++) {
    ids.unshift(await speak('Hello.', { title: `Take ${i}` }))
    pass(span)
  }
  const first = await heygen.listVideos({})
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 10))
  await speak('Hello.')
  await heygen.deleteVideo(ids[2] ?? '')
  await heygen.deleteVideo(ids[10] ?? '')
  const second = await heygen.listVideos({ token: first.next ?? '' })
  expect(second.items.map(({ id }) => id)).toEqual(ids.slice(11, 21))
  const third = await heygen.listVideos({ token: second.next ?? '' })
  expect(third.items.map(({ id }) => id)).toEqual(ids.slice(21))
  expect(third.next).toBeNull()
})

test('a cursor past which everything was deleted ends the listing', async () => {
  const { heygen, speak } = openStudio()
  const oldest = await speak('Hello.')
  await speak('Hello.')
  const { next } = await heygen.listVideos({ limit: 1 })
  await heygen.deleteVideo(oldest)
  expect(await heygen.listVideos({ limit: 1, token: next ?? '' })).toMatchObject({ items: [], next: null })
})

test('videos are found by a part of their title; none is in a folder', async () => {
  const { heygen, sandbox, speak } = openStudio()
  await speak('Hello.', { title: 'Spring launch' })
  await speak('Hello.', { title: 'Summer' })
  await speak('Hello.')
  const titles = (await heygen.listVideos({ title: 'LAUNCH' })).items.map(({ title }) => title)
  expect(titles).toEqual(['Spring launch'])
  expect((await heygen.listVideos({})).items).toHaveLength(3)
  const folder = await sandbox.request('/v3/videos?folder_id=f')
  expect(await folder.json()).toEqual({ data: [], has_more: false, next_token: null })
})

test.each(['limit=0', 'limit=101', 'token=forged'])('videos with %s are refused', async (query) => {
  const response = await openStudio().sandbox.request(`/v3/videos?${query}`)
  expect(response.status).toBe(400)
})

test('statuses give one row an id, in the words of batches', async () => {
  const { heygen, pass, speak } = openStudio()
  const old = await speak('[fail]')
  pass(span)
  const running = await speak('Hello.')
  pass(span / 2)
  const fresh = await speak('Hello.')
  const rows = await heygen.getStatuses([fresh, running, old, 'nope', fresh])
  expect(rows.map(({ video_id, status }) => [video_id, status])).toEqual([
    [fresh, 'queued'],
    [running, 'processing'],
    [old, 'failed'],
    ['nope', 'not_found'],
  ])
})

test('statuses take 1 to 100 ids', async () => {
  const { heygen } = openStudio()
  const ids = Array.from({ length: 101 }, (_, i) => `id-${i}`)
  expect(await heygen.getStatuses(ids.slice(1))).toHaveLength(100)
  const refused = { status: 400, param: 'video_ids' }
  await expect(heygen.getStatuses(ids)).rejects.toMatchObject(refused)
  await expect(heygen.getStatuses([])).rejects.toMatchObject(refused)
})

test('a deleted video is gone', async () => {
  const { heygen, sandbox, speak } = openStudio()
  const id = await speak('Hello.')
  const response = await sandbox.request(`/v3/videos/${id}`, { method: 'DELETE' })
  expect(await response.json()).toEqual({ data: { id, deleted: true } })
  const unknown = { status: 404, code: 'video_not_found' }
  await expect(heygen.getVideo(id)).rejects.toMatchObject(unknown)
  await expect(heygen.deleteVideo(id)).rejects.toMatchObject(unknown)
  expect((await heygen.listVideos({})).items).toEqual([])
})
