import { expect, test } from 'vitest'
import { voiceId } from '#sandbox/voices.ts'
import { lookIds, openStudio, span } from './studio.ts'

test('a session thinks, generates and completes by the clock, with its video', async () => {
  const { heygen, pass } = openStudio()
  const prompt = 'A product demo for our new app'
  const request = { prompt, avatar_id: lookIds.studio, style_id: 'library_talk' }
  const { session_id, status, video_id } = await heygen.createSession(request, 'key')
  expect(status).toBe('thinking')
  expect(await heygen.getSession(session_id)).toMatchObject({
    status: 'thinking',
    progress: 0,
    title: prompt,
    video_id,
    messages: [{ role: 'user', type: 'text', content: prompt, created_at: 1_800_000_000 }],
  })
  pass(span / 4)
  const half = await heygen.getSession(session_id)
  expect(half).toMatchObject({ status: 'generating', progress: 25 })
  expect(half.messages.map(({ role }) => role)).toEqual(['model', 'user'])
  pass((span * 3) / 4 - 1)
  expect(await heygen.getSession(session_id)).toMatchObject({ status: 'generating', progress: 99 })
  pass(1)
  const done = await heygen.getSession(session_id)
  expect(done).toMatchObject({ status: 'completed', progress: 100 })
  expect(done.messages[0]).toMatchObject({ role: 'model', content: 'The video is ready.' })
  expect(await heygen.getVideo(video_id ?? '')).toMatchObject({
    status: 'completed',
    title: prompt,
    video_url: '/sandbox/looks/marcus-suit-studio-1.mp4',
    duration: 30,
  })
  expect((await heygen.listSessionVideos(session_id)).items.map(({ id }) => id)).toEqual([video_id])
  expect((await heygen.listVideos({})).items.map(({ id }) => id)).toEqual([video_id])
})

test('a prompt without a look makes a video of somebody', async () => {
  const { heygen, pass, ask } = openStudio()
  const { video_id } = await heygen.getSession(await ask('A demo'))
  pass(span)
  expect((await heygen.getVideo(video_id ?? '')).video_url).toMatch(/\.mp4$/)
})

test('a chat asks first, and makes its video when it is answered', async () => {
  const { heygen, pass, ask, balance } = openStudio()
  const id = await ask('A demo', { mode: 'chat', avatar_id: lookIds.studio })
  expect(await heygen.getSession(id)).toMatchObject({ status: 'thinking', video_id: null })
  pass(span / 4)
  const asking = await heygen.getSession(id)
  expect(asking).toMatchObject({ status: 'waiting_for_input', progress: 0, video_id: null })
  expect(asking.messages[0]).toMatchObject({ role: 'model', content: expect.stringMatching(/\?/) })
  expect(await balance()).toBe(42.5)
  pass(span * 10)
  expect(await heygen.getSession(id)).toMatchObject({ status: 'waiting_for_input' })
  await heygen.sendMessage(id, { message: 'For new users' }, 'key')
  expect(await balance()).toBe(41.5)
  pass(span / 2)
  const busy = await heygen.getSession(id)
  expect(busy).toMatchObject({ status: 'generating', progress: 50, video_id: expect.any(String) })
  expect(busy.messages.map(({ role, content }) => `${role} ${content}`)).toContain('user For new users')
  pass(span / 2)
  expect(await heygen.getSession(id)).toMatchObject({ status: 'completed', progress: 100 })
  expect(await heygen.getVideo(busy.video_id ?? '')).toMatchObject({
    status: 'completed',
    video_url: '/sandbox/looks/marcus-suit-studio-1.mp4',
  })
})

test('a chat that is complete can be told to make another video', async () => {
  const { heygen, pass, ask } = openStudio()
  const id = await ask('A demo', { mode: 'chat' })
  pass(span / 4)
  await heygen.sendMessage(id, { message: 'Go on' }, 'a')
  pass(span)
  await heygen.sendMessage(id, { message: 'Shorter, please', avatar_id: lookIds.photo }, 'b')
  expect(await heygen.getSession(id)).toMatchObject({ status: 'generating', progress: 0 })
  pass(span)
  const videos = (await heygen.listSessionVideos(id)).items
  expect(videos).toHaveLength(2)
  expect(videos[0]?.video_url).toBe('/sandbox/looks/yuki-stripes-forest-1.mp4')
})

test('messages are at most 40, newest first', async () => {
  const { heygen, pass, ask } = openStudio()
  const id = await ask('A demo', { mode: 'chat' })
  pass(span)
  for (let i = 0; i < 15; i++) {
    await heygen.sendMessage(id, { message: `Take ${i}` }, `key-${i}`)
    pass(span)
  }
  const { messages } = await heygen.getSession(id)
  expect(messages).toHaveLength(40)
  const times = messages.map(({ created_at }) => created_at ?? 0)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(messages.find(({ role }) => role === 'user')?.content).toBe('Take 14')
})

test('a message is for chats only, and only when the session waits for one', async () => {
  const { pass, ask, refused } = openStudio()
  const message = { message: 'Go on' }
  const generate = await ask('A demo')
  pass(span)
  expect(await refused(`/v3/video-agents/${generate}`, message)).toMatchObject({
    status: 400,
    code: 'invalid_parameter',
  })
  const chat = await ask('A demo', { mode: 'chat' })
  const busy = { status: 409, code: 'resource_not_ready' }
  expect(await refused(`/v3/video-agents/${chat}`, message)).toMatchObject(busy)
  pass(span)
  expect(await refused(`/v3/video-agents/${chat}`, {})).toMatchObject({ status: 400, param: 'message' })
  expect(await refused(`/v3/video-agents/${chat}`, { message: '[policy]' })).toMatchObject({
    code: 'content_policy_violation',
    param: 'message',
  })
})

test('stop ends a session and its video as failed, and frees the slot', async () => {
  const { heygen, pass, ask, speak } = openStudio()
  for (let i = 0; i < 9; i++) await speak('[slow] Hello.')
  const id = await ask('A demo')
  const { video_id } = await heygen.getSession(id)
  pass(span / 2)
  await expect(speak('Hello.')).rejects.toMatchObject({ status: 429 })
  await heygen.stopSession(id)
  await speak('Hello.')
  pass(span)
  const stopped = await heygen.getSession(id)
  expect(stopped).toMatchObject({ status: 'failed', progress: 50 })
  expect(stopped.messages[0]).toMatchObject({ role: 'model', type: 'error', content: 'Stopped.' })
  expect(stopped.messages).toHaveLength(3)
  expect(await heygen.getVideo(video_id ?? '')).toMatchObject({
    status: 'failed',
    failure_message: 'Stopped.',
  })
})

test('a chat that waits holds no slot, and can be stopped', async () => {
  const { heygen, pass, ask, refused } = openStudio()
  const ids: string[] = []
  for (let i = 0; i < 10; i++) ids.push(await ask('A demo', { mode: 'chat' }))
  await expect(ask('A demo')).rejects.toMatchObject({ status: 429 })
  pass(span / 4)
  await ask('A demo')
  const [id = ''] = ids
  await heygen.stopSession(id)
  const stopped = await heygen.getSession(id)
  expect(stopped).toMatchObject({ status: 'failed', video_id: null })
  expect(stopped.messages[0]).toMatchObject({ type: 'error', content: 'Stopped.' })
  expect(await refused(`/v3/video-agents/${id}`, { message: 'Go on' })).toMatchObject({ status: 400 })
})

test('a message needs a slot as a new session does', async () => {
  const { heygen, pass, ask, speak, refused, balance } = openStudio()
  const id = await ask('A demo', { mode: 'chat' })
  pass(span / 4)
  for (let i = 0; i < 10; i++) await speak('Hello.')
  const before = await balance()
  const full = { status: 429, code: 'quota_exceeded', retryAfter: '6' }
  expect(await refused(`/v3/video-agents/${id}`, { message: 'Go on' })).toMatchObject(full)
  expect(await balance()).toBe(before)
  expect(await heygen.getSession(id)).toMatchObject({ status: 'waiting_for_input' })
})

test('stop changes nothing about a session that has ended', async () => {
  const { heygen, pass, ask } = openStudio()
  const id = await ask('A demo')
  pass(span)
  await heygen.stopSession(id)
  expect(await heygen.getSession(id)).toMatchObject({ status: 'completed' })
})

test('a prompt with [fail: words] fails with them', async () => {
  const { heygen, pass, ask } = openStudio()
  const id = await ask('A demo [fail: Too vague.]')
  pass(span)
  const failed = await heygen.getSession(id)
  expect(failed).toMatchObject({ status: 'failed', progress: 99 })
  expect(failed.messages[0]).toMatchObject({ type: 'error', content: 'Too vague.' })
})

test('sessions are listed newest first, and cursors hold while more are made', async () => {
  const { heygen, pass, ask } = openStudio()
  const ids: string[] = []
  for (const prompt of ['One', 'Two', 'Three']) {
    ids.unshift(await ask(prompt))
    pass(span)
  }
  const first = await heygen.listSessions({ limit: 2 })
  expect(first.items.map(({ title }) => title)).toEqual(['Three', 'Two'])
  await ask('Four')
  const second = await heygen.listSessions({ limit: 2, token: first.next ?? '' })
  expect(second).toMatchObject({ items: [{ session_id: ids[2], title: 'One' }], next: null })
})

test.each([
  [{ avatar_id: 'nobody' }, 404, 'avatar_not_found', 'avatar_id'],
  [{ voice_id: 'nobody' }, 404, 'voice_not_found', 'voice_id'],
  [{ style_id: 'nobody' }, 404, 'resource_not_found', 'style_id'],
  [{ prompt: 'x'.repeat(10_001) }, 400, 'invalid_parameter', 'prompt'],
  [{ prompt: undefined }, 400, 'invalid_parameter', 'prompt'],
  [{ tone: 'calm' }, 400, 'invalid_parameter', 'tone'],
])('%# a session is refused by the name of the field', async (more, status, code, param) => {
  const { refused } = openStudio()
  const body = { prompt: 'A demo', ...more }
  expect(await refused('/v3/video-agents', body)).toMatchObject({ status, code, param })
})

test('a session may have a voice', async () => {
  const { ask } = openStudio()
  expect(await ask('A demo', { voice_id: voiceId('walter-clone') })).toMatch(/^[0-9a-f]{32}$/)
})

test('unknown sessions are not found', async () => {
  const { heygen } = openStudio()
  const unknown = { status: 404, code: 'resource_not_found' }
  await expect(heygen.getSession('nobody')).rejects.toMatchObject(unknown)
  await expect(heygen.listSessionVideos('nobody')).rejects.toMatchObject(unknown)
  await expect(heygen.stopSession('nobody')).rejects.toMatchObject(unknown)
  await expect(heygen.sendMessage('nobody', { message: 'Hi' }, 'a')).rejects.toMatchObject(unknown)
})
