import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { RenderPage } from '#renders/render-page.tsx'
import type { Render } from '#renders/render.ts'
import { rendersStore } from '#renders/store.ts'
import { aRender } from './fixtures.ts'
import { answer, failWith, keepRenders, pictureOf, show } from './show.tsx'

beforeEach(() => keepRenders())

function showRender(id: string) {
  const onEdit = vi.fn<(render: Render) => void>()
  return { onEdit, ...show(<RenderPage id={id} picture={pictureOf} onEdit={onEdit} />, `/renders/${id}`) }
}

const file = (path: string) => new URL(path, location.href).href

const now = () => ({ placedAt: Date.now(), followedFrom: Date.now() })

test('a finished render plays large, with its facts', async () => {
  keepRenders(aRender('a', { title: 'Take', state: 'done', duration: 62 }))
  answer('/v3/videos/video-a', () => ({
    data: { id: 'video-a', status: 'completed', video_url: '/a.mp4', thumbnail_url: '/a.jpg' },
  }))
  showRender('video-a')
  expect(screen.getByRole('heading', { level: 1, name: 'Take' })).toBeVisible()
  expect(screen.getByText('Avatar IV')).toBeVisible()
  expect(screen.getByText('1:02')).toBeVisible()
  expect(screen.getByText('video-a')).toBeVisible()
  const video = await screen.findByLabelText('Take')
  expect(video).toHaveAttribute('src', file('/a.mp4'))
  expect(video).toHaveAttribute('poster', file('/a.jpg'))
  expect(video).not.toHaveAttribute('autoplay')
  expect(screen.getByRole('button', { name: 'Download Take' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Renders' })).toHaveAttribute('href', '/renders')
  expect(document.title).toBe('Take · Lookbook')
})

test('a running one says when it is asked after, and can be resumed', async () => {
  keepRenders(aRender('a', { title: 'Take', ...now() }))
  const { page } = showRender('video-a')
  expect(screen.getByText('Rendering')).toBeVisible()
  expect(screen.getByText('Next check in 10 s')).toBeVisible()
  page.unmount()
  keepRenders(aRender('a', { title: 'Take', checkedAt: 20 * 60_000 }))
  const { user } = showRender('video-a')
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(await screen.findByText('Checking')).toBeVisible()
})

test('one that is not known is found by the key of its intent', () => {
  const key = 'seed:0123'
  keepRenders(aRender(key, { state: 'unknown', id: null, videoId: null, title: 'Lost', ...now() }))
  showRender(key)
  expect(screen.getByText('We do not know whether HeyGen accepted this. Checking.')).toBeVisible()
  expect(screen.queryByText('Video id')).not.toBeInTheDocument()
})

test('a failed one says why and goes back to its form', async () => {
  const failure = { code: 'tts', message: 'Voice failed' }
  keepRenders(aRender('a', { title: 'Take', state: 'failed', failure }))
  const { user, onEdit } = showRender('video-a')
  expect(screen.getByText('Voice failed')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Edit and try again' }))
  expect(onEdit.mock.calls[0]?.[0].key).toBe('a')
  expect(rendersStore.read()[0]?.seen).toBe(true)
})

const message = (role: string, content: string, type = 'text') => ({ role, type, content, created_at: null })

const agentRender = (rest: Partial<Render> = {}) =>
  aRender('a', {
    route: '/v3/video-agents',
    id: 's1',
    videoId: null,
    title: 'By prompt',
    lookName: 'Marcus',
    ...now(),
    ...rest,
  })

test('an agent’s progress is its own number, and its messages stand newest last, as text', async () => {
  keepRenders(agentRender())
  answer('/v3/video-agents/s1', () => ({
    data: {
      session_id: 's1',
      status: 'generating',
      progress: 37,
      messages: [
        message('model', 'See <a href="https://evil.example">this</a>'),
        message('user', 'A greeting'),
      ],
    },
  }))
  showRender('s1')
  expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '37')
  const said = within(screen.getByRole('region', { name: 'Messages' })).getAllByRole('listitem')
  expect(said.map((item) => item.textContent)).toEqual([
    'YouA greeting',
    'AgentSee <a href="https://evil.example">this</a>',
  ])
  expect(screen.queryByRole('link', { name: 'this' })).not.toBeInTheDocument()
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  expect(screen.getByText('Session id')).toBeVisible()
})

test('an agent that waits gets its answer once, and the focus stays on the page', async () => {
  keepRenders(agentRender({ state: 'needs-input' }))
  const sent: unknown[] = []
  let status = 'waiting_for_input'
  answer('/v3/video-agents/s1', async (request) => {
    if (request.method === 'GET')
      return Response.json({
        data: { session_id: 's1', status, messages: [message('model', 'Which city?')] },
      })
    sent.push([request.headers.get('idempotency-key')?.length, await request.json()])
    status = 'generating'
    return Response.json({ data: { session_id: 's1', run_id: 'r1' } })
  })
  const { user } = showRender('s1')
  await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), ' Paris ')
  await user.dblClick(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(screen.queryByRole('textbox')).not.toBeInTheDocument())
  expect(sent).toEqual([[69, { message: 'Paris' }]])
  expect(screen.getByRole('heading', { name: 'Messages' })).toHaveFocus()
  expect(await screen.findByText('Checking')).toBeVisible()
})

test('an agent can be stopped', async () => {
  keepRenders(agentRender())
  answer('/v3/video-agents/s1', () => ({ data: { session_id: 's1', status: 'generating' } }))
  const stopped = answer('/v3/video-agents/s1/stop', () => ({ data: { session_id: 's1' } }))
  const { user } = showRender('s1')
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await screen.findByRole('button', { name: 'Asked the agent to stop' })).toBeVisible()
  expect(stopped).toHaveLength(1)
})

test.each([
  [403, 'launch_token_required', /launch address/],
  [403, 'spending_off', /switched spending off/],
  [401, 'access_token_required', /signed out/],
  [403, 'forbidden', 'HeyGen does not allow this for the account'],
])('an agent that cannot be stopped for %s %s says why', async (status, code, said) => {
  keepRenders(agentRender())
  answer('/v3/video-agents/s1', () => ({ data: { session_id: 's1', status: 'generating' } }))
  answer('/v3/video-agents/s1/stop', () => failWith(status, code))
  const { user } = showRender('s1')
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(said)
  expect(screen.getByRole('button', { name: 'Stop' })).toBeVisible()
})

test('a video that was made elsewhere is shown, too', async () => {
  answer('/v3/videos/v9', () => ({
    data: { id: 'v9', status: 'completed', title: 'From elsewhere', duration: 5, video_url: '/v9.mp4' },
  }))
  showRender('v9')
  expect(screen.getByRole('status', { name: 'Loading the render' })).toBeVisible()
  expect(await screen.findByRole('heading', { level: 1, name: 'From elsewhere' })).toBeVisible()
  expect(await screen.findByLabelText('From elsewhere')).toHaveAttribute('src', file('/v9.mp4'))
})

test('one that still renders elsewhere is asked after by hand', async () => {
  let status = 'processing'
  answer('/v3/videos/v9', () => ({ data: { id: 'v9', status, title: 'From elsewhere' } }))
  const { user } = showRender('v9')
  expect(await screen.findByText('Rendering')).toBeVisible()
  status = 'failed'
  await user.click(screen.getByRole('button', { name: 'Check now' }))
  expect(await screen.findByText('Failed')).toBeVisible()
})

test('a session that was begun elsewhere is found by its id', async () => {
  answer('/v3/videos/s9', () => failWith(404, 'video_not_found'))
  answer('/v3/video-agents/s9', () => ({
    data: { session_id: 's9', status: 'thinking', title: 'A greeting', messages: [message('user', 'Hi')] },
  }))
  showRender('s9')
  expect(await screen.findByRole('heading', { level: 1, name: 'A greeting' })).toBeVisible()
  expect(await screen.findByText('Hi')).toBeVisible()
})

test('an id that nobody knows has a way back', async () => {
  answer('/v3/videos/none', () => failWith(404, 'video_not_found'))
  answer('/v3/video-agents/none', () => failWith(404, 'not_found'))
  showRender('none')
  expect(await screen.findByText('This render is not there')).toBeVisible()
  expect(screen.getByRole('link', { name: 'To all renders' })).toHaveAttribute('href', '/renders')
})

test('a video that cannot be read says why, and can be asked for again', async () => {
  let fails = true
  answer('/v3/videos/v9', () =>
    fails ? failWith(502, 'upstream_unreachable') : { data: { id: 'v9', status: 'pending', title: 'Now' } },
  )
  const { user } = showRender('v9')
  expect(await screen.findByText('HeyGen cannot be reached')).toBeVisible()
  fails = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'Now' })).toBeVisible()
})
