import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Render } from '#renders/render.ts'
import { RendersPage } from '#renders/renders-page.tsx'
import { rendersStore } from '#renders/store.ts'
import { notices } from '#ui/notices.ts'
import { server } from '../sandbox-server.ts'
import { aRender } from './fixtures.ts'
import { answer, failWith, keepRenders, noVideos, pictureOf, show } from './show.tsx'

beforeEach(() => {
  keepRenders()
  notices.take()
})

const second = 1000

function showPage(address?: string) {
  const onEdit = vi.fn<(render: Render) => void>()
  return { onEdit, ...show(<RendersPage picture={pictureOf} onEdit={onEdit} />, address) }
}

const rowOf = (title: string) =>
  within(screen.getByRole('link', { name: title }).closest('li') ?? document.body)

const placed = (ago: number, rest: Partial<Render>): Partial<Render> => {
  const at = Date.now() - ago
  return { placedAt: at, followedFrom: at, checkedAt: Date.now(), ...rest }
}

test('each render says what it is, how it stands and how long that takes', () => {
  noVideos()
  keepRenders(
    aRender('a', placed(84 * second, { title: 'Spring release' })),
    aRender('b', placed(12 * second, { title: 'Onboarding', state: 'waiting' })),
    aRender('c', { title: 'Weekly update', state: 'done', duration: 41 }),
    aRender('d', {
      title: 'Price change',
      state: 'failed',
      failure: { code: 'tts', message: 'Voice failed' },
    }),
    aRender('e', { title: 'Gone', state: 'failed', failure: { code: 'not_found', message: '' } }),
  )
  showPage()
  expect(screen.getByText('2 running')).toBeVisible()
  expect(screen.getByText(/^Next check in (?:10|9) s$/)).toBeVisible()
  const running = rowOf('Spring release')
  expect(running.getByText('Rendering')).toBeVisible()
  expect(running.getByText('1:24')).toBeVisible()
  expect(running.getByText('Marcus Suit Studio · Avatar IV · 1080p')).toBeVisible()
  expect(running.queryByRole('button', { name: /Play/ })).not.toBeInTheDocument()
  expect(rowOf('Onboarding').getByText('Waiting')).toBeVisible()
  expect(rowOf('Weekly update').getByText('Done')).toBeVisible()
  expect(rowOf('Weekly update').getByText('0:41 long')).toBeVisible()
  expect(rowOf('Price change').getByText('Voice failed')).toBeVisible()
  expect(rowOf('Gone').getByText('HeyGen has no such video')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Spring release' })).toHaveAttribute('href', '/renders/video-a')
})

test('the seconds go by', () => {
  vi.useFakeTimers()
  noVideos()
  keepRenders(aRender('a', placed(5 * second, { progress: 40 })))
  showPage()
  expect(screen.getByText('0:05 · 40 %')).toBeVisible()
  act(() => void vi.advanceTimersByTime(3 * second))
  expect(screen.getByText('0:08 · 40 %')).toBeVisible()
  expect(screen.getByText('Next check in 7 s')).toBeVisible()
})

test('one that failed goes back to its form, and one that was never taken, too', async () => {
  noVideos()
  keepRenders(
    aRender('a', { title: 'Failed', state: 'failed' }),
    aRender('b', { title: 'Absent', state: 'absent', id: null, videoId: null }),
    aRender('c', { title: 'Unknown', state: 'unknown', id: null, videoId: null, ...placed(1, {}) }),
  )
  const { user, onEdit } = showPage()
  await user.click(rowOf('Failed').getByRole('button', { name: 'Edit and try again' }))
  await user.click(rowOf('Absent').getByRole('button', { name: 'Create again' }))
  expect(onEdit.mock.calls.map(([{ key, draft }]) => [key, draft])).toEqual([
    ['a', { script: 'Hello' }],
    ['b', { script: 'Hello' }],
  ])
  const unknown = rowOf('Unknown')
  expect(unknown.getByText('Not known yet')).toBeVisible()
  expect(unknown.getByText('We do not know whether HeyGen accepted this. Checking.')).toBeVisible()
  expect(unknown.queryByRole('button')).not.toBeInTheDocument()
})

/** On the page's own server, as in the sandbox. */
const file = (path: string) => new URL(path, location.href).href

const theVideo = (rest: object = {}) => ({
  data: { id: 'video-a', status: 'completed', video_url: '/fresh.mp4?sig=1', ...rest },
})

test('it plays in its place, by a link fetched for it', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', state: 'done' }))
  const asked = answer('/v3/videos/video-a', () => theVideo())
  const { user } = showPage()
  expect(asked).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: 'Play Take' }))
  expect(await screen.findByLabelText('Take')).toHaveAttribute('src', file('/fresh.mp4?sig=1'))
  await user.click(screen.getByRole('button', { name: 'Close the player' }))
  expect(screen.queryByLabelText('Take')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Play Take' })).toHaveFocus()
})

test('a link that expires while it is open is fetched once more, and then it is said', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', state: 'done' }))
  let times = 0
  answer('/v3/videos/video-a', () => theVideo({ video_url: `/${++times}.mp4` }))
  const { user } = showPage()
  await user.click(screen.getByRole('button', { name: 'Play Take' }))
  fireEvent.error(await screen.findByLabelText('Take'))
  await waitFor(() => expect(screen.getByLabelText('Take')).toHaveAttribute('src', file('/2.mp4')))
  fireEvent.error(screen.getByLabelText('Take'))
  expect(await screen.findByText('The video did not play')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByLabelText('Take')).toHaveAttribute('src', file('/3.mp4'))
})

test('starting one pauses the other', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'One', state: 'done' }), aRender('b', { title: 'Two', state: 'done' }))
  answer('/v3/videos/*', () => theVideo())
  const paused: unknown[] = []
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function (this: HTMLMediaElement) {
    paused.push(this.getAttribute('aria-label'))
  })
  const { user } = showPage()
  for (const title of ['One', 'Two']) {
    await user.click(screen.getByRole('button', { name: `Play ${title}` }))
    fireEvent.play(await screen.findByLabelText(title))
  }
  expect(paused).toEqual(['One'])
})

/** What the browser was told to save: address and name. */
function watchSaves() {
  const saved: string[][] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push([this.href, this.download, this.target])
  })
  return saved
}

test('the file and its captions are downloaded by fresh links, under the title', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Q3: results / draft', state: 'done', captions: true }))
  answer('/v3/videos/video-a', () => theVideo({ captioned_video_url: '/c.WEBM?s=1', subtitle_url: '/s.srt' }))
  // The page cannot read them, so the browser is sent there.
  server.use(http.get(/\/(c\.WEBM|s\.srt)$/, () => new HttpResponse(null, { status: 404 })))
  const saved = watchSaves()
  const { user } = showPage()
  await user.click(screen.getByRole('button', { name: 'Download Q3: results / draft' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Download the captions of Q3: results / draft' }))
  await waitFor(() => expect(saved).toHaveLength(2))
  expect(saved).toEqual([
    [file('/c.WEBM?s=1'), 'Q3 results draft.webm', ''],
    [file('/s.srt'), 'Q3 results draft.srt', ''],
  ])
})

test('a download that cannot be had says why, and the button is there again', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', state: 'done' }))
  const { promise, resolve } = Promise.withResolvers<Response>()
  answer('/v3/videos/video-a', () => promise)
  const { user } = showPage()
  await user.click(screen.getByRole('button', { name: 'Download Take' }))
  expect(screen.getByRole('button', { name: 'Getting the link' })).toHaveAttribute('aria-disabled', 'true')
  resolve(failWith(502, 'upstream_unreachable'))
  expect(await screen.findByRole('button', { name: 'Download Take' })).toHaveFocus()
  expect(notices.take()).toMatchObject([{ title: 'HeyGen cannot be reached' }])
})

test('a video that was deleted says so', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', state: 'done' }))
  answer('/v3/videos/video-a', () => failWith(404, 'video_not_found'))
  const { user } = showPage()
  await user.click(screen.getByRole('button', { name: 'Play Take' }))
  expect(await screen.findByText('HeyGen has no such video')).toBeVisible()
})

test('a video without a file says so', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', state: 'done' }))
  answer('/v3/videos/video-a', () => theVideo({ video_url: 'data:text/html,x' }))
  const saved = watchSaves()
  const { user } = showPage()
  await user.click(screen.getByRole('button', { name: 'Download Take' }))
  await waitFor(() => expect(notices.take()).toEqual([{ title: 'HeyGen gives no file for this video' }]))
  expect(saved).toEqual([])
})

test('the id is copied', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', state: 'done' }))
  const { user } = showPage()
  await user.click(screen.getByRole('button', { name: 'Copy the id of Take' }))
  expect(await navigator.clipboard.readText()).toBe('video-a')
})

test('when the schedule has ended, Resume begins it anew and keeps the focus', async () => {
  noVideos()
  keepRenders(aRender('a', { title: 'Take', checkedAt: 16 * 60 * second }))
  const { user } = showPage()
  expect(screen.getByText('No longer checked')).toBeVisible()
  expect(screen.queryByText(/Next check/)).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  expect(screen.getByText('Rendering')).toBeVisible()
  expect(await screen.findByText('Checking')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

test('what is looked at is news no more', () => {
  noVideos()
  keepRenders(aRender('a', { state: 'done' }), aRender('b'))
  showPage()
  expect(rendersStore.read().map(({ key, seen }) => [key, seen])).toEqual([
    ['b', false],
    ['a', true],
  ])
})

test('without renders the page says how one is made', async () => {
  noVideos()
  showPage()
  expect(screen.getByText(/Videos you make show up here/)).toBeVisible()
  expect(await screen.findByText('This account has no other videos yet')).toBeVisible()
})

test('the account’s other videos follow, page by page, to the end', async () => {
  keepRenders(aRender('a', { title: 'Mine', state: 'done' }))
  const asked = answer('/v3/videos', ({ url }) =>
    url.includes('token=two')
      ? { data: [{ id: 'v3', status: 'failed', failure_message: 'No credit' }], has_more: false }
      : {
          data: [
            { id: 'video-a', status: 'completed', title: 'Mine' },
            { id: 'v2', status: 'completed', title: 'Old one', duration: 62, created_at: 1_700_000_000 },
          ],
          has_more: true,
          next_token: 'two',
        },
  )
  const { user } = showPage()
  expect(screen.getByRole('status', { name: 'Loading videos' })).toBeVisible()
  const list = within(await screen.findByRole('list', { name: 'All videos of this account' }))
  expect(list.getAllByRole('link').map((link) => link.textContent)).toEqual(['Old one'])
  expect(list.getByText('1:02 long')).toBeVisible()
  expect(list.getByRole('button', { name: 'Play Old one' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'More videos' }))
  expect(await list.findByText('No credit')).toBeVisible()
  expect(screen.getByText('3 videos, that is all.')).toBeVisible()
  expect(asked).toEqual(['?limit=50', '?limit=50&token=two'])
})

test('a page that does not come keeps what is there, and can be asked for again', async () => {
  let fails = true
  answer('/v3/videos', ({ url }) => {
    if (!url.includes('token'))
      return { data: [{ id: 'v1', title: 'First' }], has_more: true, next_token: 'two' }
    return fails ? failWith(502, 'upstream_unreachable') : { data: [{ id: 'v2', title: 'Second' }] }
  })
  const { user } = showPage()
  await user.click(await screen.findByRole('button', { name: 'More videos' }))
  expect(await screen.findByText('The next videos did not load. HeyGen cannot be reached.')).toBeVisible()
  expect(screen.getByText('First')).toBeVisible()
  fails = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Second')).toBeVisible()
})

test('a page that was asked for too soon counts down, and comes by itself', async () => {
  let asked = 0
  answer('/v3/videos', ({ url }) => {
    if (!url.includes('token'))
      return { data: [{ id: 'v1', title: 'First' }], has_more: true, next_token: 'two' }
    asked++
    return asked === 1
      ? failWith(429, 'rate_limit_exceeded', { 'retry-after': '2' })
      : { data: [{ id: 'v2', title: 'Second' }] }
  })
  const { user } = showPage()
  await user.click(await screen.findByRole('button', { name: 'More videos' }))
  const retry = await screen.findByRole('button', { name: 'Try again' })
  expect(retry).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByRole('alert')).toHaveTextContent('Trying again is possible in 2 s.')
  await user.click(retry)
  expect(asked).toBe(1)
  expect(await screen.findByText('Second')).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('a list that does not come says so in its place', async () => {
  let fails = true
  answer('/v3/videos', () => (fails ? failWith(402, 'credit') : { data: [{ id: 'v1', title: 'First' }] }))
  const { user } = showPage()
  expect(await screen.findByText('HeyGen says the account has no credit')).toBeVisible()
  fails = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('First')).toBeVisible()
})

test('the title filter asks once typing rests, and stands in the address', async () => {
  const asked = answer('/v3/videos', ({ url }) => ({
    data: url.includes('title=') ? [] : [{ id: 'v1', title: 'First' }],
  }))
  const { user, address } = showPage()
  await screen.findByText('First')
  await user.type(screen.getByRole('searchbox', { name: 'Filter by title' }), 'spring')
  expect(await screen.findByText('No video has “spring” in its title')).toBeVisible()
  expect(asked).toEqual(['?limit=50', '?title=spring&limit=50'])
  expect(address()).toBe('/renders?title=spring')
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  expect(await screen.findByText('First')).toBeVisible()
  expect(address()).toBe('/renders')
})

test('a title in the address is the filter from the start', async () => {
  const asked = answer('/v3/videos', () => ({ data: [{ id: 'v1', title: 'Old spring' }] }))
  showPage('/renders?title=spring')
  expect(await screen.findByText('Old spring')).toBeVisible()
  expect(screen.getByRole('searchbox')).toHaveValue('spring')
  expect(asked).toEqual(['?title=spring&limit=50'])
})

test('a link to the whole list empties the filter', async () => {
  const asked = answer('/v3/videos', ({ url }) => ({
    data: [{ id: 'v1', title: url.includes('title=') ? 'Old spring' : 'Everything' }],
  }))
  const { go } = showPage('/renders?title=spring')
  await screen.findByText('Old spring')
  await go('/renders')
  expect(screen.getByRole('searchbox')).toHaveValue('')
  expect(await screen.findByText('Everything')).toBeVisible()
  await go('/renders?title=spring')
  expect(screen.getByRole('searchbox')).toHaveValue('spring')
  expect(asked).toHaveLength(2)
})
