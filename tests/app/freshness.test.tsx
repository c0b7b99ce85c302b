import { screen, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freshness } from '#queries/freshness.ts'
import { pageConfig } from '#queries/page-config.ts'
import { unlessLost } from '#queries/unless-lost.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../sandbox-server.ts'

const listing = '*/api/v3/avatars/looks'
const look = { id: 'a', name: 'Anna in red', avatar_type: 'photo_avatar' }
const page = { data: [look], has_more: false, next_token: null }

/** HeyGen is away from now on, and the server has a list of five minutes ago; `back()` ends that. */
function serveKept() {
  let away = true
  const asked: string[] = []
  server.use(
    http.get(listing, ({ request }) => {
      asked.push(request.url)
      return HttpResponse.json(page, away ? { headers: { 'x-lookbook-stale': '300' } } : {})
    }),
  )
  return { asked, back: () => (away = false) }
}

const said = () => document.querySelector('[data-announcer]')?.textContent
const banner = () => screen.findByRole('region', { name: 'State of the connection' })
const noBanner = () =>
  vi.waitFor(
    () => expect(screen.queryByRole('region', { name: 'State of the connection' })).not.toBeInTheDocument(),
    4000,
  )

/** An answer from somewhere, with the headers of our server. */
function answer(url: string, status: number, headers: Record<string, string> = {}) {
  const response = new Response(null, { status, headers })
  Object.defineProperty(response, 'url', { value: url })
  return response
}

beforeEach(() => {
  // What the test before left.
  const url = freshness.standIn()
  if (url !== undefined) freshness.hear(answer(url, 200))
})
afterEach(() => {
  pageConfig.version = ''
})

test('a kept answer is labelled with its age, announced once, and the label goes when HeyGen answers', async () => {
  const { back } = serveKept()
  const { user } = renderApp()
  const label = within(await banner())
  expect(label.getByText('HeyGen is not answering.')).toBeVisible()
  expect(label.getByText('This is from 5 minutes ago.')).toBeVisible()
  expect(screen.getByRole('grid', { name: 'Looks' })).toBeVisible()
  await vi.waitFor(() => expect(said()).toBe('HeyGen is not answering. This is from 5 minutes ago.'))

  await user.click(label.getByRole('button', { name: 'Try again' }))
  expect(await label.findByText('Still no answer.')).toBeVisible()
  back()
  await user.click(label.getByRole('button', { name: 'Try again' }))
  await noBanner()
  await vi.waitFor(() => expect(said()).toBe('HeyGen answers again.'))
})

test('a try that HeyGen answers brings the list anew', async () => {
  const { asked, back } = serveKept()
  const { user } = renderApp()
  const label = within(await banner())
  back()
  const before = asked.length
  await user.click(label.getByRole('button', { name: 'Try again' }))
  await noBanner()
  // One to see whether HeyGen answers, one for the list.
  await vi.waitFor(() => expect(asked.length).toBe(before + 2))
})

test('only what HeyGen did not answer tells that it is back: the server has other answers for minutes', () => {
  freshness.hear(answer('http://a/1', 200, { 'x-lookbook-stale': '60' }))
  const first = freshness.read().stale
  expect(Date.now() - (first?.from ?? 0)).toBeGreaterThanOrEqual(60_000)
  freshness.hear(answer('http://a/2', 200))
  expect(freshness.read().stale).toEqual(first)
  freshness.hear(answer('http://a/2', 200, { 'x-lookbook-stale': '7200' }))
  expect(freshness.read().stale?.since).toBe(first?.since)
  expect(Date.now() - (freshness.read().stale?.from ?? 0)).toBeGreaterThanOrEqual(7_200_000)
  freshness.hear(answer('http://a/1', 503))
  freshness.hear(answer('http://a/1', 429))
  expect(freshness.read().stale).not.toBeNull()
  // A no is an answer.
  freshness.hear(answer('http://a/1', 404))
  expect(freshness.read().stale).toBeNull()
})

test.each(['', 'soon', '-3', 'Infinity'])('%j is no age', (value) => {
  freshness.hear(answer('http://a/1', 200, { 'x-lookbook-stale': value }))
  expect(freshness.read().stale).toBeNull()
})

test('code that fails while the server has the same build is a part that did not load', async () => {
  pageConfig.version = 'same'
  server.use(http.get('*/healthz', () => HttpResponse.json({ ok: true, version: 'same' })))
  const tell = vi.fn<() => void>()
  unlessLost(tell)
  await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce())
})

test('a new version is told when nobody is busy, once, and can wait', async () => {
  pageConfig.version = 'old'
  server.use(http.get(listing, () => HttpResponse.json(page, { headers: { 'x-lookbook-version': 'new' } })))
  const { user } = renderApp()
  await screen.findByRole('grid', { name: 'Looks' })
  const label = within(
    await screen.findByRole('region', { name: 'State of the connection' }, { timeout: 9000 }),
  )
  expect(label.getByText('A new version is here.')).toBeVisible()
  expect(label.getByRole('button', { name: 'Reload' })).toBeVisible()
  await user.click(label.getByRole('button', { name: 'Not now' }))
  await noBanner()
})

test('code that is gone with an older build is told in the banner, and nowhere else', async () => {
  renderApp()
  await screen.findByRole('grid', { name: 'Looks' })
  pageConfig.version = 'old'
  server.use(http.get('*/healthz', () => HttpResponse.json({ ok: true, version: 'new' })))
  const tell = vi.fn<() => void>()
  unlessLost(tell)
  const label = within(await banner())
  expect(await label.findByText('Lookbook was updated.')).toBeVisible()
  expect(tell).not.toHaveBeenCalled()
})
