import { render, screen, within } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, expect, test, vi } from 'vitest'
import { CrashPage } from '#app/crash-page.tsx'
import { readBelow } from '#app/history-state.ts'
import { createQueryClient } from '#app/query-client.ts'
import { HeygenHttpError, HeygenNetworkError } from '#heygen/errors.ts'
import { notices } from '#ui/notices.ts'
import { renderApp } from '../render-app.tsx'

afterEach(() => {
  delete document.documentElement.dataset.theme
  notices.take()
})

test('an address that means nothing is a page that says so, with a way back', async () => {
  const { user, address } = renderApp('/no/such/page')
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible()
  expect(document.title).toBe('Not found · Lookbook')
  await user.click(screen.getByRole('link', { name: 'Back to the looks' }))
  expect(await screen.findByRole('grid', { name: 'Looks' })).toBeVisible()
  expect(address()).toBe('/')
})

test.each(['/looks', '/looks/a/b', '/people', '/looks/%E0%A4%A', '/__proto__'])(
  '%s is not a blank page',
  async (at) => {
    renderApp(at)
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
    vi.mocked(console.warn).mockClear()
  },
)

function Broken(): never {
  throw new Error('planted')
}

test('a page that breaks says so and can be reloaded, instead of going blank', async () => {
  const router = createMemoryRouter([{ path: '/', element: <Broken />, errorElement: <CrashPage /> }])
  render(<RouterProvider router={router} />)
  const alert = within(await screen.findByRole('alert'))
  expect(await alert.findByRole('heading', { name: 'Something broke on this page' })).toBeVisible()
  expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible()
  expect(console.error).toHaveBeenCalled()
  vi.mocked(console.error).mockClear()
})

test('light and dark change at a button, and the choice is kept', async () => {
  const { user } = renderApp()
  await user.click(await screen.findByRole('button', { name: 'Switch to dark' }))
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  await user.click(screen.getByRole('button', { name: 'Switch to light' }))
  expect(document.documentElement).toHaveAttribute('data-theme', 'light')
  expect(localStorage.getItem('lookbook.theme')).toBe('light')
})

test('the first stop of the Tab key skips to the looks', async () => {
  const { user } = renderApp()
  const grid = await screen.findByRole('grid')
  const [first] = await within(grid).findAllByRole('link')
  await user.tab()
  expect(screen.getByRole('link', { name: 'Skip to the looks' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(first).toHaveFocus()
})

test('going offline is said, and taken back', async () => {
  renderApp()
  await screen.findByRole('grid')
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  expect(await screen.findByText('You are offline')).toBeVisible()
  online.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(screen.queryByText('You are offline')).not.toBeInTheDocument())
})

test.each([null, undefined, 7, 'below', {}, { below: null }, { below: { path: 1, key: 'k', search: '' } }])(
  'an entry of the history with %j has no list below',
  (state) => {
    expect(readBelow(state)).toBeNull()
  },
)

test('an entry of the history remembers the list below', () => {
  const below = { path: '/people/a', key: 'k', search: '?own=private' }
  expect(readBelow({ below, other: 1 })).toEqual(below)
})

const key = ['thing']
const fail = (error: Error) => async () => {
  throw error
}
const broken = new HeygenHttpError('GET x', 500, { code: 'x', message: 'x' }, {})

test('a failed refetch keeps what is shown and is said once; a failed first fetch is said in its place', async () => {
  const client = createQueryClient()
  await expect(client.fetchQuery({ queryKey: key, queryFn: fail(broken) })).rejects.toBe(broken)
  expect(notices.take()).toEqual([])
  client.setQueryData(key, 'shown')
  await client.fetchQuery({ queryKey: key, queryFn: fail(broken) }).catch(() => {})
  expect(client.getQueryData(key)).toBe('shown')
  await vi.waitFor(() => expect(notices.take().map(({ title }) => title)).toEqual(['HeyGen has a problem']))
})

test.each([
  { what: 'a server that cannot be reached', error: new HeygenNetworkError('x'), online: true, tries: 2 },
  { what: 'the network while offline', error: new HeygenNetworkError('x'), online: false, tries: 1 },
  { what: 'an answer with an error', error: broken, online: true, tries: 1 },
])('$what is tried $tries times', async ({ error, online, tries }) => {
  vi.useFakeTimers()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  const client = createQueryClient()
  client.mount()
  const queryFn = vi.fn<() => Promise<never>>(fail(error))
  const observed = client.prefetchQuery({ queryKey: key, queryFn, ...client.getDefaultOptions().queries })
  await vi.advanceTimersByTimeAsync(2000)
  await observed
  expect(queryFn).toHaveBeenCalledTimes(tries)
  client.unmount()
})
