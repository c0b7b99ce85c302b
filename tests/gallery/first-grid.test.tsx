import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { CardGrid } from '#gallery/card-grid.tsx'
import { drawFirstGrid, dropFirstGrid, firstBody } from '#gallery/first-grid.ts'
import { gridLayout } from '#gallery/layout.ts'
import { lookCells, lookId } from '#gallery/look-cell.ts'
import { viewSettings } from '#gallery/view-settings.ts'
import { sampleLook } from './look-samples.ts'

const looks = Array.from({ length: 20 }, (_, at) => sampleLook(String(at), { group_id: `group ${at % 10}` }))
const layout = gridLayout(1200, 'l')

afterEach(() => {
  dropFirstGrid()
  viewSettings.change({ fold: false, fit: 'fill' })
})

const onOpen = vi.fn<(href: string, id: string) => void>()

function showList() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CardGrid
        label="Looks"
        items={looks}
        cells={lookCells}
        createBody={firstBody}
        idOf={lookId}
        nameOf={(look) => look.name}
        hrefOf={(id) => `/looks/${id}`}
        layout={layout}
        hasMore
        onNearEnd={() => {}}
        positionKey="test"
        returning={false}
        onOpen={onOpen}
      />
    </QueryClientProvider>,
  )
}

const card = (name: string) => screen.getByRole('link', { name: new RegExp(`^${name}(?!\\d)`) })

test('looks stand as a grid of links before there is a list', () => {
  viewSettings.change({ fit: 'whole' })
  drawFirstGrid(looks, true)
  const grid = screen.getByRole('grid', { name: 'Looks' })
  expect(grid).toHaveAttribute('data-fit', 'whole')
  expect(within(grid).getByRole('link', { name: /^Look 0(?!\d)/ })).toHaveAttribute('href', '/looks/0')
  expect(grid.querySelector('img')).toHaveAttribute('src', '/pictures/0.webp')
  // Room for what is still to come.
  expect(Number.parseFloat(grid.style.height)).toBeGreaterThan(layout.rowPitch * 5)
})

test('the list takes the cards as they are, once, and the box they stood in goes', () => {
  drawFirstGrid(looks, true)
  const before = screen.getAllByRole('gridcell')
  const picture = card('Look 0').querySelector('img')
  const asked = vi.spyOn(HTMLImageElement.prototype, 'src', 'set')
  showList()
  expect(screen.getAllByRole('grid')).toHaveLength(1)
  expect(screen.getAllByRole('gridcell').slice(0, before.length)).toEqual(before)
  expect(card('Look 0').querySelector('img')).toBe(picture)
  expect(asked).not.toHaveBeenCalled()
  expect(firstBody().root).toBeNull()
})

test('a page that was scrolled before the list came stays there', () => {
  drawFirstGrid(looks, true)
  window.scrollTo({ top: 120 })
  showList()
  expect(window.scrollY).toBe(120)
})

test('a click before the list is there opens the look once it is', async () => {
  onOpen.mockReset()
  drawFirstGrid(looks, true)
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  card('Look 3').dispatchEvent(click)
  expect(click.defaultPrevented).toBe(true)
  await act(async () => showList())
  expect(onOpen.mock.calls).toEqual([['/looks/3', '3']])
})

test('a click for a tab of its own is the browser’s', () => {
  drawFirstGrid(looks, true)
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
  card('Look 3').dispatchEvent(click)
  expect(click.defaultPrevented).toBe(false)
})

test('the card in focus keeps it when the list takes it', () => {
  drawFirstGrid(looks, true)
  card('Look 0').focus()
  showList()
  expect(card('Look 0')).toHaveFocus()
})

test('a picture that failed before the list was there is tried otherwise', async () => {
  drawFirstGrid(looks, true)
  const image = card('Look 0').querySelector('img')
  if (!image) throw new Error('The card has no picture.')
  vi.spyOn(image, 'currentSrc', 'get').mockReturnValue(image.src)
  vi.spyOn(image, 'complete', 'get').mockReturnValue(true)
  showList()
  // The sandbox knows no such look, so there is no other picture.
  await vi.waitFor(() => expect(card('Look 0').querySelector('.placeholder')).toHaveTextContent('L0'))
})

test('folded runs are folded there already', () => {
  viewSettings.change({ fold: true })
  drawFirstGrid(
    looks.map((look) => ({ ...look, group_id: 'one' })),
    false,
  )
  expect(screen.getAllByRole('link')).toHaveLength(1)
})

test('where no list comes they go', () => {
  drawFirstGrid(looks, true)
  dropFirstGrid()
  expect(screen.queryByRole('grid')).not.toBeInTheDocument()
})
