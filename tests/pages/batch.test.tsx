import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test } from 'vitest'
import { renderApp } from '../render-app.tsx'
import { server } from '../sandbox-server.ts'

const looks = ['a8ca7997149e701f6165f293d515c230', 'Maya_knit_stage_side', '048330e5d7728cc591f4e5ea4927ab26']

async function openBatch(ids: readonly string[] = looks) {
  const app = renderApp(`/create?looks=${ids.join(',')}`)
  const opened = within(await screen.findByRole('dialog', { name: 'Create video' }))
  await opened.findByRole('textbox', { name: 'Script' })
  return { ...app, opened }
}

/** Every batch that is sent from now on. */
function watchBatches(answer?: () => Response): { videos: Record<string, unknown>[] }[] {
  const sent: { videos: Record<string, unknown>[] }[] = []
  server.use(
    http.post<never, { videos: Record<string, unknown>[] }>(
      '*/api/v3/videos/batches',
      async ({ request }) => {
        sent.push(await request.clone().json())
        return answer?.()
      },
    ),
  )
  return sent
}

test('one script for three looks: a table, a total, a confirmation, one order', async () => {
  const sent = watchBatches()
  const { user, opened } = await openBatch()
  expect(opened.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringContaining('Carmen Vneck Hall'),
    expect.stringContaining('Maya Knit Stage'),
    expect.stringContaining('Yuki Stripes Forest'),
  ])
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'one two three four five')
  await user.click(opened.getByRole('button', { name: 'Create 3 videos' }))
  expect(opened.getByText(/^Create 3 videos for \$/)).toBeInTheDocument()
  expect(sent).toEqual([])
  await user.click(opened.getByRole('button', { name: 'Create 3 videos' }))
  expect(await opened.findByText('HeyGen is making 3 videos')).toBeInTheDocument()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.videos.map(({ avatar_id }) => avatar_id)).toEqual(looks)
})

test('a double click does not confirm, nor does Enter in a line of text', async () => {
  const sent = watchBatches()
  const { user, opened } = await openBatch()
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.click(opened.getByText('Title, speed and sound'))
  await user.type(opened.getByRole('textbox', { name: 'Title' }), 'Hi{Enter}{Enter}')
  expect(opened.queryByRole('button', { name: 'Not yet' })).not.toBeInTheDocument()
  await user.dblClick(opened.getByRole('button', { name: 'Create 3 videos' }))
  expect(opened.getByRole('button', { name: 'Not yet' })).toBeInTheDocument()
  expect(sent).toEqual([])
})

test('a change after the confirmation asks again', async () => {
  const { user, opened } = await openBatch()
  const script = opened.getByRole('textbox', { name: 'Script' })
  await user.type(script, 'Hello')
  await user.click(opened.getByRole('button', { name: 'Create 3 videos' }))
  await user.type(script, ' there')
  expect(opened.queryByRole('button', { name: 'Not yet' })).not.toBeInTheDocument()
})

test('Enter that is held asks, and does not confirm', async () => {
  const sent = watchBatches()
  const { user, opened } = await openBatch()
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  opened.getByRole('button', { name: 'Create 3 videos' }).focus()
  await user.keyboard('{Enter>5/}')
  expect(opened.getByRole('button', { name: 'Not yet' })).toBeInTheDocument()
  expect(sent).toEqual([])
})

test('with no look left there is nothing to create', async () => {
  const sent = watchBatches()
  const { user, opened } = await openBatch()
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  for (const name of ['Carmen Vneck Hall', 'Maya Knit Stage', 'Yuki Stripes Forest'])
    await user.click(opened.getByRole('button', { name: `Leave out ${name}` }))
  expect(opened.getByRole('textbox', { name: 'Script' })).toHaveFocus()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(opened.getByText('No look is left. Close this and choose some.')).toBeInTheDocument()
  expect(sent).toEqual([])
})

test('a look can be left out, and one that is not there is said', async () => {
  const { user, opened } = await openBatch([...looks, 'nobody'])
  expect(opened.getByText('nobody')).toBeInTheDocument()
  await user.click(opened.getByRole('button', { name: 'Leave out Maya Knit Stage' }))
  expect(await opened.findByRole('button', { name: 'Create 2 videos' })).toBeInTheDocument()
  expect(opened.getByRole('button', { name: 'Leave out Yuki Stripes Forest' })).toHaveFocus()
})

test('a look that is not ready is left out, with the reason beside it', async () => {
  server.use(
    http.get('*/api/v3/avatars/looks/odd', () =>
      HttpResponse.json({
        data: { id: 'odd', name: 'Odd', avatar_type: 'photo_avatar', status: 'processing' },
      }),
    ),
  )
  const { opened } = await openBatch([...looks, 'odd'])
  expect(opened.getByText(/in training/)).toBeInTheDocument()
  expect(opened.getByText('One look is left out, as said beside it.')).toBeInTheDocument()
  expect(opened.getByRole('button', { name: 'Create 3 videos' })).toBeInTheDocument()
})

test('a refusal is said and loses nothing', async () => {
  watchBatches(() =>
    HttpResponse.json({ error: { code: 'insufficient_credit', message: 'No.' } }, { status: 402 }),
  )
  const { user, opened } = await openBatch()
  const script = opened.getByRole('textbox', { name: 'Script' })
  await user.type(script, 'Hello')
  await user.click(opened.getByRole('button', { name: 'Create 3 videos' }))
  await user.click(opened.getByRole('button', { name: 'Create 3 videos' }))
  expect(await opened.findByText('Your HeyGen balance is too low')).toBeInTheDocument()
  await waitFor(() => expect(script).toHaveValue('Hello'))
})
