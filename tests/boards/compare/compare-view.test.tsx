import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw/http'
import { useState } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { expect, test, vi } from 'vitest'
import { LookSearch } from '#app/look-search.tsx'
import { createQueryClient } from '#app/query-client.ts'
import { addLooks } from '#boards/board-edits.ts'
import { readBoard } from '#boards/board.ts'
import { CompareView, type CompareReview } from '#boards/compare/compare-view.tsx'
import { server } from '../../sandbox-server.ts'
import { noteOf } from '../random-boards.ts'

const three = ['Maya_knit_stage_side', 'Wei_tee_studio_front', 'Marcus_suit_studio_front']

function Holder({ first, review }: { first: string[]; review: CompareReview | undefined }) {
  const [ids, setIds] = useState<readonly string[]>(first)
  return (
    <CompareView
      ids={ids}
      onIds={setIds}
      frame="own"
      backdrop="app"
      onDisplay={() => {}}
      hrefOf={(id) => `/looks/${id}`}
      LookSearch={LookSearch}
      {...(review ? { review } : {})}
    />
  )
}

function open(first: string[], review?: CompareReview) {
  const router = createMemoryRouter([{ path: '*', element: <Holder first={first} review={review} /> }])
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const pane = (name: string) => screen.findByRole('gridcell', { name: new RegExp(name) })

test('it names the looks, the reference and what can be played', async () => {
  open(three)
  expect(await pane('Maya Knit Stage')).toHaveTextContent('Reference')
  expect(screen.getByRole('heading', { level: 1, name: 'Compare 3 looks' })).toBeVisible()
  expect(await screen.findByRole('link', { name: 'Wei Tee Studio' })).toHaveAttribute(
    'href',
    '/looks/Wei_tee_studio_front',
  )
  expect(screen.getByRole('group', { name: 'Playback' })).toBeVisible()
})

test('with a board each pane takes verdicts, by buttons and by keys', async () => {
  const review = {
    boardName: 'Autumn',
    href: '/boards/autumn1',
    looks: [],
    onPut: () => {},
    verdictOf: (id: string) => (id === three[0] ? ('pick' as const) : ('undecided' as const)),
    onVerdict: vi.fn<CompareReview['onVerdict']>(),
    onKeep: vi.fn<CompareReview['onKeep']>(),
    onUndo: vi.fn<CompareReview['onUndo']>(),
  }
  const user = open(three, review)
  const maya = await pane('Maya Knit Stage')
  await within(maya).findByRole('link')
  await user.click(within(maya).getByRole('button', { name: 'Pick' }))
  expect(review.onVerdict).toHaveBeenLastCalledWith(three[0], 'undecided')
  maya.focus()
  await user.keyboard('{ArrowRight}x')
  expect(review.onVerdict).toHaveBeenLastCalledWith(three[1], 'reject')
  await user.keyboard('kz')
  expect(review.onKeep).toHaveBeenCalledExactlyOnceWith(three[1])
  expect(review.onUndo).toHaveBeenCalledOnce()
})

test('keys do nothing outside the panes', async () => {
  const review = {
    boardName: 'Autumn',
    href: '/boards/autumn1',
    looks: [],
    onPut: () => {},
    verdictOf: () => 'undecided' as const,
    onVerdict: vi.fn<CompareReview['onVerdict']>(),
    onKeep: () => {},
    onUndo: () => {},
  }
  const user = open(three, review)
  await pane('Maya Knit Stage')
  screen.getByRole('button', { name: 'Only differences' }).focus()
  await user.keyboard('px')
  expect(review.onVerdict).not.toHaveBeenCalled()
})

test('removing down to one look asks for another, and can be undone', async () => {
  const user = open(three.slice(0, 2))
  await pane('Wei Tee Studio')
  await user.click(await screen.findByRole('button', { name: 'More for Wei Tee Studio' }))
  await user.click(await screen.findByRole('button', { name: 'Remove from the comparison' }))
  expect(await screen.findByRole('heading', { name: 'One more look is needed' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await pane('Wei Tee Studio')).toBeVisible()
})

test('of more than six looks the first six are shown, and it says so', async () => {
  open([
    ...three,
    'Aisha_knit_studio_front',
    'Elena_tee_studio_front',
    'Priya_blouse_studio_front',
    'Wei_jacket_studio_left',
  ])
  expect(await screen.findByText(/^The first 6 of 7 looks/)).toBeVisible()
  expect(screen.getAllByRole('gridcell')).toHaveLength(6)
})

test('a look that did not load says why, and is there after another try', async () => {
  server.use(
    http.get('*/api/v3/avatars/looks/Wei_tee_studio_front', () => HttpResponse.json({}, { status: 500 }), {
      once: true,
    }),
  )
  const user = open(three)
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await pane('Wei Tee Studio')).toBeVisible()
})

test('a look that HeyGen gives later counts down in its pane, and comes by itself', async () => {
  let asked = 0
  server.use(
    http.get('*/api/v3/avatars/looks/Wei_tee_studio_front', () => {
      asked++
      return asked > 1 ? undefined : HttpResponse.json({}, { status: 503, headers: { 'retry-after': '2' } })
    }),
  )
  const user = open(three)
  const retry = await screen.findByRole('button', { name: 'Try again' })
  expect(retry).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByRole('alert')).toHaveTextContent('Trying again is possible in 2 s.')
  await user.click(retry)
  expect(asked).toBe(1)
  expect(await pane('Wei Tee Studio')).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('no two looks: it says what to do', () => {
  open([])
  expect(screen.getByRole('heading', { level: 1, name: 'Choose two looks to compare' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Back to the looks' })).toHaveAttribute('href', '/')
})

const looksOf = (...names: string[]) => {
  const looks = names.map((id) => ({ id, note: noteOf(id.replaceAll('_', ' ')) }))
  const changes = addLooks(readBoard('autumn1', new Map()), looks)
  return readBoard('autumn1', new Map(changes.map(([key, value]) => [key, { value, at: 1, by: 'ann1' }])))
    .looks
}

test('from a board it leads back there, adds looks of it, and puts others on it', async () => {
  const review = {
    boardName: 'Autumn',
    href: '/boards/autumn1?sort=wanted',
    looks: looksOf(three[0] ?? '', 'Aisha_knit_studio_front'),
    verdictOf: (id: string) => (id === three[0] ? ('pick' as const) : null),
    onVerdict: () => {},
    onKeep: () => {},
    onPut: vi.fn<CompareReview['onPut']>(),
    onUndo: () => {},
  }
  const user = open(three.slice(0, 2), review)
  expect(await screen.findByRole('link', { name: 'Back to the board' })).toHaveAttribute(
    'href',
    '/boards/autumn1?sort=wanted',
  )
  const wei = await pane('Wei Tee Studio')
  await user.click(await within(wei).findByRole('button', { name: 'Add to the board' }))
  expect(review.onPut).toHaveBeenCalledExactlyOnceWith(three[1])
  await user.click(screen.getByRole('button', { name: 'Add a look' }))
  const onBoard = within(await screen.findByRole('region', { name: 'On Autumn' }))
  expect(onBoard.getAllByRole('button')).toHaveLength(1)
  await user.click(onBoard.getByRole('button', { name: /^Aisha knit/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Compare 3 looks' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'On Autumn' })).toBeNull()
})

test('six looks are as many as can be added', async () => {
  open([...three, 'Aisha_knit_studio_front', 'Elena_tee_studio_front', 'Priya_blouse_studio_front'])
  const add = screen.getByRole('button', { name: 'Add a look' })
  expect(add).toHaveAttribute('aria-disabled', 'true')
  expect(add).toHaveAttribute('title', 'Up to 6 looks can be compared at once')
})
