import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addLooks, newBoard, setVerdict, submitReview } from '#boards/board-edits.ts'
import { boards } from '#boards/boards.ts'
import { me } from '#boards/me.ts'
import { renderApp } from '../../render-app.tsx'
import { server } from '../../sandbox-server.ts'
import { noteOf } from '../random-boards.ts'

const id = 'board2345'
const looks = ['Maya_knit_stage_side', 'Wei_tee_studio_front', 'gone']
const mine = me.read().id

function makeBoard(name = 'Spring', on = looks) {
  boards.edit(id, newBoard(name, 'Who?\nAnd why?', 5))
  const board = boards.get(id)
  if (board)
    boards.edit(
      id,
      addLooks(
        board,
        on.map((look) => ({ id: look, note: noteOf(`Look ${look}`) })),
      ),
    )
}

beforeEach(async () => {
  boards.subscribe(() => undefined)
  await boards.refresh()
})

afterEach(async () => {
  for (const board of boards.read().boards) boards.remove(board.id)
  await boards.settled()
})

const card = (name: RegExp) => screen.findByRole('gridcell', { name })

test('without boards it is said what one is for, and the first is made in its place', async () => {
  const { user, address } = renderApp('/boards')
  expect(await screen.findByRole('heading', { name: 'No boards yet' })).toBeVisible()
  expect(document.title).toBe('Boards · Lookbook')
  await user.click(screen.getByRole('button', { name: 'New board' }))
  await user.type(screen.getByRole('textbox', { name: 'Board name' }), 'Spring{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Spring' })).toBeVisible()
  expect(address()).toMatch(/^\/boards\/\w{16}$/)
})

test('a name that is left is no board, and the focus is not lost', async () => {
  const { user } = renderApp('/boards')
  await user.click(await screen.findByRole('button', { name: 'New board' }))
  await user.type(screen.getByRole('textbox', { name: 'Board name' }), 'Spr{Escape}')
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(boards.read().boards).toEqual([])
})

test('a card says how far the board is', async () => {
  makeBoard()
  boards.edit(id, setVerdict(mine, [looks[0] ?? ''], 'pick'))
  renderApp('/boards')
  const item = within(await screen.findByRole('listitem'))
  expect(item.getByRole('link', { name: 'Spring' })).toHaveAttribute('href', `/boards/${id}`)
  expect(item.getByText('Who?')).toBeVisible()
  expect(item.getByText(/^3 looks, 2 undecided · Changed/)).toBeVisible()
})

test('a board that is deleted can be had back', async () => {
  makeBoard()
  const { user } = renderApp('/boards')
  await user.click(await screen.findByRole('button', { name: 'Delete Spring' }))
  expect(screen.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('link', { name: 'Spring' })).toBeVisible()
})

test('a board that is not here says where it may be', async () => {
  renderApp('/boards/nobody2345')
  expect(await screen.findByRole('heading', { level: 1, name: 'This board is not here' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'All boards' })).toBeVisible()
})

test('name and brief are edited in place: Enter saves, Escape takes back, and undo knows the step', async () => {
  makeBoard('Spring', [])
  const { user } = renderApp(`/boards/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Spring' }))
  await user.keyboard('{Control>}a{/Control}Summer{Escape}')
  expect(screen.getByRole('button', { name: 'Spring' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Spring' }))
  await user.clear(screen.getByRole('textbox', { name: 'Name' }))
  await user.keyboard('Summer{Enter}')
  expect(screen.getByRole('button', { name: 'Summer' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Undo: Name' }))
  expect(screen.getByRole('button', { name: 'Spring' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Redo: Name' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^Who\?/ }))
  const brief = screen.getByRole('textbox', { name: 'Brief' })
  await user.clear(brief)
  await user.type(brief, 'One{Shift>}{Enter}{/Shift}Two')
  await user.tab()
  expect(boards.get(id)?.brief).toBe('One\nTwo')
})

test('a look that HeyGen has no longer keeps its name and says so', async () => {
  makeBoard()
  renderApp(`/boards/${id}`)
  const gone = await card(/Look gone/)
  expect(await within(gone).findByText('No longer in HeyGen')).toBeVisible()
  expect(await card(/Maya Knit Stage/)).toBeVisible()
})

test('where HeyGen does not answer, cards keep their names and say nothing wrong', async () => {
  server.use(http.get('*/api/v3/avatars/looks/:id', () => HttpResponse.error()))
  makeBoard()
  renderApp(`/boards/${id}`)
  expect(await card(/Look Maya/)).toBeVisible()
  expect(screen.queryByText('No longer in HeyGen')).toBeNull()
})

test('looks are filtered by verdict; one that leaves the list hands its focus on', async () => {
  makeBoard()
  const { user } = renderApp(`/boards/${id}`)
  await user.click(await screen.findByRole('button', { name: /^Undecided 3/ }))
  const [first, second] = screen.getAllByRole('gridcell').map((cell) => within(cell).getByRole('link'))
  first?.focus()
  await user.keyboard('m')
  await waitFor(() => expect(screen.getAllByRole('gridcell')).toHaveLength(2))
  expect(second).toHaveFocus()
  await user.click(screen.getByRole('button', { name: /^Picks 0/ }))
  expect(screen.getByRole('heading', { name: 'No look here has this verdict' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  expect(screen.getAllByRole('gridcell')).toHaveLength(3)
})

test('on a blind board the others are hidden until one submits', async () => {
  makeBoard()
  boards.edit(id, [['blind', true], ...setVerdict('ben2', looks, 'reject'), ...submitReview('ben2', true)])
  boards.edit(id, setVerdict(mine, looks, 'pick'))
  const { user } = renderApp(`/boards/${id}?view=reviews`)
  expect(await screen.findByText(/1 other review is hidden until you submit yours/)).toBeVisible()
  expect(screen.queryByText('Reviewer 1')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Submit my review' }))
  expect(await screen.findByText('Reviewer 1')).toBeVisible()
  expect(screen.queryByText(/hidden/)).toBeNull()
  const [, row] = screen.getAllByRole('row')
  expect(row).toHaveTextContent(/1 pick.*1 reject.*100 %/)
})

test('what is decided is shown, changed and taken back', async () => {
  makeBoard()
  boards.edit(id, setVerdict(mine, [looks[1] ?? ''], 'pick'))
  const { user } = renderApp(`/boards/${id}?view=decision`)
  await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'Calm.')
  const last = within(screen.getByRole('group', { name: 'Decision on Look gone' }))
  await user.click(last.getByRole('radio', { name: 'Runner-up' }))
  await user.click(screen.getByRole('button', { name: 'Save decision' }))
  expect(boards.get(id)?.decision).toEqual({
    chosen: [looks[1]],
    runnersUp: ['gone'],
    note: 'Calm.',
    by: '',
  })
  expect(screen.getByRole('heading', { name: 'Decision' })).toHaveFocus()
  expect(screen.getByText('Calm.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Change' }))
  const [chosen] = screen.getAllByRole('group', { name: /^Decision on/ })
  if (chosen) await user.click(within(chosen).getByRole('radio', { name: 'No' }))
  await user.click(screen.getByRole('button', { name: 'Save decision' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Choose at least one look.')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  expect(boards.get(id)?.decision).toBeNull()
})
