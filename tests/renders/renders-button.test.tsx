import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Render } from '#renders/render.ts'
import { RendersButton } from '#renders/renders-button.tsx'
import { rendersStore } from '#renders/store.ts'
import { aRender } from './fixtures.ts'
import { answer, keepRenders, pictureOf, show } from './show.tsx'

beforeEach(() => keepRenders())

function showButton() {
  const onFinished = vi.fn<(render: Render) => void>()
  return { onFinished, ...show(<RendersButton picture={pictureOf} onFinished={onFinished} />, '/') }
}

const now = () => ({ placedAt: Date.now(), followedFrom: Date.now() })
/** Due a moment from now. */
const almostDue = () => ({ placedAt: Date.now() - 60_000, followedFrom: Date.now() - 9900 })

test('the button counts what runs, and then what has ended unseen', () => {
  showButton()
  expect(screen.getByRole('button', { name: 'Renders' })).toBeVisible()
  act(() => rendersStore.put(aRender('a', now())))
  expect(screen.getByRole('button', { name: 'Renders, 1 running' })).toBeVisible()
  act(() => rendersStore.put(aRender('b', { state: 'done' })))
  expect(screen.getByRole('button', { name: 'Renders, 1 new' })).toBeVisible()
  act(() => rendersStore.update(new Map([['b', { seen: true }]])))
  expect(screen.getByRole('button', { name: 'Renders, 1 running' })).toBeVisible()
})

test('the tray shows the six newest, and looking at them is enough', async () => {
  keepRenders(
    ...Array.from({ length: 7 }, (_, at) => aRender(`${at}`, { placedAt: at, state: 'done', duration: 41 })),
    aRender('running', { ...now(), title: 'Under way' }),
  )
  const { user, address } = showButton()
  await user.click(screen.getByRole('button', { name: 'Renders, 7 new' }))
  const tray = within(await screen.findByRole('dialog', { name: 'Renders' }))
  const rows = tray.getAllByRole('listitem')
  expect(rows).toHaveLength(6)
  expect(rows[0]).toHaveTextContent('Under way')
  expect(rows[0]).toHaveTextContent('Rendering')
  expect(rows[1]).toHaveTextContent('Take 6')
  expect(rows[1]).toHaveTextContent('Done')
  expect(rows[1]).toHaveTextContent('0:41 long')
  await waitFor(() =>
    expect(rendersStore.read().some(({ seen, state }) => state === 'done' && !seen)).toBe(false),
  )
  await user.click(tray.getByRole('link', { name: /Take 6/ }))
  expect(address()).toBe('/renders/video-6')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('an empty tray says how one is made, and leads to all', async () => {
  const { user, address } = showButton()
  await user.click(screen.getByRole('button', { name: 'Renders' }))
  expect(await screen.findByText(/Videos you make show up here/)).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'All renders' }))
  expect(address()).toBe('/renders')
})

test('leave to notify is asked for by a click alone', async () => {
  const requestPermission = vi.fn<() => Promise<string>>(async () => 'granted')
  vi.stubGlobal('Notification', { permission: 'default', requestPermission })
  keepRenders(aRender('a', now()))
  const { user } = showButton()
  await user.click(screen.getByRole('button', { name: 'Renders, 1 running' }))
  const ask = await screen.findByRole('button', { name: 'Tell me when it is done' })
  expect(requestPermission).not.toHaveBeenCalled()
  await user.click(ask)
  await waitFor(() => expect(ask).not.toBeInTheDocument())
  expect(screen.getByRole('link', { name: 'All renders' })).toHaveFocus()
  vi.unstubAllGlobals()
})

const statusesAre = (status: string) =>
  answer('/v3/videos/statuses', () => ({ data: [{ video_id: 'video-a', status }] }))

test('a render that ends is said: in words, in the title and to the app', async () => {
  document.title = 'Looks · Lookbook'
  keepRenders(aRender('a', { title: 'Spring release', ...almostDue() }))
  const asked = statusesAre('completed')
  answer('/v3/videos/video-a', () => ({ data: { id: 'video-a', status: 'completed', duration: 41 } }))
  const { onFinished } = showButton()
  await waitFor(() => expect(onFinished).toHaveBeenCalledOnce())
  expect(onFinished.mock.calls[0]?.[0]).toMatchObject({ key: 'a', state: 'done', duration: 41 })
  expect(asked).toEqual(['?video_ids=video-a'])
  expect(await screen.findByText('Spring release is ready')).toBeInTheDocument()
  expect(document.title).toBe('(1) Looks · Lookbook')
  document.title = 'People · Lookbook'
  await waitFor(() => expect(document.title).toBe('(1) People · Lookbook'))
  act(() => rendersStore.update(new Map([['a', { seen: true }]])))
  await waitFor(() => expect(document.title).toBe('People · Lookbook'))
})

test('several that end at once are said at once', async () => {
  keepRenders(...['a', 'b', 'c', 'd'].map((key) => aRender(key, { title: `Take ${key}`, ...almostDue() })))
  answer('/v3/videos/statuses', () => ({
    data: ['a', 'b', 'c', 'd'].map((key) => ({
      video_id: `video-${key}`,
      status: key === 'd' ? 'failed' : 'completed',
    })),
  }))
  answer('/v3/videos/video-*', ({ url }) => ({
    data: { id: url.split('/').at(-1), status: 'completed', failure_message: 'Voice failed' },
  }))
  const { onFinished } = showButton()
  expect(await screen.findByText(/videos are ready/)).toHaveTextContent(
    /^(3 videos are ready\. Take d: Voice failed|Take d: Voice failed\. 3 videos are ready)$/,
  )
  expect(onFinished).toHaveBeenCalledTimes(4)
})

test('an agent that waits for an answer is said, and is not an end', async () => {
  keepRenders(
    aRender('a', { title: 'By prompt', route: '/v3/video-agents', id: 's1', videoId: null, ...almostDue() }),
  )
  answer('/v3/video-agents/s1', () => ({ data: { session_id: 's1', status: 'waiting_for_input' } }))
  const { onFinished } = showButton()
  expect(await screen.findByText('By prompt: Needs an answer')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Renders, 1 running' })).toBeVisible()
  expect(onFinished).not.toHaveBeenCalled()
})

test('a hidden tab tells the system, where that is allowed', async () => {
  const shown: unknown[] = []
  class FakeNotification extends EventTarget {
    static permission = 'granted'
    constructor(...words: unknown[]) {
      super()
      shown.push(words)
    }
  }
  vi.stubGlobal('Notification', FakeNotification)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  keepRenders(aRender('a', { title: 'Price change', ...almostDue() }))
  statusesAre('failed')
  answer('/v3/videos/video-a', () => ({
    data: { id: 'video-a', status: 'failed', failure_message: 'Voice failed' },
  }))
  const { onFinished } = showButton()
  await waitFor(() => expect(onFinished).toHaveBeenCalledOnce())
  expect(shown).toEqual([['Price change: Voice failed', { tag: 'a' }]])
  vi.unstubAllGlobals()
})

test('coming back asks once after what was given up, and not after what has ended', async () => {
  keepRenders(aRender('a', { checkedAt: 15 * 60_000 }), aRender('b', { state: 'failed', seen: true }))
  const asked = statusesAre('processing')
  showButton()
  await waitFor(() => expect(asked).toEqual(['?video_ids=video-a']))
  await waitFor(() =>
    expect(rendersStore.read().find(({ key }) => key === 'a')?.checkedAt).toBeGreaterThan(1e12),
  )
  await new Promise((resolve) => void setTimeout(resolve, 50))
  expect(asked).toHaveLength(1)
})

test('with nothing to follow, nothing is asked', async () => {
  keepRenders(aRender('a', { state: 'done', seen: true }))
  const asked = statusesAre('completed')
  const { page } = showButton()
  act(() => rendersStore.put(aRender('b', almostDue())))
  await waitFor(() => expect(asked).toHaveLength(1))
  page.unmount()
  await new Promise((resolve) => void setTimeout(resolve, 50))
  expect(asked).toHaveLength(1)
})
