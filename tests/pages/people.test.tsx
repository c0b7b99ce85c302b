import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test } from 'vitest'
import { renderApp, watchRequests } from '../render-app.tsx'
import { sandboxHandler, server } from '../sandbox-server.ts'

const cards = async (name: string) => within(await screen.findByRole('grid', { name })).findAllByRole('link')

test('the people view has one card a person, with how many looks they have', async () => {
  const { user, address } = renderApp()
  await user.click(await screen.findByRole('radio', { name: 'People' }))
  expect(address()).toBe('/?view=people')
  const [first] = await cards('People')
  expect(first).toHaveTextContent('Carmen')
  expect(first).toHaveTextContent('4 looks')
  expect(first).toHaveAttribute('href', expect.stringMatching(/^\/people\/\w+$/))
  expect(document.title).toBe('People · Lookbook')
  expect(await screen.findByText('28 people, that is all.')).toBeVisible()
})

test('a person who is not ready yet is marked', async () => {
  renderApp('/?view=people&own=private')
  const ruth = (await cards('People')).find((card) => card.textContent.includes('Ruth'))
  expect(ruth).toHaveTextContent('Awaiting consent')
})

test('where nobody is, that is said, and the filter can be dropped', async () => {
  server.use(sandboxHandler({ looks: 8 }))
  const { user, address } = renderApp('/?view=people&own=private')
  expect(await screen.findByRole('heading', { name: 'No people here' })).toBeVisible()
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Clear all' }))
  await waitFor(() => expect(address()).toBe('/?view=people'))
  expect(await cards('People')).toHaveLength(2)
})

test('people who do not load are said in place, and can be tried again', async () => {
  server.use(http.get('*/api/v3/avatars', () => HttpResponse.json({ error: 'x' }, { status: 500 })))
  const { user } = renderApp('/?view=people')
  const alert = within(await screen.findByRole('alert'))
  expect(alert.getByRole('heading', { name: 'HeyGen has a problem' })).toBeVisible()
  server.resetHandlers()
  await user.click(alert.getByRole('button', { name: 'Try again' }))
  expect((await cards('People')).length).toBeGreaterThan(9)
})

test('a person has a page with all their looks, and a way back to everyone', async () => {
  const { user, address } = renderApp('/?view=people')
  const [first] = await cards('People')
  await user.click(first ?? document.body)
  // Its code comes first.
  await waitFor(() => expect(address()).toBe(first?.getAttribute('href')))
  expect(await screen.findByRole('heading', { level: 1, name: 'Carmen' })).toBeVisible()
  expect(screen.getByText(/4 looks · Female · Added/)).toBeVisible()
  expect(await cards('Looks')).toHaveLength(4)
  expect(await screen.findByText('4 looks, that is all.')).toBeVisible()
  await waitFor(() => expect(document.title).toBe('Carmen · Lookbook'))
  await user.click(screen.getByRole('link', { name: 'People' }))
  expect((await cards('People')).length).toBeGreaterThan(9)
})

test('a look opened on a person keeps the person below it', async () => {
  const { user, address } = renderApp('/?view=people')
  const [first] = await cards('People')
  await user.click(first ?? document.body)
  const [look] = await cards('Looks')
  await user.click(look ?? document.body)
  const panel = within(await screen.findByRole('dialog', { name: 'Carmen Vneck Hall' }))
  expect(panel.getByText('1 of 4')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1, name: 'Carmen' })).toBeVisible()
  await user.click(panel.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(address()).toBe(first?.getAttribute('href')))
})

test('what HeyGen says of a person is shown, and consent and state in its own words', async () => {
  renderApp('/?view=people&own=private')
  const ruth = (await cards('People')).find((card) => card.textContent.includes('Ruth'))
  renderApp(ruth?.getAttribute('href') ?? '/')
  expect(await screen.findByText(/Awaiting consent · Consent: pending/)).toBeVisible()
})

test('a person who is not there is said so, with a way back', async () => {
  const asked = watchRequests()
  const { user } = renderApp('/people/nobody')
  expect(await screen.findByRole('heading', { level: 1, name: 'This person is not there' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Back to the looks' }))
  expect((await cards('Looks')).length).toBeGreaterThan(9)
  expect(asked.filter((url) => url.includes('/avatars/nobody'))).toHaveLength(1)
})

test('a person whose page does not load can be tried again', async () => {
  server.use(http.get('*/api/v3/avatars/nobody', () => HttpResponse.json({ error: 'x' }, { status: 502 })))
  const { user } = renderApp('/people/nobody')
  const alert = within(await screen.findByRole('alert'))
  expect(alert.getByRole('heading', { level: 1, name: 'HeyGen has a problem' })).toBeVisible()
  server.use(
    http.get('*/api/v3/avatars/nobody', () =>
      HttpResponse.json({ data: { id: 'nobody', name: '\tAnn  Body' } }),
    ),
  )
  await user.click(alert.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Ann Body' })).toBeVisible()
})
