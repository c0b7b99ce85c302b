import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { pageConfig } from '#queries/page-config.ts'
import { renderApp, watchRequests } from '../render-app.tsx'
import { sandboxHandler, server } from '../sandbox-server.ts'

const cards = async () => within(await screen.findByRole('grid')).findAllByRole('link')
const alert = async () => within(await screen.findByRole('alert'))

const refuse = (status: number, code: string, headers: Record<string, string> = {}) =>
  HttpResponse.json({ error: { code, message: 'x' } }, { status, headers })

/** What the list of looks answers from now on; the rest of the API is as it was. */
const looksAnswer = (answer: () => Response) => server.use(http.get('*/api/v3/avatars/looks', answer))

test.each([
  { fault: 'a 500', answer: () => refuse(500, 'x'), title: 'HeyGen has a problem' },
  { fault: 'a 402', answer: () => refuse(402, 'x'), title: 'HeyGen says the account has no credit' },
  { fault: 'a 403', answer: () => refuse(403, 'x'), title: 'HeyGen does not allow this for the account' },
  { fault: 'HTML', answer: () => HttpResponse.html('<p>Hi'), title: 'HeyGen sent an unreadable answer' },
  {
    fault: 'half an answer',
    answer: () => HttpResponse.text('{"data":[{"id'),
    title: 'HeyGen sent an unreadable answer',
  },
  { fault: 'a 200 with an error', answer: () => refuse(200, 'x'), title: 'HeyGen refused the request' },
  { fault: 'no network', answer: () => HttpResponse.error(), title: 'Lookbook’s server does not answer' },
])(
  '$fault is said in the place of the grid, and trying again brings the looks',
  async ({ answer, title }) => {
    looksAnswer(answer)
    const { user } = renderApp()
    const said = await alert()
    expect(said.getByRole('heading', { name: title })).toBeVisible()
    expect(screen.queryByRole('grid')).not.toBeInTheDocument()
    server.use(sandboxHandler())
    await user.click(said.getByRole('button', { name: 'Try again' }))
    expect((await cards()).length).toBeGreaterThan(9)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  },
)

test('a key that HeyGen refuses is said with what to set', async () => {
  looksAnswer(() => refuse(401, 'heygen_unauthorized'))
  renderApp()
  const said = await alert()
  expect(said.getByRole('heading', { name: 'HeyGen does not accept this key' })).toBeVisible()
  expect(said.getByText(/HEYGEN_API_KEY/)).toBeVisible()
})

test('a 429 says how long to wait', async () => {
  looksAnswer(() => refuse(429, 'rate_limit_exceeded', { 'retry-after': '42' }))
  renderApp()
  // Once for eyes, where it counts down, and once to be heard.
  expect((await alert()).getAllByText(/ 42 s/)).toHaveLength(2)
})

test('the request is named, for whoever reads the log', async () => {
  looksAnswer(() => refuse(502, 'upstream_unreadable', { 'x-request-id': 'r-17' }))
  renderApp()
  expect((await alert()).getByText('Request r-17')).toBeVisible()
})

test('only a server that cannot be reached is asked a second time by the page itself', async () => {
  const asked = watchRequests()
  looksAnswer(() => {
    asked.push('looks')
    return HttpResponse.error()
  })
  renderApp()
  await alert()
  expect(asked.filter((url) => url === 'looks')).toHaveLength(2)
})

test('a server that answers badly is not asked again by the page', async () => {
  let asked = 0
  looksAnswer(() => {
    asked++
    return refuse(500, 'x')
  })
  renderApp()
  await alert()
  expect(asked).toBe(1)
})

test('offline is said as such', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  looksAnswer(() => HttpResponse.error())
  renderApp()
  expect((await alert()).getByRole('heading', { name: 'You are offline' })).toBeVisible()
})

test('a second page that fails keeps the first, and trying again goes on', async () => {
  server.use(sandboxHandler({ looks: 60 }))
  const { user } = renderApp()
  await cards()
  server.use(
    http.get('*/api/v3/avatars/looks', ({ request }) =>
      new URL(request.url).searchParams.has('token') ? refuse(502, 'upstream_unreachable') : undefined,
    ),
  )
  window.scrollBy({ top: 3000 })
  const said = await alert()
  expect(said.getByText('The next looks did not load. HeyGen cannot be reached.')).toBeVisible()
  expect(within(screen.getByRole('grid')).getAllByRole('link').length).toBeGreaterThan(9)
  server.use(sandboxHandler({ looks: 60 }))
  await user.click(said.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('60 looks, that is all.')).toBeVisible()
})

test('a second page that failed comes by itself when the network is back', async () => {
  server.use(sandboxHandler({ looks: 60 }))
  renderApp()
  await cards()
  server.use(
    http.get('*/api/v3/avatars/looks', ({ request }) =>
      new URL(request.url).searchParams.has('token') ? refuse(502, 'upstream_unreachable') : undefined,
    ),
  )
  window.scrollBy({ top: 3000 })
  await alert()
  server.use(sandboxHandler({ looks: 60 }))
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByText('60 looks, that is all.')).toBeVisible()
})

test.each([
  { fault: 'a cursor that leads back to itself', kind: 'token-loop' as const },
  { fault: 'more to come without a cursor', kind: 'no-token' as const },
])('$fault ends the list, and says that it may not be whole', async ({ kind }) => {
  server.use(sandboxHandler({ looks: 20, faults: [{ kind, chance: 1 }] }))
  renderApp()
  expect(
    await screen.findByText('20 looks. HeyGen ended the list early: it may be incomplete.'),
  ).toBeVisible()
  expect(await cards()).toHaveLength(20)
})

test('a cursor that is refused in the middle is the end of the list, not an error', async () => {
  server.use(sandboxHandler({ looks: 60 }))
  renderApp()
  await cards()
  server.use(
    http.get('*/api/v3/avatars/looks', ({ request }) =>
      new URL(request.url).searchParams.has('token') ? refuse(400, 'invalid_parameter') : undefined,
    ),
  )
  window.scrollBy({ top: 3000 })
  expect(await screen.findByText(/^50 looks. HeyGen ended the list early/)).toBeVisible()
})

test('entries that cannot be read are left out, and said when they are many', async () => {
  looksAnswer(() =>
    HttpResponse.json({ data: [{ id: 'a', name: 'Ana' }, { name: 'no id' }, null], has_more: false }),
  )
  renderApp()
  expect(await cards()).toHaveLength(1)
  expect(screen.getByText('2 entries could not be read and are left out.')).toBeVisible()
})

test('slowness is said after three seconds', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  looksAnswer(() => HttpResponse.json({ data: [] }))
  server.use(http.get('*/api/v3/avatars/looks', () => new Promise<Response>(() => {})))
  renderApp()
  await screen.findByRole('grid')
  expect(screen.queryByText(/slow/)).not.toBeInTheDocument()
  await vi.advanceTimersByTimeAsync(3100)
  expect(await screen.findByText('HeyGen is slow to answer. Still trying.')).toBeVisible()
})

test('a refetch that fails over a full page is a notice, and the page stays', async () => {
  const { user, router } = renderApp('/?view=people')
  const [first] = await cards()
  await user.click(first ?? document.body)
  expect(await screen.findByRole('heading', { level: 1, name: 'Carmen' })).toBeVisible()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.advanceTimersByTime(10 * 60_000)
  server.use(http.get('*/api/v3/avatars/:id', () => refuse(500, 'x')))
  await router.navigate(-1)
  await screen.findByRole('grid', { name: 'People' })
  await router.navigate(1)
  expect(await screen.findByRole('heading', { level: 1, name: 'Carmen' })).toBeVisible()
  await waitFor(() => expect(screen.getByText('HeyGen has a problem')).toBeVisible())
})

test('every call carries the header that keeps other sites out', async () => {
  const headers: (string | null)[] = []
  server.use(http.all('*/api/*', ({ request }) => void headers.push(request.headers.get('x-lookbook'))))
  renderApp()
  await cards()
  expect(new Set(headers)).toEqual(new Set(['1']))
})

test('without a server the page is the sandbox, and asks for no account', async () => {
  const asked = watchRequests()
  renderApp()
  await cards()
  expect(pageConfig.mode).toBe('sandbox')
  expect(screen.getByText('Sandbox')).toBeVisible()
  expect(asked.filter((url) => url.includes('/users/me'))).toEqual([])
})
