import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { CardGrid, type CardGridProps } from '#gallery/card-grid.tsx'
import { GridBody } from '#gallery/grid-body.ts'
import { gridLayout } from '#gallery/layout.ts'
import { lookCells } from '#gallery/look-cell.ts'
import type { ListedLook } from '#search/protocol.ts'
import { sampleLook } from './look-samples.ts'

/** Five columns. */
const layout = gridLayout(1200, 'l')
const client = createQueryClient()

const looks = (count: number): ListedLook[] =>
  Array.from({ length: count }, (_, at) => sampleLook(String(at)))

function renderGrid(given: Partial<CardGridProps<ListedLook>>) {
  window.scrollTo(0, 0)
  const grid = (more: Partial<CardGridProps<ListedLook>>) => (
    <QueryClientProvider client={client}>
      <CardGrid
        label="Looks"
        items={[]}
        cells={lookCells}
        createBody={() => new GridBody<ListedLook>()}
        idOf={(look) => look.id}
        nameOf={(look) => look.name}
        hrefOf={(id) => `/looks/${id}`}
        layout={layout}
        hasMore={false}
        onNearEnd={() => {}}
        positionKey="test"
        returning={false}
        onOpen={() => {}}
        {...given}
        {...more}
      />
    </QueryClientProvider>
  )
  const page = render(grid({}))
  const user = userEvent.setup()
  return { user, again: (more: Partial<CardGridProps<ListedLook>>) => page.rerender(grid(more)) }
}

const link = (name: string) => screen.getByRole('link', { name: new RegExp(`^${name}`) })

test('it says which items it draws, so that holes can be filled', async () => {
  const onRange = vi.fn<(from: number, to: number) => void>()
  const items = Array.from({ length: 500 }, (): ListedLook | undefined => undefined)
  const { again } = renderGrid({ items, onRange })
  await waitFor(() => expect(onRange).toHaveBeenCalled())
  const [from, to] = onRange.mock.lastCall ?? []
  expect(from).toBe(0)
  expect(to).toBeGreaterThanOrEqual(3 * layout.columns)
  expect(screen.queryByRole('link')).not.toBeInTheDocument()

  again({ items: [...looks(to ?? 0), ...items.slice(to)] })
  expect(link('Look 0')).toBeVisible()
  expect(onRange).toHaveBeenCalledOnce()

  window.scrollTo({ top: 40 * layout.rowPitch })
  await waitFor(() => expect(onRange.mock.lastCall?.[0]).toBeGreaterThan(150))
  expect(onRange.mock.lastCall?.[1]).toBeLessThan(260)
})

test('the last range ends with the last item', async () => {
  const onRange = vi.fn<(from: number, to: number) => void>()
  renderGrid({ items: looks(7), onRange })
  await waitFor(() => expect(onRange.mock.calls).toEqual([[0, 7]]))
})

test('keys go over holes, and a hole that has the focus keeps it when its look comes', async () => {
  const items: (ListedLook | undefined)[] = looks(6)
  items[1] = undefined
  const { user, again } = renderGrid({ items })
  link('Look 0').focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.closest('[role=gridcell]')).toHaveAccessibleName('Loading')
  again({ items: looks(6) })
  expect(link('Look 1')).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  expect(link('Look 2')).toHaveFocus()
})

test('folded looks are unfolded by their button, and by a full stop', async () => {
  const onUnfold = vi.fn<(id: string) => void>()
  const onOpen = vi.fn<(href: string, id: string) => void>()
  const items = [{ ...sampleLook('a', { name: 'Dante' }), more: 12 }, sampleLook('b', { name: 'St. John' })]
  const { user } = renderGrid({ items, onUnfold, onOpen, personOf: () => 'Dante' })
  await user.click(screen.getByRole('button', { name: '12 more of Dante' }))
  expect(onUnfold.mock.calls).toEqual([['a']])
  expect(onOpen).not.toHaveBeenCalled()
  link('Dante').focus()
  await user.keyboard('.')
  expect(onUnfold).toHaveBeenCalledTimes(2)
  // Within a name it is a letter like others.
  await user.keyboard('st. j')
  expect(link('St. John')).toHaveFocus()
  expect(onUnfold).toHaveBeenCalledTimes(2)
})

test('other marks show all names anew', () => {
  const items = [sampleLook('a', { name: 'Ana Suit' })]
  const { again } = renderGrid({ items })
  const cell = within(screen.getByRole('gridcell'))
  const marked = () => cell.queryByText('Ana')?.tagName
  expect(marked()).toBeUndefined()
  again({
    marks: () => [
      { text: 'Ana', marked: true },
      { text: ' Suit', marked: false },
    ],
  })
  expect(marked()).toBe('MARK')
  again({ marks: () => null })
  expect(marked()).toBeUndefined()
})

test('the tools come to the card under the pointer, and to the one in focus when it has gone', async () => {
  const items = [sampleLook('a', { name: 'Ana' }), sampleLook('b', { name: 'Bob', status: 'processing' })]
  const { user } = renderGrid({ items })
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  link('Ana').focus()
  expect(screen.getByRole('button', { name: 'Create video with Ana' })).toBeVisible()
  await user.hover(link('Bob'))
  expect(screen.getByRole('button', { name: 'Copy the id of Bob' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Create video/ })).not.toBeInTheDocument()
  await user.unhover(screen.getByRole('grid'))
  expect(screen.getByRole('button', { name: 'Copy the id of Ana' })).toBeVisible()
  expect(screen.getAllByRole('button')).toHaveLength(2)
})

test('a click on a tool leaves the focus on the card', async () => {
  const onCreate = vi.fn<(id: string) => void>()
  const { user } = renderGrid({ items: [sampleLook('a', { name: 'Ana' })], onCreate })
  await user.hover(link('Ana'))
  await user.click(screen.getByRole('button', { name: 'Create video with Ana' }))
  expect(onCreate.mock.calls).toEqual([['a']])
  expect(link('Ana')).toHaveFocus()
})
