import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { setNote, setVerdict } from '#boards/board-edits.ts'
import { boards } from '#boards/boards.ts'
import { letterKeys } from '#boards/letter-keys.ts'
import { me } from '#boards/me.ts'
import { autoAdvance } from '#boards/review/auto-advance.ts'
import { notices } from '#ui/notices.ts'
import { renderApp } from '../../render-app.tsx'
import { boardWith, makeBoard, myReview } from './open-board.ts'

const ids = ['Maya_knit_stage_side', 'Wei_tee_studio_front', 'nobody-here', 'look-d']
const strip = () => screen.getByRole('listbox', { name: 'Looks of the board' })
const current = () => within(strip()).getByRole('option', { selected: true })
const place = async (text: string) => expect(await screen.findByText(text)).toBeInTheDocument()

afterEach(() => {
  letterKeys.change(true)
  autoAdvance.change(true)
  notices.take()
})

async function open(board: string, search = '') {
  const app = renderApp(`/boards/${board}/review${search}`)
  await screen.findByRole('listbox')
  return app
}

test('verdict keys judge and go on to the next undecided look, and Z takes them back', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board)
  await place('1 of 4')
  await place('4 undecided')
  await user.keyboard('p')
  expect(myReview(board, ids[0] ?? '').verdict).toBe('pick')
  await place('2 of 4')
  await user.keyboard('x')
  await user.keyboard('{ArrowRight}m')
  // The third was left out, and comes round.
  await place('3 of 4')
  await place('1 undecided')
  await user.keyboard('z')
  await place('4 of 4')
  expect(myReview(board, 'look-d').verdict).toBe('undecided')
  await user.keyboard('{Shift>}z{/Shift}')
  expect(myReview(board, 'look-d').verdict).toBe('maybe')
})

test('when the last one is decided the page says what came of it', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board)
  await user.keyboard('pmxp')
  expect(await screen.findByRole('heading', { name: 'All 4 decided' })).toBeVisible()
  expect(screen.getByText('2 picks, 1 maybe, 1 reject')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Duels for close calls' })).toHaveAttribute(
    'href',
    `/boards/${board}/duels`,
  )
  await user.keyboard('z')
  expect(screen.queryByRole('heading', { name: 'All 4 decided' })).not.toBeInTheDocument()
  await place('1 undecided')
})

test('Shift P picks a look and rejects what is undecided of its person', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board)
  await user.keyboard('{Shift>}p{/Shift}')
  expect(ids.map((id) => myReview(board, id).verdict)).toEqual(['pick', 'reject', 'undecided', 'undecided'])
  await place('3 of 4')
  await user.keyboard('{Control>}z{/Control}')
  await place('1 of 4')
  expect(myReview(board, ids[1] ?? '').verdict).toBe('undecided')
})

test('arrows go by look and by person, Home and End to the ends, and digits score', async () => {
  const board = makeBoard(ids)
  const { user, address } = await open(board, '?look=Wei_tee_studio_front')
  await place('2 of 4')
  await user.keyboard('{ArrowDown}')
  await place('3 of 4')
  await user.keyboard('{ArrowUp}')
  await place('1 of 4')
  await user.keyboard('{End}4')
  await place('4 of 4')
  expect(myReview(board, 'look-d').score).toBe(4)
  await waitFor(() => expect(address()).toBe(`/boards/${board}/review?look=look-d`))
  await user.keyboard('0')
  expect(myReview(board, 'look-d').score).toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(address()).toBe(`/boards/${board}`))
})

test('letters typed into the note are text, and Escape leaves it with what was typed', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board)
  await user.keyboard('n')
  const note = screen.getByRole('textbox')
  expect(note).toHaveFocus()
  await user.keyboard('pmx 5{Escape}')
  expect(note).not.toHaveFocus()
  expect(screen.getByRole('listbox')).toBeInTheDocument()
  expect(myReview(board, ids[0] ?? '')).toEqual({ verdict: 'undecided', score: null, note: 'pmx 5' })
  await user.keyboard('z')
  expect(myReview(board, ids[0] ?? '').note).toBe('')
})

test('a note is saved after a rest, and by going to another look while it is typed', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board)
  await user.type(screen.getByRole('textbox'), 'warm')
  expect(myReview(board, ids[0] ?? '').note).toBe('')
  await waitFor(() => expect(myReview(board, ids[0] ?? '').note).toBe('warm'), { timeout: 2000 })
  await user.type(screen.getByRole('textbox'), ', calm')
  await user.click(within(strip()).getAllByRole('option')[1] ?? strip())
  await place('2 of 4')
  expect(myReview(board, ids[0] ?? '').note).toBe('warm, calm')
  expect(screen.getByRole('textbox')).toHaveValue('')
})

test('a note that another tab changes meanwhile keeps both', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board)
  const note = screen.getByRole('textbox')
  await user.type(note, 'mine')
  boards.edit(board, setNote(me.read().id, ids[0] ?? '', 'theirs'))
  expect(note).toHaveValue('mine')
  await user.tab()
  expect(myReview(board, ids[0] ?? '').note).toBe('theirs\nmine')
  expect(note).toHaveValue('theirs\nmine')
})

test('a note is not lost with a page that closes, nor one that the database never got', async () => {
  const board = makeBoard(ids)
  const { user, page } = await open(board)
  await user.type(screen.getByRole('textbox'), 'first')
  window.dispatchEvent(new Event('pagehide'))
  expect(myReview(board, ids[0] ?? '').note).toBe('first')
  await user.type(screen.getByRole('textbox'), ' and last')
  // As a tab that crashed leaves it: nothing was run, what it kept is there.
  const kept = Object.keys(localStorage).map((key) => [key, localStorage.getItem(key) ?? ''] as const)
  page.unmount()
  boards.edit(board, setNote(me.read().id, ids[0] ?? '', 'first'))
  await boards.settled()
  for (const [key, value] of kept) localStorage.setItem(key, value)
  await open(board)
  expect(myReview(board, ids[0] ?? '').note).toBe('first and last')
})

test('letters can be switched off, and a verdict need not go on', async () => {
  const board = makeBoard(ids)
  letterKeys.change(false)
  autoAdvance.change(false)
  const { user } = await open(board)
  await user.keyboard('p')
  expect(myReview(board, ids[0] ?? '').verdict).toBe('undecided')
  await user.click(screen.getByRole('button', { name: 'Pick' }))
  expect(myReview(board, ids[0] ?? '').verdict).toBe('pick')
  await place('1 of 4')
  await user.click(screen.getByRole('button', { name: 'Pick' }))
  expect(myReview(board, ids[0] ?? '').verdict).toBe('undecided')
})

test('a filter narrows the way, and the counter says so', async () => {
  const board = makeBoard(ids, setVerdict(me.read().id, [ids[1] ?? '', 'look-d'], 'pick'))
  const { user } = await open(board)
  await user.click(screen.getByRole('button', { name: 'Show: All looks' }))
  await user.click(await screen.findByRole('button', { name: /^Picks/ }))
  await place('1 of 2')
  expect(within(strip()).getAllByRole('option')).toHaveLength(2)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Show: Picks' })).toHaveFocus())
  await user.keyboard('{ArrowRight}')
  await place('2 of 2')
  await user.keyboard('x')
  expect(myReview(board, 'look-d').verdict).toBe('reject')
  await place('None of 1')
})

test('a look that HeyGen has no longer keeps its name and can be judged', async () => {
  const board = makeBoard(ids)
  const { user } = await open(board, '?look=nobody-here')
  expect((await screen.findAllByText('No longer in HeyGen')).length).toBeGreaterThan(0)
  expect(screen.getByRole('heading', { name: 'nobody-here' })).toBeVisible()
  await user.keyboard('x')
  expect(myReview(board, 'nobody-here').verdict).toBe('reject')
})

test('on a blind board others are hidden until one submits', async () => {
  const board = makeBoard(ids, [['blind', true]], setVerdict('ben2', ids, 'reject'), [
    ['submitted:ben2', true],
  ])
  const { user } = await open(board)
  expect(screen.getByText('Hidden until you submit')).toBeVisible()
  expect(screen.queryByText('Reviewer 1')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Submit your review' }))
  expect(await screen.findByText('Reviewer 1')).toBeVisible()
  expect(boardWith(board).reviewers.find(({ id }) => id === me.read().id)?.submitted).toBe(true)
})

test('a board that is not there, and one that is empty, say so', async () => {
  const { page } = renderApp('/boards/nosuchboard/review')
  expect(await screen.findByRole('heading', { name: 'This board is not here' })).toBeVisible()
  page.unmount()
  renderApp(`/boards/${makeBoard([])}/duels`)
  expect(await screen.findByRole('heading', { name: 'No looks on this board yet' })).toBeVisible()
})

test("the app's bar is away in review, and there again after it", async () => {
  const { page } = await open(makeBoard(ids))
  expect(document.documentElement.dataset['bare']).toBeDefined()
  page.unmount()
  expect(document.documentElement.dataset['bare']).toBeUndefined()
})

test('Space plays the clip of the look, and going on stops it', async () => {
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play')
  const { user } = await open(makeBoard(ids))
  await screen.findByRole('button', { name: 'Play the clip' })
  await user.keyboard(' ')
  expect(await screen.findByRole('button', { name: 'Stop the clip' })).toBeInTheDocument()
  expect(play).toHaveBeenCalledOnce()
  expect(current()).toHaveAccessibleName(/Maya/)
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop the clip' })).not.toBeInTheDocument())
})
