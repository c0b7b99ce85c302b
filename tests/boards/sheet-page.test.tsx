import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { addLooks, newBoard, setVerdict } from '#boards/board-edits.ts'
import { readBoard } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { me } from '#boards/me.ts'
import { groupQueries } from '#queries/groups.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../sandbox-server.ts'
import { noteOf } from './random-boards.ts'

const id = 'sheetboard12'
const looks = ['Maya_knit_stage_side', 'Wei_tee_studio_front', 'nobody_here', 'Marcus_suit_studio_front']

function openSheet(query = '?per=3') {
  act(() => {
    boards.edit(id, newBoard('Spring', '', Date.now()))
    const empty = readBoard(id, new Map())
    boards.edit(
      id,
      addLooks(
        empty,
        looks.map((look) => ({ id: look, note: noteOf(look.replaceAll('_', ' ')) })),
      ),
    )
    boards.edit(id, setVerdict(me.read().id, looks.slice(0, 1), 'pick'))
  })
  return renderApp(`/boards/${id}/sheet${query}`)
}

const printButton = () => screen.findByRole('button', { name: 'Print' })
const pictures = () => [...document.querySelectorAll('img')]

test('it prints once every picture is there; a look that is gone keeps its name', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  const { user } = openSheet()
  const button = await printButton()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await user.click(button)
  expect(print).not.toHaveBeenCalled()
  await waitFor(() => expect(pictures()).toHaveLength(3))
  expect(await screen.findByText('No longer in HeyGen')).toBeVisible()
  expect(screen.getByText('nobody here')).toBeVisible()
  expect(screen.getByText('Pictures: 1 of 4')).toBeVisible()
  for (const picture of pictures()) fireEvent.load(picture)
  expect(screen.getByText('2 pages, ready to print')).toBeVisible()
  await user.click(button)
  expect(print).toHaveBeenCalledOnce()
  expect(screen.getAllByRole('heading', { level: 2, name: 'Spring' })).toHaveLength(2)
  expect(screen.getByText('Pick')).toBeVisible()
})

test('loading can be stopped and taken up again, and what failed is said', async () => {
  const { user } = openSheet()
  await waitFor(() => expect(pictures()).toHaveLength(3))
  const [first] = pictures()
  if (first) fireEvent.load(first)
  await user.click(screen.getByRole('button', { name: 'Stop loading' }))
  expect(screen.getByText('2 pages, ready to print, 2 looks without a picture')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Load the missing ones' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Load the missing ones' }))
  await waitFor(() => expect(pictures()).toHaveLength(3))
  // The smaller ones first, then the originals.
  for (let attempt = 0; attempt < 2; attempt += 1) for (const picture of pictures()) fireEvent.error(picture)
  expect(await screen.findAllByText('Picture did not load')).toHaveLength(3)
})

test('how it is printed stands in the address', async () => {
  const { user, address } = openSheet('?per=4')
  await user.click(await screen.findByRole('radio', { name: 'Landscape' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Looks a page' }), '24')
  expect(address()).toBe(`/boards/${id}/sheet?per=24&way=landscape`)
})

test('a board that is not here is said so', async () => {
  renderApp('/boards/nosuchboard/sheet')
  expect(await screen.findByRole('heading', { level: 1, name: 'This board is not here' })).toBeVisible()
})

test('people whose names the board was not told are looked up; printing waits for them', async () => {
  const { groups } = await new QueryClient().fetchQuery(groupQueries.everyone())
  const [known, lost] = groups
  server.use(
    http.get(`*/api/v3/avatars/${lost?.id}`, () => HttpResponse.error(), { once: true }),
    http.get(`*/api/v3/avatars/${lost?.id}`, () => HttpResponse.error(), { once: true }),
  )
  act(() => {
    boards.edit('sheetpeople1', newBoard('Spring', '', Date.now()))
    boards.edit(
      'sheetpeople1',
      addLooks(
        readBoard('sheetpeople1', new Map()),
        [known, lost].map((group, at) => ({
          id: `nobody_${at}`,
          note: { ...noteOf(`Look ${at}`), group: group?.id ?? '' },
        })),
      ),
    )
  })
  const { user } = renderApp('/boards/sheetpeople1/sheet')
  expect(await screen.findByText('1 page, ready to print, 1 person without a name')).toBeVisible()
  expect(screen.getByText(known?.name ?? 'nobody')).toBeVisible()
  expect(screen.queryByText(lost?.name ?? '')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Load the missing ones' }))
  expect(await screen.findByText(lost?.name ?? 'nobody')).toBeVisible()
  expect(screen.getByText('1 page, ready to print')).toBeVisible()
})
