import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { buildCatalogue } from '#sandbox/catalogue.ts'
import { provideIndexWorker } from '../index-worker.ts'
import { renderApp } from '../render-app.tsx'

const all = buildCatalogue(undefined).looks({})
const cards = async (name = 'Looks') =>
  within(await screen.findByRole('grid', { name })).findAllByRole('link')
const search = () => screen.findByRole('searchbox', { name: 'Search looks, people and tags' })
const named = (word: string) => all.filter(({ name }) => name.toLowerCase().includes(word)).length

// First: once the index is open, it stays open for the page.
test('where the index cannot be had, that is said, and the lists of the API stay', async () => {
  const { user } = renderApp('/?q=kenji')
  const alert = within(await screen.findByRole('alert'))
  expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
  await user.clear(await search())
  expect((await cards())[0]).toHaveTextContent('Carmen Vneck Hall')
})

test('what is typed is searched at once, with its words marked, and stands in the address', async () => {
  provideIndexWorker()
  const { user, address } = renderApp()
  await cards()
  await user.keyboard('/')
  expect(await search()).toHaveFocus()
  await user.keyboard('kenji')
  await waitFor(() => expect(address()).toBe('/?q=kenji'))
  expect(await screen.findByText(`${named('kenji')} looks, that is all.`)).toBeVisible()
  const [first] = await cards()
  await waitFor(() => expect(first?.querySelector('mark')).toHaveTextContent('Kenji'))
  await user.keyboard('{Enter}')
  expect(first).toHaveFocus()
})

test('Escape empties the search, and the list comes back', async () => {
  provideIndexWorker()
  const { user, address } = renderApp('/?q=kenji')
  expect(await search()).toHaveValue('kenji')
  await screen.findByText(`${named('kenji')} looks, that is all.`)
  await user.click(await search())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(address()).toBe('/'))
  expect((await cards())[0]).toHaveTextContent('Carmen Vneck Hall')
  await user.keyboard('{Escape}')
  expect((await cards())[0]).toHaveFocus()
})

test('while the index is asked, the list before stays', async () => {
  provideIndexWorker()
  const { user } = renderApp()
  const [before] = await cards()
  await user.type(await search(), 'maya')
  expect(before).toBeInTheDocument()
  await screen.findByText(`${named('maya')} looks, that is all.`)
  expect((await cards())[0]).toHaveTextContent('Maya')
})

test('facets are picked, left out and dropped, with counts that are those of the looks they show', async () => {
  provideIndexWorker()
  const { user, address } = renderApp('/?q=studio')
  await cards()
  await user.click(screen.getByRole('button', { name: 'All filters' }))
  const menu = within(await screen.findByRole('dialog', { name: 'All filters' }))
  const gender = within(await menu.findByRole('region', { name: 'Gender' }))
  const female = gender.getByRole('button', { name: 'Female' })
  const count = Number(/\d+/.exec(female.textContent)?.[0])
  await user.click(female)
  expect(address()).toBe('/?q=studio&gender=female')
  expect(await screen.findByText(`${count} looks, that is all.`)).toBeInTheDocument()
  expect(female).toHaveAttribute('aria-pressed', 'true')
  await user.keyboard('{Alt>}{Enter}{/Alt}')
  expect(address()).toBe('/?q=studio&gender=-female')
  await user.keyboard('{Escape}')
  await user.click(await screen.findByRole('button', { name: /^Not ?Female/ }))
  expect(address()).toBe('/?q=studio')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(address()).toBe('/')
})

test('where nothing matches, what can be dropped is named with what comes back', async () => {
  provideIndexWorker()
  const { user, address } = renderApp('/?q=kenji&gender=female')
  expect(await screen.findByRole('heading', { name: 'No looks match' })).toBeVisible()
  await user.click(await screen.findByRole('button', { name: `Without “Female”: ${named('kenji')} looks` }))
  expect(address()).toBe('/?q=kenji')
  expect((await cards())[0]).toHaveTextContent('Kenji')
  expect(document.getElementById('main')).toHaveFocus()
})

test('looks of one person are folded, and unfold into a list of that person', async () => {
  provideIndexWorker()
  const { user, address } = renderApp()
  await cards()
  await user.click(screen.getByRole('button', { name: 'View options' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Fold looks of one person' }))
  await user.keyboard('{Escape}')
  const [more] = await screen.findAllByRole('button', { name: /^3 more/ })
  await user.click(more ?? document.body)
  expect(address()).toMatch(/^\/\?group=\w+$/)
  await waitFor(async () => expect(await cards()).toHaveLength(4))
  expect(screen.queryByRole('button', { name: /^\d+ more/ })).toBeNull()
})

test('people are narrowed by ownership as HeyGen lists them, and by all else from the index', async () => {
  provideIndexWorker()
  const { user, address } = renderApp('/?view=people')
  await cards('People')
  await user.click(screen.getByRole('button', { name: 'Mine' }))
  await waitFor(async () => expect(await cards('People')).toHaveLength(4))
  expect(screen.getByText('4 people, that is all.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Photo' }))
  expect(address()).toBe('/?type=photo_avatar&own=private&view=people')
  await waitFor(async () => expect((await cards('People')).length).toBeLessThan(4))
  const [first] = await cards('People')
  // As many as match, not as many as they have.
  expect(first).toHaveTextContent(/\d looks?/)
})
