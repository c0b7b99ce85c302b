import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { expect, test } from 'vitest'
import { InsightRoute } from '#app/insight-route.tsx'
import { createQueryClient } from '#app/query-client.ts'
import type { Catalogue } from '#search/protocol.ts'
import { CatalogueContext } from '#search/use-opened-catalogue.ts'
import { renderApp } from '../render-app.tsx'
import { indexCatalogue } from '../search/index-catalogue.ts'
import { readSandbox } from '../search/sandbox-catalogue.ts'

function openInsight(catalogue: Catalogue | null | undefined) {
  const router = createMemoryRouter(
    [
      { path: '/catalogue', element: <InsightRoute /> },
      { path: '*', element: <p>Elsewhere</p> },
    ],
    { initialEntries: ['/catalogue'] },
  )
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CatalogueContext value={catalogue}>
        <RouterProvider router={router} />
      </CatalogueContext>
    </QueryClientProvider>,
  )
  const address = () => router.state.location.pathname + router.state.location.search
  return { user: userEvent.setup(), address }
}

const section = async (name: string) => within(await screen.findByRole('region', { name }))
const names = (links: HTMLElement[]) => links.map((link) => link.textContent)

test('it counts looks and people, and the looks of each value with their share', async () => {
  openInsight(indexCatalogue())
  expect(await screen.findByText('112 looks of 28 people')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1, name: 'Catalogue' })).toBeVisible()
  expect(document.title).toBe('Catalogue · Lookbook')
  const { looks } = readSandbox(112)
  const photos = looks.filter(({ look }) => look.avatar_type === 'photo_avatar').length
  const share = Math.round((photos / 112) * 100)
  const type = await section('Type')
  expect(type.getByRole('link', { name: `Photo avatar ${photos} looks, ${share}%` })).toBeVisible()
  expect(type.getAllByRole('link')).toHaveLength(3)
})

test.each([
  ['Type', /^Studio avatar/, '/?type=studio_avatar'],
  ['Orientation', /^Portrait/, '/?ori=portrait'],
  ['Engine', /^Avatar V /, '/?engine=avatar_v'],
  ['Gender', /^Female/, '/?gender=female'],
  ['Ownership', /^Mine/, '/?own=private'],
  ['With', /^Clip/, '/?has=video'],
  ['Place', /^Studio/, '/?place=studio'],
])('a bar of "%s" filters the grid', async (title, name, href) => {
  const { user, address } = openInsight(indexCatalogue())
  await user.click((await section(title)).getByRole('link', { name }))
  expect(address()).toBe(href)
})

test('of many values the first eight are shown, and the rest on request', async () => {
  const { user } = openInsight(indexCatalogue({ count: 2500 }))
  const place = await section('Place')
  expect(place.getAllByRole('link')).toHaveLength(8)
  const more = place.getByRole('button', { name: /^\d+ more$/ })
  const hidden = Number.parseInt(more.textContent, 10)
  await user.click(more)
  expect(place.getAllByRole('link')).toHaveLength(8 + hidden)
  expect(more).toHaveAttribute('aria-expanded', 'true')
  await user.click(place.getByRole('button', { name: 'Show fewer' }))
  expect(place.getAllByRole('link')).toHaveLength(8)
})

test('while it is read, numbers say that they may be short, the rows keep their order, and it can be stopped', async () => {
  const catalogue = indexCatalogue({
    known: 8,
    progress: { state: 'walking', whole: false, expected: 112, walkedAt: null },
  })
  const { user } = openInsight(catalogue)
  expect(await screen.findByText(/^8\+ looks of 2\+ people$/)).toBeVisible()
  expect(screen.getByText('Reading: 8 of 112 looks')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Looks read' })).toHaveAttribute('value', '8')
  expect(screen.getByRole('status')).toHaveTextContent('Reading the catalogue')
  expect(screen.getByText('Changes show from the second reading on.')).toBeVisible()
  const type = await section('Type')
  expect(names(type.getAllByRole('link'))).toEqual([expect.stringMatching(/^Video avatar 8\+/)])
  act(() => catalogue.grow(100))
  expect(await screen.findByText(/^100\+ looks/)).toBeVisible()
  expect(type.getAllByRole('link')[0]).toHaveAccessibleName(/^Video avatar \d+\+ looks/)
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(catalogue.told).toEqual(['stop'])
  act(() => catalogue.grow(112, { state: 'done', whole: true, walkedAt: Date.UTC(2026, 4, 12, 12) }))
  expect(await screen.findByText(/^112 looks of/)).toBeVisible()
  expect(type.getAllByRole('link')[0]).toHaveAccessibleName(/^Studio avatar \d+ looks/)
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Read again' }))
  expect(catalogue.told).toEqual(['stop', 'walk'])
})

test('the focus stays in the button that stops it', async () => {
  const catalogue = indexCatalogue({ known: 20, progress: { state: 'walking', whole: false } })
  const { user } = openInsight(catalogue)
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  act(() => catalogue.grow(20, { state: 'stopped' }))
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveFocus()
  expect(screen.getByRole('status')).toHaveTextContent('Stopped after 20 looks')
})

test.each([
  [
    { state: 'failed', whole: false, error: 'GET /v3/avatars/looks 502' },
    'Reading broke off: GET /v3/avatars/looks 502',
  ],
  [{ state: 'waiting', whole: false }, 'HeyGen asks to slow down. Reading goes on by itself.'],
  [{ state: 'opening', whole: false }, 'Opening the catalogue'],
] as const)('it says how the reading stands: %j', async (progress, sentence) => {
  openInsight(indexCatalogue({ progress }))
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(sentence))
})

test('what is missing and what is not kept is said', async () => {
  openInsight(indexCatalogue({ progress: { missing: 12, kept: false } }))
  expect(
    await screen.findByText(/HeyGen counts 12 looks more than it gives\. This browser keeps nothing/),
  ).toBeVisible()
})

test('the largest people are links to their pages, most looks first', async () => {
  const { user, address } = openInsight(indexCatalogue({ count: 2500 }))
  const people = await section('Largest people')
  const links = await people.findAllByRole('link')
  expect(links).toHaveLength(12)
  const counts = names(links).map((name) => Number(/(\d+) looks/.exec(name)?.[1]))
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  await user.click(links[0] ?? document.body)
  expect(address()).toMatch(/^\/people\/\w+$/)
})

test('what the last reading changed is shown, the first of each kind, with the number of all', async () => {
  const looks = readSandbox(112).looks.map(({ look }) => look)
  const { user, address } = openInsight(
    indexCatalogue({
      changes: {
        since: Date.UTC(2026, 4, 11, 9, 30),
        added: looks.slice(0, 30),
        changed: looks.slice(30, 31),
        removed: [{ id: 'gone', name: 'Gone\tOffice' }],
        counts: { added: 1200, changed: 1, removed: 1 },
      },
    }),
  )
  const changes = await section('Since the reading before')
  expect(await changes.findByText(/^Compared with May 11, 2026/)).toBeVisible()
  expect(changes.getByRole('heading', { name: 'New 1,200' })).toBeVisible()
  expect(changes.getByText('1,188 more')).toBeVisible()
  expect(changes.getByRole('heading', { name: 'Changed 1' })).toBeVisible()
  expect(changes.getByText('Gone Office')).toBeVisible()
  expect(changes.getAllByRole('link')).toHaveLength(13)
  await user.click(changes.getAllByRole('link')[0] ?? document.body)
  expect(address()).toBe(`/looks/${looks[0]?.id}`)
})

test('a reading that found nothing different says so', async () => {
  openInsight(indexCatalogue({ changes: { since: Date.UTC(2026, 4, 11) } }))
  expect(await screen.findByText(/Nothing is different\.$/)).toBeVisible()
})

test('an account without looks is said so', async () => {
  openInsight(indexCatalogue({ known: 0 }))
  expect(await screen.findByRole('heading', { name: 'There are no looks to count' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Type' })).not.toBeInTheDocument()
})

test('while the catalogue is opened it says so; where it cannot be, there is a way back', async () => {
  openInsight(undefined)
  expect(screen.getByRole('status')).toHaveTextContent('Opening the catalogue')
  const { user, address } = openInsight(null)
  expect(await screen.findByRole('heading', { level: 1, name: 'The catalogue is not at hand' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Back to the looks' }))
  expect(address()).toBe('/')
})

test('it has an address', async () => {
  renderApp('/catalogue')
  await waitFor(() => expect(document.title).toBe('Catalogue · Lookbook'))
})
