import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, MemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { expect, test } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { Coverage, type CoverageCell } from '#groups/coverage.tsx'
import { PersonCoverage } from '#groups/person-coverage.tsx'
import type { Catalogue } from '#search/protocol.ts'
import { CatalogueContext } from '#search/use-opened-catalogue.ts'
import { indexCatalogue } from '../search/index-catalogue.ts'
import { readSandbox } from '../search/sandbox-catalogue.ts'

const cell = (orientation: string, engine: string, count: number): CoverageCell => ({
  orientation,
  engine,
  count,
})

function renderCoverage(cells: CoverageCell[], growing = false) {
  render(
    <MemoryRouter>
      <Coverage
        name="Maya"
        cells={cells}
        growing={growing}
        hrefOf={(orientation, engine) => `/?ori=${orientation}&engine=${engine}`}
      />
    </MemoryRouter>,
  )
  return screen.getByRole('table', { name: 'Looks of Maya by orientation and engine' })
}

const texts = (elements: HTMLElement[]) => elements.map((element) => element.textContent)

test('orientations are rows and engines columns, each in its usual order', () => {
  const table = within(
    renderCoverage([
      cell('square', 'avatar_iii', 1),
      cell('diagonal', 'avatar_iii', 1),
      cell('portrait', 'avatar_vii', 2),
      cell('portrait', 'avatar_v', 1200),
    ]),
  )
  expect(texts(table.getAllByRole('columnheader'))).toEqual([
    'Orientation',
    'Avatar V',
    'Avatar III',
    'avatar_vii',
  ])
  expect(texts(table.getAllByRole('rowheader'))).toEqual(['portrait', 'square', 'diagonal'])
  const [, portrait] = table.getAllByRole('row')
  expect(texts(within(portrait ?? document.body).getAllByRole('cell'))).toEqual(['1,200', '–none', '2'])
})

test('a count is the way to its looks, and an empty cell says none', () => {
  const table = within(renderCoverage([cell('portrait', 'avatar_v', 1), cell('square', 'avatar_iv', 3)]))
  const link = table.getByRole('link', { name: '3 looks, square, Avatar IV' })
  expect(link).toHaveAttribute('href', '/?ori=square&engine=avatar_iv')
  expect(table.getByRole('link', { name: '1 look, portrait, Avatar V' })).toHaveTextContent(/^1$/)
  expect(table.getAllByText('none')).toHaveLength(2)
  expect(table.getAllByRole('link')).toHaveLength(2)
})

test('counts that may be short say so', () => {
  renderCoverage([cell('portrait', 'avatar_v', 4)], true)
  expect(screen.getByRole('link', { name: '4+ looks, portrait, Avatar V' })).toHaveTextContent('4+')
})

const { groups, looks } = readSandbox(112)
const maya = groups.find(({ group }) => group.name === 'Maya')?.group.id ?? ''
const firstOfMaya = looks.findIndex(({ look }) => look.group_id === maya)

function renderPerson(catalogue: Catalogue | null) {
  const router = createMemoryRouter([{ path: '*', element: <PersonCoverage groupId={maya} name="Maya" /> }])
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CatalogueContext value={catalogue}>
        <RouterProvider router={router} />
      </CatalogueContext>
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), address: () => router.state.location.search }
}

test('of a person the index counts, and a cell goes to the grid with its filters', async () => {
  const { user, address } = renderPerson(indexCatalogue())
  const table = within(await screen.findByRole('table'))
  const of = looks.filter(({ look }) => look.group_id === maya)
  const landscape = of.filter(
    ({ look }) =>
      look.preferred_orientation === 'landscape' && look.supported_api_engines.includes('avatar_iv'),
  ).length
  expect(landscape).toBeGreaterThan(1)
  await user.click(table.getByRole('link', { name: `${landscape} looks, landscape, Avatar IV` }))
  expect(address()).toBe(`?group=${maya}&ori=landscape&engine=avatar_iv`)
})

test('it is absent while the index does not know the person, and comes when it does', async () => {
  const catalogue = indexCatalogue({ known: firstOfMaya, progress: { whole: false, state: 'walking' } })
  renderPerson(catalogue)
  await act(async () => {})
  expect(screen.queryByRole('table')).not.toBeInTheDocument()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  act(() => catalogue.grow(112, { whole: true, state: 'done' }))
  expect(await screen.findByRole('table')).toBeInTheDocument()
})

test('without an index it is absent', async () => {
  renderPerson(null)
  await act(async () => {})
  expect(screen.queryByRole('table')).not.toBeInTheDocument()
})

test('where there is no room a button has it, by the keyboard too', async () => {
  const { user } = renderPerson(indexCatalogue())
  const button = await screen.findByRole('button', { name: 'Coverage' })
  button.focus()
  await user.keyboard('{Enter}')
  const popup = within(await screen.findByRole('dialog', { name: 'Coverage' }))
  await waitFor(() => expect(popup.getAllByRole('link')[0]).toHaveFocus())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(button).toHaveFocus())
})
