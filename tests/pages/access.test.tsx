import { screen, waitFor, within } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { pageConfig } from '#queries/page-config.ts'
import { rendersStore } from '#renders/store.ts'
import { openDatabase } from '#search/kept-database.ts'
import { renderApp, watchRequests } from '../render-app.tsx'
import { aRender } from '../renders/fixtures.ts'
import { server } from '../sandbox-server.ts'

const title = 'This Lookbook asks for an access token'
const cards = async () => within(await screen.findByRole('grid')).findAllByRole('link')
const field = () => screen.findByLabelText('Access token')

const refuse = (status: number, code: string, headers: Record<string, string> = {}) =>
  HttpResponse.json({ error: { code, message: 'x' } }, { status, headers })

/** A server that wants the token `open sesame`; its cookie is this one variable. */
function askForToken(first: 'none' | 'ended' | 'in' = 'none') {
  const state = { session: first, said: [] as unknown[], header: [] as (string | null)[] }
  server.use(
    http.post('*/api/session', async ({ request }) => {
      const body: unknown = await request.json()
      state.said.push(body)
      const right = JSON.stringify(body) === '{"access_token":"open sesame"}'
      if (!right) return refuse(401, 'access_token_required', { 'x-lookbook-session': 'wrong' })
      state.session = 'in'
      return HttpResponse.json({ data: { signed_in: true } })
    }),
    http.delete('*/api/session', () => {
      state.session = 'none'
      return HttpResponse.json({ data: { signed_in: false } })
    }),
    http.all('*/api/v3/*', ({ request }) => {
      state.header.push(request.headers.get('x-lookbook-token'))
      return state.session === 'in'
        ? undefined
        : refuse(401, 'access_token_required', { 'x-lookbook-session': state.session })
    }),
  )
  return state
}

const dialog = async () => within(await screen.findByRole('dialog', { name: 'Create video' }))
const stored = () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])

beforeEach(() => void (pageConfig.accessToken = true))
afterEach(() => {
  pageConfig.accessToken = false
  rendersStore.remove(...rendersStore.read().map(({ key }) => key))
})

test('a server that asks for an access token gets it from the person, and the page goes on', async () => {
  const asked = askForToken()
  const { user } = renderApp()
  // The first test of a file loads the app.
  expect(await screen.findByRole('heading', { name: title }, { timeout: 15_000 })).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(screen.queryByRole('grid')).not.toBeInTheDocument()
  await user.type(await field(), ' open sesame ')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  expect((await cards()).length).toBeGreaterThan(9)
  // It was said once, and is nowhere in the page.
  expect(asked.said).toEqual([{ access_token: 'open sesame' }])
  expect(new Set(asked.header)).toEqual(new Set([null]))
  expect(stored()).not.toContain('sesame')
})

test('a wrong access token is said to be wrong, and another can be tried', async () => {
  askForToken()
  const { user } = renderApp()
  await user.type(await field(), 'open barley{Enter}')
  expect(await screen.findByText('This token is not accepted.')).toBeVisible()
  expect(await field()).toHaveAccessibleDescription('This token is not accepted.')
  await user.clear(await field())
  await user.type(await field(), 'open sesame{Enter}')
  expect((await cards()).length).toBeGreaterThan(9)
})

test('after too many wrong tokens it says how long to wait, and sends nothing until then', async () => {
  askForToken()
  let tries = 0
  server.use(
    http.post('*/api/session', () => {
      tries += 1
      return refuse(429, 'too_many_guesses', { 'retry-after': '60' })
    }),
  )
  const { user } = renderApp()
  await user.type(await field(), 'open barley{Enter}')
  expect(await screen.findByText('Too many wrong tokens. Try again in 60 seconds.')).toBeVisible()
  await user.type(await field(), '{Enter}')
  expect(screen.getByRole('button', { name: 'Continue' })).toHaveAttribute('aria-disabled', 'true')
  expect(tries).toBe(1)
})

test('a server that does not answer is said to be that, and not a wrong token', async () => {
  askForToken()
  server.use(http.post('*/api/session', () => HttpResponse.error()))
  const { user } = renderApp()
  await user.type(await field(), 'open sesame{Enter}')
  expect(await screen.findByText('Lookbook’s server does not answer')).toBeVisible()
})

test('a browser that keeps no cookie is told of it, and not asked again for nothing', async () => {
  const asked = askForToken()
  const { user } = renderApp()
  await field()
  server.use(http.post('*/api/session', () => HttpResponse.json({ data: { signed_in: true } })))
  await user.type(await field(), 'open sesame{Enter}')
  expect(await screen.findByText(/did not keep the session/)).toBeVisible()
  expect(asked.session).toBe('none')
})

test('a session that ends is said, takes the looks off the page, and the page goes on where it was', async () => {
  const asked = askForToken('in')
  const { user, router, address } = renderApp('/?type=photo_avatar')
  const [first] = await cards()
  const name = first?.getAttribute('href')
  asked.session = 'ended'
  await router.navigate('/looks/nobody-has-seen-this?type=photo_avatar')
  expect(await screen.findByText(/Your session has ended/)).toBeVisible()
  expect(screen.queryByRole('grid')).not.toBeInTheDocument()
  expect(document.body.innerHTML).not.toContain(name)
  await router.navigate(-1)
  const requests = watchRequests()
  await user.type(await field(), 'open sesame{Enter}')
  expect((await cards())[0]?.getAttribute('href')).toBe(name)
  expect(address()).toBe('/?type=photo_avatar')
  // The looks are still known; nothing of the list is asked for again.
  expect(requests.filter((url) => url.includes('/avatars/looks?'))).toEqual([])
})

test('an order that finds the session ended is not lost: the dialog comes back with its words', async () => {
  const asked = askForToken('in')
  const { user } = renderApp('/create?look=a8ca7997149e701f6165f293d515c230')
  const script = async () => (await dialog()).findByRole('textbox', { name: 'Script' })
  await user.type(await script(), 'Hello again.')
  const create = (await dialog()).getByRole('button', { name: /^Create video/ })
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled', 'true'))
  asked.session = 'ended'
  await user.click(create)
  expect(await screen.findByText(/Your session has ended/)).toBeVisible()
  await user.type(await field(), 'open sesame{Enter}')
  expect(await script()).toHaveValue('Hello again.')
  expect(rendersStore.read()).toEqual([])
})

test('signing out forgets the account here, but never the boards nor an order in doubt', async () => {
  const asked = askForToken('in')
  const left = vi.spyOn(window, 'addEventListener')
  // The server does not know either.
  server.use(http.get('*/api/intents/*', () => HttpResponse.json({ data: { state: 'unknown' } })))
  rendersStore.put(
    aRender('seed-1:a', { state: 'done', lookId: 'look-1' }),
    aRender('seed-2:b', {
      state: 'unknown',
      lookId: 'look-2',
      id: null,
      videoId: null,
      placedAt: Date.now(),
    }),
  )
  localStorage.setItem('lookbook.intent.look-1', 'seed-1')
  localStorage.setItem('lookbook.intent.look-2', 'seed-2')
  localStorage.setItem('lookbook.intent.session.s1', 'seed-3')
  localStorage.setItem('lookbook.draft.look-1', '{"script":"private words"}')
  localStorage.setItem('lookbook.note.b1.look-1', '{"text":"a note"}')
  localStorage.setItem('lookbook.reviewer', '{"id":"r1","name":"Ann"}')
  sessionStorage.setItem('lookbook.selection', '["look-1"]')
  const { user } = renderApp()
  await cards()
  await user.click(await screen.findByRole('button', { name: /Sign out/ }))
  expect(await screen.findByText(/Your boards stay/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(asked.session).toBe('none'))
  await waitFor(() => expect(left.mock.calls.some(([event]) => event === 'pagehide')).toBe(true))
  window.dispatchEvent(new Event('pagehide'))
  expect(Object.keys(localStorage).filter((key) => key.startsWith('lookbook.draft.'))).toEqual([])
  expect(rendersStore.read().map(({ key }) => key)).toEqual(['seed-2:b'])
  expect(localStorage.getItem('lookbook.intent.look-1')).toBeNull()
  expect(localStorage.getItem('lookbook.intent.look-2')).toBe('seed-2')
  // Whether a message to an agent is in doubt is in one tab's memory.
  expect(localStorage.getItem('lookbook.intent.session.s1')).toBe('seed-3')
  expect(localStorage.getItem('lookbook.note.b1.look-1')).toContain('a note')
  expect(localStorage.getItem('lookbook.reviewer')).toContain('Ann')
  expect(Object.entries(sessionStorage)).toEqual([['lookbook.farewell', 'signedOut']])
})

test('a page that is opened without a session deletes the catalogue that is kept here', async () => {
  const storage = new IDBFactory()
  vi.stubGlobal('indexedDB', storage)
  onTestFinished(() => void vi.unstubAllGlobals())
  for (const name of ['lookbook.catalogue.0123', 'lookbook-boards'])
    (await openDatabase(storage, name, 1, () => undefined)).close()
  askForToken('ended')
  renderApp()
  await field()
  await waitFor(async () =>
    expect((await storage.databases()).map(({ name }) => name)).toEqual(['lookbook-boards']),
  )
})

test('who has signed out is told so once, with what stays', async () => {
  askForToken()
  sessionStorage.setItem('lookbook.farewell', 'signedOut')
  renderApp()
  expect(await screen.findByText('You are signed out. Your boards are still in this browser.')).toBeVisible()
  await waitFor(() => expect(sessionStorage.getItem('lookbook.farewell')).toBeNull())
})
