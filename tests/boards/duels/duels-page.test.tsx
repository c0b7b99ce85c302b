import 'fake-indexeddb/auto'
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { setVerdict } from '#boards/board-edits.ts'
import { reviewerOf } from '#boards/board.ts'
import { me } from '#boards/me.ts'
import { notices } from '#ui/notices.ts'
import { renderApp } from '../../render-app.tsx'
import { boardWith, makeBoard, myReview } from '../review/open-board.ts'

const ids = ['look-a', 'look-b', 'look-c', 'look-d']

afterEach(() => {
  notices.take()
})

const fought = (board: string) => reviewerOf(boardWith(board), me.read().id)?.duels ?? []
const order = (board: string) => boardWith(board).looks.map(({ id }) => id)
const ranking = () => within(screen.getByRole('list', { name: 'Ranking' }))

async function open(board: string, search = '') {
  const app = renderApp(`/boards/${board}/duels${search}`)
  await screen.findByRole('heading', { name: 'Ranking' })
  return app
}

const pair = () =>
  screen
    .getAllByRole('button', { name: /is better$/ })
    .map(({ textContent }) => /look-./.exec(textContent)?.[0])

/** Chooses by the alphabet, backwards, until nothing is asked. */
async function chooseAll({ user }: Awaited<ReturnType<typeof open>>) {
  for (;;) {
    const [left, right] = screen.queryAllByRole('button', { name: /is better$/ })
    if (!left || !right) return
    await user.keyboard(left.textContent > right.textContent ? '1' : '2')
  }
}

test('choosing by keys until every pair was asked gives the order, and the board can take it', async () => {
  const board = makeBoard(ids, setVerdict(me.read().id, ['look-a', 'look-b', 'look-d'], 'maybe'))
  const app = await open(board)
  expect(screen.getByText('0 of about 3')).toBeVisible()
  await chooseAll(app)
  expect(screen.getByRole('heading', { name: 'Every pair was decided' })).toBeVisible()
  expect(fought(board)).toHaveLength(3)
  expect(
    ranking()
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    expect.stringMatching(/^1.*look-d2 duels$/),
    expect.stringMatching(/^2.*look-b2 duels$/),
    expect.stringMatching(/^3.*look-a2 duels$/),
  ])
  await app.user.click(screen.getByRole('button', { name: 'Use this order' }))
  expect(order(board)).toEqual(['look-d', 'look-b', 'look-a', 'look-c'])
  await app.user.click(await screen.findByText('Undo'))
  expect(order(board)).toEqual(ids)
})

test('Z takes a choice back and shows its pair again, and one that is too close comes later', async () => {
  const board = makeBoard(ids)
  const app = await open(board, '?ids=look-a,look-b,look-c')
  const first = pair()
  await app.user.keyboard('{ArrowLeft}')
  expect(fought(board)).toHaveLength(1)
  await app.user.keyboard('z')
  expect(fought(board)).toHaveLength(0)
  expect(pair()).toEqual(first)
  await app.user.keyboard('{ArrowDown}')
  expect(pair()).not.toEqual(first)
  await app.user.keyboard('z')
  expect(pair()).toEqual(first)
})

test('one can stop early, go on, and pick the first few', async () => {
  const board = makeBoard(ids, setVerdict(me.read().id, ids, 'pick'))
  const app = await open(board)
  await app.user.keyboard('{ArrowLeft}')
  const winner = fought(board)[0]?.winner ?? ''
  await app.user.click(screen.getByRole('button', { name: 'Stop here' }))
  expect(screen.getByRole('heading', { name: 'Stopped here' })).toBeVisible()
  await app.user.keyboard('{ArrowLeft}')
  expect(fought(board)).toHaveLength(1)
  await app.user.clear(screen.getByRole('spinbutton'))
  await app.user.type(screen.getByRole('spinbutton'), '{Control>}a{/Control}1')
  await app.user.click(screen.getByRole('button', { name: 'Pick the first' }))
  expect(ids.filter((id) => myReview(board, id).verdict === 'pick')).toEqual([winner])
  await app.user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(screen.getAllByRole('button', { name: /is better$/ })).toHaveLength(2)
})

test('one look is no duel', async () => {
  renderApp(`/boards/${makeBoard(ids)}/duels`)
  expect(await screen.findByRole('heading', { name: 'Duels need two looks' })).toBeVisible()
})
