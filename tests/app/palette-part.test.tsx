import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, useLocation } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { createLookIds } from '#app/create-address.ts'
import { readBelow } from '#app/history-state.ts'
import { PaletteLayer } from '#app/palette-layer.tsx'
import { createQueryClient } from '#app/query-client.ts'
import { looksOnPage } from '#gallery/selection/looks-on-page.ts'
import { selection } from '#gallery/selection/selection.ts'
import { viewSettings } from '#gallery/view-settings.ts'
import { pageConfig } from '#queries/page-config.ts'
import type { Catalogue } from '#search/protocol.ts'
import { CatalogueContext } from '#search/use-opened-catalogue.ts'
import { notices } from '#ui/notices.ts'
import { indexCatalogue } from '../search/index-catalogue.ts'

afterEach(() => {
  delete document.documentElement.dataset.theme
  notices.take()
  selection.clear()
})

/** A page with a card and an open field, and the palette over it. */
function Page() {
  const { pathname } = useLocation()
  return (
    <>
      <p>{pathname}</p>
      <div data-card="look-1">
        <a href="/looks/look-1">One</a>
      </div>
      <div data-card="person-1">
        <a href="/people/person-1">Ann</a>
      </div>
      <input aria-label="Field" />
      <PaletteLayer />
    </>
  )
}

const labels = () => screen.getAllByRole('option').map((option) => option.textContent)

function openPage(address = '/', catalogue: Catalogue | null = indexCatalogue()) {
  viewSettings.change({ density: 'l' })
  const router = createMemoryRouter([{ path: '*', element: <Page /> }], { initialEntries: [address] })
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CatalogueContext value={catalogue}>
        <RouterProvider router={router} />
      </CatalogueContext>
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  const at = () => router.state.location
  const open = async () => {
    await user.keyboard('{Control>}k{/Control}')
    const input = await screen.findByRole('combobox')
    await waitFor(() => expect(input).toHaveFocus())
    return input
  }
  return { user, at, open }
}

test('Ctrl+K opens it from anywhere, also from a field; the same keys close it, and the focus goes back', async () => {
  const { user, open } = openPage()
  const field = screen.getByRole('textbox', { name: 'Field' })
  await user.click(field)
  await open()
  await user.keyboard('{Control>}k{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(field).toHaveFocus()
  await open()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(field).toHaveFocus())
})

const press = () => fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })

test('pressed before it is there it opens when it comes, and pressed again while its code comes it does not close', async () => {
  press()
  openPage()
  press()
  press()
  expect(await screen.findByRole('combobox')).toBeVisible()
})

test.each(['{Meta>}k{/Meta}', '{Control>}K{/Control}'])('%s opens it too', async (keys) => {
  const { user } = openPage()
  await user.keyboard(keys)
  expect(await screen.findByRole('combobox')).toBeVisible()
})

test.each(['k', '{Control>}{Shift>}k{/Shift}{/Control}', '{Control>}{Alt>}k{/Alt}{/Control}'])(
  '%s does not',
  async (keys) => {
    const { user } = openPage()
    await user.keyboard(keys)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
  },
)

test('views are addresses, and from the grid the filters come along', async () => {
  const { user, at, open } = openPage('/?type=photo_avatar&size=s')
  await user.type(await open(), 'people{Enter}')
  expect(at().pathname + at().search).toBe('/?type=photo_avatar&size=s&view=people')
  await user.type(await open(), 'cata{Enter}')
  await waitFor(() => expect(at().pathname).toBe('/catalogue'))
  await user.type(await open(), 'loo{Enter}')
  await waitFor(() => expect(at().pathname + at().search).toBe('/'))
})

test('filters can be cleared where there are some; how the grid is shown stays', async () => {
  const { user, at, open } = openPage('/?q=office&type=photo_avatar&place=-office&view=people&size=s')
  await user.type(await open(), 'clear{Enter}')
  expect(at().search).toBe('?view=people&size=s')
  await open()
  expect(labels()).not.toContain('Clear all filters')
})

test('the theme and the size of the pictures change', async () => {
  const { user, open } = openPage()
  await user.type(await open(), 'dark{Enter}')
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  await user.type(await open(), 'light{Enter}')
  expect(document.documentElement).toHaveAttribute('data-theme', 'light')
  await user.type(await open(), 'larger{Enter}')
  expect(viewSettings.read().density).toBe('xl')
  await user.type(await open(), 'smaller{Enter}')
  expect(viewSettings.read().density).toBe('l')
})

test('the look whose card has the focus can be copied and made a video with', async () => {
  const { user, at, open } = openPage()
  screen.getByRole('link', { name: 'One' }).focus()
  await user.type(await open(), 'copy{Enter}')
  await waitFor(() => expect(notices.take()).toEqual([{ title: 'Copied look-1' }]))
  expect(await navigator.clipboard.readText()).toBe('look-1')
  expect(screen.getByRole('link', { name: 'One' })).toHaveFocus()
  await user.type(await open(), 'create{Enter}')
  expect(createLookIds(at())).toEqual(['look-1'])
})

test('what is selected can be compared and let go, and all that match be selected', async () => {
  const { user, at, open } = openPage()
  await open()
  expect(labels().join()).not.toMatch(/selected looks|Clear selection|Select all/)
  await user.keyboard('{Escape}')

  selection.add(['a b', 'c'])
  await user.type(await open(), 'compare{Enter}')
  await waitFor(() => expect(at().pathname + at().search).toBe('/compare?ids=a%20b,c'))
  selection.add(['d', 'e', 'f', 'g', 'h'])
  await open()
  expect(labels()).not.toContain('Compare selected looks')
  await user.type(screen.getByRole('combobox'), 'clear sel{Enter}')
  expect(selection.read()).toEqual([])

  const ends = [looksOnPage.shows(() => ['x', 'y']), looksOnPage.answers({ q: '', picks: {} })]
  await user.type(await open(), 'select all{Enter}')
  await waitFor(() => expect(selection.read()).toEqual(['x', 'y']))
  for (const end of ends) end()
})

test('a person who has the focus is no look', async () => {
  const { open } = openPage()
  screen.getByRole('link', { name: 'Ann' }).focus()
  await open()
  expect(labels().join()).not.toMatch(/Copy|Create/)
})

test('an open look wins over a focused one, and a look opened in its place keeps the list below', async () => {
  const { user, at, open } = openPage('/?type=studio_avatar')
  await user.type(await open(), 'maya knit')
  await screen.findByRole('option', { name: /^Maya Knit/ })
  await user.keyboard('{Enter}')
  expect(at().pathname + at().search).toBe('/looks/Maya_knit_stage_side?type=studio_avatar')
  expect(readBelow(at().state)).toMatchObject({ path: '/', search: '?type=studio_avatar' })
  screen.getByRole('link', { name: 'One' }).focus()
  const input = await open()
  expect(labels()).toContain('Copy id of the open look')
  await user.type(input, 'maya blouse')
  await screen.findByRole('option', { name: /^Maya Blouse/ })
  await user.keyboard('{Enter}')
  expect(at().pathname).toMatch(/^\/looks\/Maya_blouse/)
  expect(readBelow(at().state)).toMatchObject({ path: '/', search: '?type=studio_avatar' })
})

test('from a page without a list a look opens over all looks', async () => {
  const { user, at, open } = openPage('/renders')
  await user.type(await open(), 'maya knit')
  await screen.findByRole('option', { name: /^Maya Knit/ })
  await user.keyboard('{Enter}')
  expect(at().pathname).toBe('/looks/Maya_knit_stage_side')
  expect(readBelow(at().state)).toBeNull()
})

test.each([
  [{ state: 'done' }, 'Read the catalogue again', 'walk'],
  [{ state: 'stopped', whole: false }, 'Go on reading the catalogue', 'walk'],
  [{ state: 'failed', whole: false }, 'Go on reading the catalogue', 'walk'],
  [{ state: 'walking', whole: false }, 'Stop reading the catalogue', 'stop'],
  [{ state: 'waiting', whole: false }, 'Stop reading the catalogue', 'stop'],
] as const)('of a catalogue that is %j it offers "%s"', async (progress, label, told) => {
  const catalogue = indexCatalogue({ progress })
  const { user, open } = openPage('/', catalogue)
  await open()
  await user.click(screen.getByRole('option', { name: label }))
  expect(catalogue.told).toEqual([told])
})

test('without a catalogue nothing is offered for it', async () => {
  const { open } = openPage('/', null)
  await open()
  expect(labels().join()).not.toMatch(/reading|Read/)
})

test('where people sign in it has the way out, and nowhere else', async () => {
  const { user, open } = openPage()
  await user.type(await open(), 'sign out')
  expect(screen.queryByRole('option', { name: /Sign out/ })).not.toBeInTheDocument()
  cleanup()
  pageConfig.accessToken = true
  onTestFinished(() => void (pageConfig.accessToken = false))
  const again = openPage()
  await again.user.type(await again.open(), 'sign out')
  expect(await screen.findByRole('option', { name: /Sign out: drafts are deleted/ })).toBeVisible()
})
