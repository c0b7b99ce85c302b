import { expect, test } from 'vitest'
import { HeygenHttpError } from '#heygen/errors.ts'
import { createHeygenVideos } from '#heygen/videos.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

const look = 'Maya_knit_stage_side'

/** The client over a sandbox of its own, and the requests it sent. */
function openClient() {
  let now = Date.now()
  const sandbox = createSandbox({ now: () => now })
  const sent: Request[] = []
  const heygen = createHeygenVideos({
    baseUrl: 'http://heygen.test',
    media: (url) => url && `safe:${url}`,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      sent.push(request.clone())
      return sandbox.fetch(request)
    },
  })
  return { heygen, sent, pass: (ms: number) => (now += ms) }
}

test('a video from its order to its file', async () => {
  const { heygen, sent, pass } = openClient()
  const { video_id } = await heygen.createVideo(
    { type: 'avatar', avatar_id: look, script: 'Hello.', engine: { type: 'avatar_iii' } },
    'key-1',
  )
  expect(sent[0]?.method).toBe('POST')
  expect(sent[0]?.headers.get('idempotency-key')).toBe('key-1')
  expect(sent[0]?.headers.get('content-type')).toBe('application/json')
  expect(await heygen.getVideo(video_id)).toMatchObject({ status: 'pending', video_url: null })
  pass(60_000)
  const video = await heygen.getVideo(video_id)
  expect(video.status).toBe('completed')
  expect(video.video_url).toMatch(/^safe:.+\.mp4$/)
  expect(video.thumbnail_url).toMatch(/^safe:/)
  expect((await heygen.listVideos({ limit: 5 })).items.map(({ id }) => id)).toContain(video_id)
})

test('the same key gives the same video', async () => {
  const { heygen } = openClient()
  const body = { type: 'avatar', avatar_id: look, script: 'Hello.', engine: { type: 'avatar_iii' } } as const
  const [one, two] = [await heygen.createVideo(body, 'k'), await heygen.createVideo(body, 'k')]
  expect(two.video_id).toBe(one.video_id)
})

test('statuses in one request, an unknown id among them', async () => {
  const { heygen, sent } = openClient()
  const { video_id } = await heygen.createVideo(
    { type: 'avatar', avatar_id: look, script: 'Hi.', engine: { type: 'avatar_iii' } },
    'k',
  )
  const rows = await heygen.getStatuses([video_id, 'nope'])
  expect(rows.map(({ video_id: id, status }) => [id, status])).toEqual([
    [video_id, 'queued'],
    ['nope', 'not_found'],
  ])
  expect(new URL(sent[1]?.url ?? '').searchParams.get('video_ids')).toBe(`${video_id},nope`)
})

test('a session: created, read, told, stopped, and its videos', async () => {
  const { heygen, sent, pass } = openClient()
  const { session_id } = await heygen.createSession({ prompt: 'A tour', mode: 'chat', avatar_id: look }, 'k1')
  pass(60_000)
  const session = await heygen.getSession(session_id)
  expect(session.messages.length).toBeGreaterThan(0)
  expect((await heygen.listSessions({})).items.map((row) => row.session_id)).toEqual([session_id])
  await heygen.sendMessage(session_id, { message: 'Yes.' }, 'k2')
  await heygen.stopSession(session_id)
  expect(await sent.at(-1)?.json()).toEqual({})
  expect((await heygen.listSessionVideos(session_id)).items.length).toBeGreaterThan(0)
})

test('a batch, page by page', async () => {
  const { heygen } = openClient()
  const video = { type: 'avatar', avatar_id: look, script: 'Hi.', engine: { type: 'avatar_iii' } } as const
  const { batch_id } = await heygen.createBatch({ videos: [video, video, video] }, 'k')
  const first = await heygen.getBatch(batch_id, { limit: 2 })
  expect(first).toMatchObject({ batch_id, total_items: 3, has_more: true })
  const rest = await heygen.getBatch(batch_id, { limit: 2, token: first.next_token ?? undefined })
  expect([...first.items, ...rest.items].map(({ item_index }) => item_index)).toEqual([0, 1, 2])
  expect(rest.has_more).toBe(false)
})

test('styles with media the page may load, and a video that is deleted', async () => {
  const { heygen, sent } = openClient()
  const { items } = await heygen.listStyles({ tag: 'social' })
  expect(items).toMatchObject([{ style_id: 'soft_portrait', thumbnail_url: expect.stringMatching(/^safe:/) }])
  const { video_id } = await heygen.createVideo(
    { type: 'avatar', avatar_id: look, script: 'Hi.', engine: { type: 'avatar_iii' } },
    'k',
  )
  await heygen.deleteVideo(video_id)
  expect(sent.at(-1)?.method).toBe('DELETE')
  await expect(heygen.getVideo(video_id)).rejects.toBeInstanceOf(HeygenHttpError)
})

test('a refusal names its field', async () => {
  const { heygen } = openClient()
  const order = heygen.createVideo(
    {
      type: 'avatar',
      avatar_id: look,
      script: 'Hi.',
      expressiveness: 'high',
      engine: { type: 'avatar_iii' },
    },
    'k',
  )
  await expect(order).rejects.toMatchObject({ status: 400, param: 'expressiveness' })
})

test('fields HeyGen leaves out, sends as null or adds do not spoil a video', async () => {
  const heygen = createHeygenVideos({
    baseUrl: 'http://heygen.test',
    fetch: async () => Response.json({ data: { id: 'v', status: 'resting', duration: 'long', extra: 1 } }),
  })
  expect(await heygen.getVideo('v')).toMatchObject({
    id: 'v',
    status: 'resting',
    duration: null,
    title: null,
  })
})
