import 'fake-indexeddb/auto'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { addLooks, newBoard, setVerdict } from '#boards/board-edits.ts'
import { reviewerOf, readBoard, reviewOf } from '#boards/board.ts'
import { boards, useBoard } from '#boards/boards.ts'
import { ExportMenu } from '#boards/export/export-menu.tsx'
import { me } from '#boards/me.ts'
import type { Registers } from '#boards/register.ts'
import { exportBoardFile } from '#boards/share/board-file.ts'
import { ImportButton } from '#boards/share/import-button.tsx'
import { ShareButton } from '#boards/share/share-button.tsx'
import { decodeShare, encodeShare } from '#boards/share/share-code.ts'
import { noteOf } from '../random-boards.ts'

/** Every file that is saved from now on. */
function watchSaves() {
  const saved: { name: string; blob: Blob }[] = []
  let made = new Blob()
  const create = (blob: Blob) => {
    made = blob
    return 'blob:made'
  }
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: create, revokeObjectURL: () => {} }))
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: made })
  })
  return saved
}

function BoardButtons({ id }: { id: string }) {
  const board = useBoard(id)
  return (
    <>
      <ImportButton />
      {board && (
        <>
          <ShareButton board={board} />
          <ExportMenu board={board} findPeople={async () => new Map()} />
        </>
      )}
    </>
  )
}

/** A text that nothing makes smaller. */
const noise = () =>
  Array.from(crypto.getRandomValues(new Uint16Array(1500)), (code) =>
    String.fromCharCode(code % 50_000),
  ).join('')

let last = 0

/** A board of two looks with the buttons over it. */
function openBoard() {
  last += 1
  const id = `spring${last}board`
  act(() => {
    boards.edit(id, newBoard('Spring', 'Calm.', Date.now()))
    const empty = readBoard(id, new Map())
    boards.edit(
      id,
      addLooks(
        empty,
        ['a', 'b'].map((look) => ({ id: look, note: noteOf(`Look ${look}`) })),
      ),
    )
  })
  const user = userEvent.setup()
  const router = createMemoryRouter([{ path: '*', element: <BoardButtons id={id} /> }])
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  const board = () => {
    const held = boards.get(id)
    if (!held) throw new Error('The board is gone.')
    return held
  }
  return { user, id, board, router }
}

async function openPopup(user: ReturnType<typeof userEvent.setup>, button: string) {
  await user.click(await screen.findByRole('button', { name: button }))
  // Its code comes now, which takes a while the first time.
  return within(await screen.findByRole('dialog', {}, { timeout: 15_000 }))
}

async function sharedIn(field: HTMLElement) {
  await waitFor(() => expect(field).toHaveDisplayValue(/^http.*#1\./))
  const link = field instanceof HTMLInputElement ? field.value : ''
  const read = await decodeShare(link.slice(link.indexOf('#')), Date.now())
  if (typeof read === 'string') throw new Error(read)
  return read
}

test('a link carries the board under the name one gives, and reviews when they are asked for', async () => {
  const { user, id } = openBoard()
  act(() => boards.edit(id, setVerdict(me.read().id, ['a'], 'pick')))
  const popup = await openPopup(user, 'Share')
  await user.type(popup.getByRole('textbox', { name: 'Your name' }), 'Ann Lee')
  const field = popup.getByRole('textbox', { name: 'Link to the board' })
  await waitFor(async () => {
    const { registers } = await sharedIn(field)
    expect(readBoard(id, registers).reviewers.map(({ name, reviews }) => [name, reviews.size])).toEqual([
      ['Ann Lee', 0],
    ])
  })
  await user.click(popup.getByRole('checkbox', { name: 'With reviews' }))
  await waitFor(async () => {
    const { registers } = await sharedIn(field)
    expect(readBoard(id, registers).reviewers.map(({ reviews }) => reviews.size)).toEqual([1])
  })
})

test('on a blind board the review goes back once it is submitted', async () => {
  const { user, id, board } = openBoard()
  const popup = await openPopup(user, 'Share')
  expect(popup.getByText('You have said nothing about these looks yet.')).toBeVisible()
  await user.click(popup.getByRole('checkbox', { name: 'Ask for a blind review' }))
  expect(board().blind).toBe(true)
  act(() => boards.edit(id, setVerdict(me.read().id, ['b'], 'maybe')))
  expect(popup.queryByRole('textbox', { name: 'Link to your review' })).not.toBeInTheDocument()
  await user.click(popup.getByRole('button', { name: 'Submit my review' }))
  const { what, registers } = await sharedIn(
    await popup.findByRole('textbox', { name: 'Link to your review' }),
  )
  expect(what).toBe('reply')
  const mine = reviewerOf(readBoard(id, registers), me.read().id)
  expect([mine?.submitted, reviewOf(mine, 'b').verdict]).toEqual([true, 'maybe'])
})

test('what is too long for a link is offered as a file', async () => {
  const { user, id } = openBoard()
  act(() =>
    boards.edit(
      id,
      ['a', 'b', 'c'].map((look) => [`note:${me.read().id}:${look}`, noise()] as const),
    ),
  )
  const popup = await openPopup(user, 'Share')
  const section = within(popup.getByRole('region', { name: 'Send your review back' }))
  expect(await section.findByText('This is too much for a link. Send it as a file.')).toBeVisible()
  const saved = watchSaves()
  await user.click(section.getByRole('button', { name: 'Save as a file' }))
  expect(saved.map(({ name }) => name)).toEqual(['Review of Spring.lookbook.json'])
  expect(JSON.parse((await saved[0]?.blob.text()) ?? '')).toMatchObject({ lookbook: 'reply', id })
})

test('a pasted reply says what it adds, and adds it when that is wanted', async () => {
  const { user, board } = openBoard()
  const reply: Registers = new Map([
    ['who:ben2', { value: 'Ben', at: 9000, by: 'ben2' }],
    ['verdict:ben2:a', { value: 'reject', at: 9000, by: 'ben2' }],
  ])
  const link = `https://lookbook.example.com/r${await encodeShare(readBoard(board().id, reply), 'reply', 'ben2')}`
  const popup = await openPopup(user, 'Open a link or file')
  const field = popup.getByRole('textbox', { name: 'Paste a link or choose a file' })
  await user.click(field)
  await user.paste(link.slice(0, -9))
  expect(await popup.findByRole('alert')).toHaveTextContent(
    /end of this link is missing.*Your boards are as they were/,
  )
  await user.clear(field)
  await user.paste(link)
  expect(await popup.findByRole('listitem')).toHaveTextContent('Adds 1 verdict by Ben')
  expect(reviewerOf(board(), 'ben2')).toBeUndefined()
  await user.click(popup.getByRole('button', { name: 'Add to “Spring”' }))
  expect(reviewOf(reviewerOf(board(), 'ben2'), 'a').verdict).toBe('reject')
  expect(popup.getByText('“Spring” is up to date')).toBeVisible()
  expect(popup.getByRole('link', { name: 'Open it' })).toHaveFocus()
})

test('a file makes a new board', async () => {
  const { user } = openBoard()
  const autumn = readBoard('autumnboard1', new Map([['name', { value: 'Autumn', at: 9000, by: 'ben2' }]]))
  const popup = await openPopup(user, 'Open a link or file')
  const file = new File([await exportBoardFile(autumn).text()], 'autumn.lookbook.json', {
    type: 'application/json',
  })
  await user.upload(popup.getByLabelText('Choose a file', { selector: 'input' }), file)
  expect(await popup.findByText('New board “Autumn”, 0 looks')).toBeVisible()
  expect(boards.get('autumnboard1')).toBeUndefined()
  await user.click(popup.getByRole('button', { name: 'Add board' }))
  expect(boards.get('autumnboard1')?.name).toBe('Autumn')
})

test('a board leaves as a table; a record needs a decision', async () => {
  const { user, id } = openBoard()
  const saved = watchSaves()
  const popup = await openPopup(user, 'Export')
  const record = popup.getByRole('button', { name: /^Decision record \(Markdown\)/ })
  expect(record).toHaveAttribute('aria-disabled', 'true')
  await user.click(record)
  expect(saved).toEqual([])
  await user.click(popup.getByRole('button', { name: /^Table/ }))
  expect(saved.at(-1)?.name).toBe('Spring.csv')
  expect(await saved.at(-1)?.blob.text()).toContain('"Look a"')
  act(() => boards.edit(id, [['decision', { chosen: ['a'], runnersUp: [], note: '', by: 'Ann' }]]))
  await user.click(record)
  expect(saved.at(-1)?.name).toBe('Decision Spring.md')
  await user.click(popup.getByRole('button', { name: /^Copy ids/ }))
  expect(await navigator.clipboard.readText()).toBe('a\nb')
  expect(popup.getByRole('link', { name: /^Contact sheet/ })).toHaveAttribute(
    'href',
    `/boards/${id}/sheet?per=12`,
  )
})
