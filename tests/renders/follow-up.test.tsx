import { screen, waitFor } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { FollowUp } from '#renders/follow-up.tsx'
import { answer, failWith, show } from './show.tsx'

let sessions = 0
let id = ''
beforeEach(() => {
  id = `session-${sessions++}`
})

type Reply = () => Response

const lost: Reply = () => HttpResponse.error()
const took: Reply = () => HttpResponse.json({ data: { session_id: id, run_id: 'r1' } })
const refuse = (status: number, code: string) => () => failWith(status, code)
const says = (data: object) => () => HttpResponse.json({ data })

/** The form, each message answered in turn, and the ledger too, the last of its answers for good. */
function showForm(replies: Reply[], ledger: Reply[]) {
  const sent: { key: string | null; message: unknown }[] = []
  answer(`/v3/video-agents/${id}`, async (request) => {
    sent.push({ key: request.headers.get('idempotency-key'), message: await request.json() })
    return (replies.shift() ?? took)()
  })
  const asked = answer('/intents/*', () => ((ledger.length > 1 ? ledger.shift() : ledger[0]) ?? lost)())
  const onSent = vi.fn<() => void>()
  return { sent, asked, onSent, ...show(<FollowUp id={id} onSent={onSent} />) }
}

const box = () => screen.getByRole('textbox', { name: 'Your answer' })
const send = () => screen.getByRole('button', { name: 'Send' })
/** A look into the ledger comes a second after the message. */
const slowly = { timeout: 4000 }
const doubt = 'We do not know whether HeyGen accepted this. Checking.'

test.each([
  ['a 202', refuse(202, 'intent_unknown')],
  ['a lost connection', lost],
])(
  'after %s nobody is told of a refusal; the words stay until the ledger knows',
  { timeout: 15_000 },
  async (_, reply) => {
    const done = says({ state: 'done', answer: { data: { session_id: id, run_id: '' } } })
    const { user, sent, onSent } = showForm([reply], [says({ state: 'sending' }), done])
    await user.type(box(), 'Paris')
    await user.click(send())
    expect(await screen.findByText(doubt, { selector: '[id]' })).toBeVisible()
    expect(box()).not.toHaveAttribute('aria-invalid')
    await user.type(box(), ' or Rome')
    await user.click(screen.getByRole('button', { name: 'Checking' }))
    expect(box()).toHaveValue('Paris')
    expect(onSent).not.toHaveBeenCalled()
    await waitFor(() => expect(box()).toHaveValue(''), slowly)
    expect(onSent).toHaveBeenCalledTimes(1)
    await user.type(box(), 'Paris')
    await user.click(send())
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(2))
    expect(sent).toHaveLength(2)
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
  },
)

test('one that the ledger calls refused says why, and is another message next time', async () => {
  const error = { status: 400, code: 'invalid_parameter', message: 'x' }
  const { user, sent, onSent } = showForm([lost], [says({ state: 'refused', error })])
  await user.type(box(), 'Paris')
  await user.click(send())
  expect(await screen.findByText('HeyGen refused the request', {}, slowly)).toBeVisible()
  expect(box()).toHaveValue('Paris')
  await user.click(send())
  await waitFor(() => expect(onSent).toHaveBeenCalled())
  expect(sent[1]?.key).not.toBe(sent[0]?.key)
})

test.each([
  ['absent', says({ state: 'absent' }), 'HeyGen never got this. Send it again.', false],
  ['not there', refuse(404, 'intent_not_found'), 'Lookbook’s server never got this. Send it again.', true],
])('one that is %s may be sent again', async (_, ledger, said, sameKey) => {
  const { user, sent, onSent } = showForm([lost], [ledger])
  await user.type(box(), 'Paris')
  await user.click(send())
  expect(await screen.findByText(said, {}, slowly)).toBeVisible()
  await user.click(send())
  await waitFor(() => expect(onSent).toHaveBeenCalled())
  expect(sent[1]?.key === sent[0]?.key).toBe(sameKey)
})

test.each([
  ['not there', refuse(404, 'intent_not_found')],
  ['not to be asked', refuse(403, 'launch_token_required')],
])('a refusal by our own server, with a ledger that is %s, is no end of the intent', async (_, ledger) => {
  const { user, sent, onSent } = showForm([refuse(403, 'launch_token_required')], [ledger])
  await user.type(box(), 'Paris')
  await user.click(send())
  expect(await screen.findByText(/launch address/, {}, slowly)).toBeVisible()
  await user.click(send())
  await waitFor(() => expect(onSent).toHaveBeenCalled())
  expect(sent[1]?.key).toBe(sent[0]?.key)
})

test('one that nobody can tell of is never sent in other words, not even after the page was left', async () => {
  const { user, sent, asked, page } = showForm([lost], [refuse(403, 'launch_token_required')])
  await user.type(box(), 'Paris')
  await user.click(send())
  await screen.findByRole('button', { name: 'Check now' }, slowly)
  expect(screen.getByText('It is still not known whether HeyGen accepted this.')).toBeVisible()
  page.unmount()
  const again = showForm([], [says({ state: 'done', answer: { data: { session_id: id } } })])
  expect(box()).toHaveValue('Paris')
  expect(box()).toHaveAttribute('readonly')
  await again.user.click(screen.getByRole('button', { name: 'Check now' }))
  await waitFor(() => expect(box()).toHaveValue(''), slowly)
  expect(again.onSent).toHaveBeenCalledTimes(1)
  expect([sent.length, asked.length, again.sent.length]).toEqual([1, 1, 0])
})

test('what was typed and not sent is there again after the page gave way to another', async () => {
  const { user, page } = showForm([], [])
  await user.type(box(), 'Paris')
  page.unmount()
  const again = showForm([took], [])
  expect(box()).toHaveValue('Paris')
  await again.user.click(send())
  await waitFor(() => expect(box()).toHaveValue(''))
  again.page.unmount()
  showForm([], [])
  expect(box()).toHaveValue('')
})
