import { screen, waitFor, within } from '@testing-library/react'
import { delay, HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test } from 'vitest'
import { renderApp } from '../render-app.tsx'
import { sandboxHandler, server } from '../sandbox-server.ts'

const twin = 'a8ca7997149e701f6165f293d515c230'
const photo = '048330e5d7728cc591f4e5ea4927ab26'
const studio = 'Maya_knit_stage_side'

const dialog = async () => within(await screen.findByRole('dialog', { name: 'Create video' }))
const closed = () => expect(screen.queryByRole('dialog', { name: 'Create video' })).not.toBeInTheDocument()

/** Opens a look's dialog by its address, and waits for its form. */
async function openDialog(lookId: string) {
  const app = renderApp(`/create?look=${lookId}`)
  const opened = await dialog()
  await opened.findByRole('textbox', { name: /Script|Prompt/ })
  return { ...app, opened }
}

interface Sent {
  body: unknown
  key: string | null
}

/** Every order that is sent from now on; `answer` in place of the sandbox's. */
function watchOrders(answer?: () => Response | Promise<Response>): Sent[] {
  const sent: Sent[] = []
  for (const path of ['videos', 'video-agents'])
    server.use(
      http.post(`*/api/v3/${path}`, async ({ request }) => {
        sent.push({ body: await request.clone().json(), key: request.headers.get('idempotency-key') })
        return answer?.()
      }),
    )
  return sent
}

const refuse = (status: number, code: string, message: string, extra: Record<string, string> = {}) =>
  HttpResponse.json({ error: { code, message, ...extra } }, { status })

test('opened by its address it stands over the list, and closing leads there', async () => {
  const { user, address, opened } = await openDialog(twin)
  expect(opened.getByText('Carmen Vneck Hall')).toBeInTheDocument()
  await user.click(opened.getByRole('button', { name: 'Close' }))
  await waitFor(closed)
  expect(address()).toBe('/')
})

test('a look that HeyGen gives later is waited for with the seconds, and comes by itself', async () => {
  let asked = 0
  server.use(
    http.get(`*/api/v3/avatars/looks/${twin}`, () => {
      asked++
      if (asked > 1) return undefined
      return HttpResponse.json(
        { error: { code: 'rate_limit_exceeded', message: 'x' } },
        { status: 429, headers: { 'retry-after': '2' } },
      )
    }),
  )
  const { user } = renderApp(`/create?look=${twin}`)
  const opened = await dialog()
  const retry = await opened.findByRole('button', { name: 'Try again' })
  expect(retry).toHaveAttribute('aria-disabled', 'true')
  expect(opened.getByRole('alert')).toHaveTextContent('Trying again is possible in 2 s.')
  await user.click(retry)
  expect(asked).toBe(1)
  expect(await opened.findByRole('textbox', { name: 'Script' })).toBeVisible()
})

/** The button that comes to a card with the pointer. */
async function createButtonOf(user: ReturnType<typeof renderApp>['user'], name: string) {
  const grid = within(await screen.findByRole('grid'))
  await user.hover(await grid.findByRole('link', { name: new RegExp(`^${name}`) }))
  return grid.getByRole('button', { name: `Create video with ${name}` })
}

test('opened from a card, the page below stays and Back closes it', async () => {
  const { user, router } = renderApp('/?type=digital_twin')
  const button = await createButtonOf(user, 'Carmen Vneck Hall')
  const grid = screen.getByRole('grid')
  await user.click(button)
  await dialog()
  expect(router.state.location.pathname + router.state.location.search).toBe('/?type=digital_twin')
  expect(router.state.location.mask).toMatchObject({ pathname: '/create', search: `?look=${twin}` })
  await router.navigate(-1)
  await waitFor(closed)
  expect(screen.getByRole('grid')).toBe(grid)
})

test('Escape closes the dialog and leaves the look below open', async () => {
  const { user } = renderApp(`/looks/${twin}`)
  const panel = await screen.findByRole('dialog', { name: 'Carmen Vneck Hall' })
  await user.click(await within(panel).findByRole('link', { name: 'Create video' }))
  const opened = await dialog()
  await user.type(await opened.findByRole('textbox', { name: 'Script' }), 'Hi')
  await user.keyboard('{Escape}')
  await waitFor(closed)
  expect(screen.getByRole('dialog', { name: 'Carmen Vneck Hall' })).toBe(panel)
})

test('a script is sent with what was chosen, and followed', async () => {
  const sent = watchOrders()
  const { user, opened } = await openDialog(photo)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello there')
  await user.click(opened.getByRole('radio', { name: 'High' }))
  await user.type(opened.getByRole('textbox', { name: 'Motion' }), 'waves')
  await user.click(opened.getByRole('radio', { name: '9:16' }))
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  expect(await opened.findByText('HeyGen is making your video')).toBeInTheDocument()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toMatchObject({
    type: 'avatar',
    avatar_id: photo,
    script: 'Hello there',
    engine: { type: 'avatar_iv' },
    expressiveness: 'high',
    motion_prompt: 'waves',
    aspect_ratio: '9:16',
    title: 'Hello there',
  })
  expect(opened.getByRole('link', { name: 'Follow it' })).toHaveFocus()
  expect(opened.getByRole('link', { name: 'Follow it' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/renders\/\w+$/),
  )
})

test('a prompt goes to the agent, with its style', async () => {
  const sent = watchOrders()
  const { user, opened } = await openDialog(twin)
  await user.click(opened.getByRole('radio', { name: 'Prompt' }))
  await user.type(opened.getByRole('textbox', { name: 'Prompt' }), 'A tour')
  await user.click(await opened.findByRole('radio', { name: /Soft portrait/ }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await opened.findByText('HeyGen is making your video')).toBeInTheDocument()
  expect(sent.map(({ body }) => body)).toEqual([
    { prompt: 'A tour', mode: 'generate', avatar_id: twin, style_id: 'soft_portrait' },
  ])
})

test('nothing is sent before it is right, and the focus goes to what is not', async () => {
  const sent = watchOrders()
  const { user, opened } = await openDialog(twin)
  const script = opened.getByRole('textbox', { name: 'Script' })
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  expect(await opened.findByText('Write what the look should say.')).toBeInTheDocument()
  await waitFor(() => expect(script).toHaveFocus())
  expect(script).toBeInvalid()
  await user.type(script, 'Hi')
  expect(script).toBeValid()
  expect(sent).toEqual([])
})

test('Enter in a line of text buys nothing', async () => {
  const sent = watchOrders()
  const { user, opened } = await openDialog(photo)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.type(opened.getByRole('textbox', { name: 'Motion' }), 'waves{Enter}')
  await delay(50)
  expect(sent).toEqual([])
})

test('two clicks are one order', async () => {
  const sent = watchOrders(async () => {
    await delay(100)
    return HttpResponse.json({ data: { video_id: 'v1', status: 'waiting' } })
  })
  const { user, opened } = await openDialog(twin)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.dblClick(opened.getByRole('button', { name: /^Create video/ }))
  expect(await opened.findByText('HeyGen is making your video')).toBeInTheDocument()
  expect(sent).toHaveLength(1)
})

test('a refusal is said in words and loses nothing, and the next try is a new intent', async () => {
  const sent = watchOrders(() => refuse(402, 'insufficient_credit', 'Balance too low.'))
  const { user, opened } = await openDialog(twin)
  const script = opened.getByRole('textbox', { name: 'Script' })
  await user.type(script, 'Hello')
  const button = opened.getByRole('button', { name: /^Create video/ })
  await user.click(button)
  expect(await opened.findByText('Your HeyGen balance is too low')).toBeInTheDocument()
  expect(script).toHaveValue('Hello')
  await user.click(button)
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[0]?.key).not.toBe(sent[1]?.key)
})

test('what HeyGen refuses of a field stands beside it until it is changed', async () => {
  watchOrders(() => refuse(400, 'content_policy_violation', 'Not allowed.', { param: 'script' }))
  const { user, opened } = await openDialog(twin)
  const script = opened.getByRole('textbox', { name: 'Script' })
  await user.type(script, 'Bad words')
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  await waitFor(() => expect(script).toBeInvalid())
  await waitFor(() => expect(script).toHaveFocus())
  await user.type(script, '!')
  expect(script).toBeValid()
})

test('10 running videos are said with the seconds to wait', async () => {
  watchOrders(() =>
    HttpResponse.json(
      { error: { code: 'quota_exceeded', message: 'Too many.' } },
      { status: 429, headers: { 'retry-after': '42' } },
    ),
  )
  const { user, opened } = await openDialog(twin)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  expect(await opened.findByText(/10 of 10/)).toBeInTheDocument()
  expect(opened.getByText(/in 4[12] s/)).toBeInTheDocument()
})

test('an order nobody knows the fate of is said to be so', async () => {
  watchOrders(() =>
    HttpResponse.json({ error: { code: 'intent_unknown', message: 'Checking.' } }, { status: 202 }),
  )
  const { user, opened } = await openDialog(twin)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  expect(
    await opened.findByText('We do not know whether HeyGen accepted this. Checking.'),
  ).toBeInTheDocument()
})

test('a draft is there again, per look', async () => {
  const { user, opened } = await openDialog(twin)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Half a thought')
  await user.click(opened.getByRole('button', { name: 'Close' }))
  await waitFor(closed)
  await user.click(await createButtonOf(user, 'Carmen Vneck Hall'))
  expect(await (await dialog()).findByRole('textbox', { name: 'Script' })).toHaveValue('Half a thought')
  await user.click((await dialog()).getByRole('button', { name: 'Close' }))
  await waitFor(closed)
  await user.click(await createButtonOf(user, 'Carmen Knit Workshop'))
  expect(await (await dialog()).findByRole('textbox', { name: 'Script' })).toHaveValue('')
})

test('what a look cannot do is not offered, and why is said', async () => {
  const { opened } = await openDialog(studio)
  expect(opened.queryByRole('textbox', { name: 'Motion' })).not.toBeInTheDocument()
  expect(opened.getByText('Studio avatars move as they were filmed.')).toBeInTheDocument()
  expect(opened.getByText('Only photo avatars take it.')).toBeInTheDocument()
  expect(opened.getByRole('radio', { name: /Avatar V ?not for this look/ })).toBeDisabled()
  expect(opened.getByRole('radio', { name: 'Remove' })).toBeDisabled()
})

test('length, cost and balance are there before the click', async () => {
  server.use(sandboxHandler())
  const { user, opened } = await openDialog(twin)
  await user.type(
    opened.getByRole('textbox', { name: 'Script' }),
    'one two three four five six seven eight nine ten',
  )
  expect(opened.getByText('10 words · about 4 s')).toBeInTheDocument()
  expect(opened.getByText('$0.27 – 0.33')).toBeInTheDocument()
  expect(opened.getByText(/Rates of June 2026/)).toBeInTheDocument()
  expect(await opened.findByText('$42.50')).toBeInTheDocument()
})

test.each([
  ['processing', /in training/],
  ['pending_consent', /not given consent/],
  ['failed', /Training failed/],
])('a look that is %s makes no video, and the dialog says why', async (status, reason) => {
  server.use(
    http.get('*/api/v3/avatars/looks/odd', () =>
      HttpResponse.json({ data: { id: 'odd', name: 'Odd', avatar_type: 'photo_avatar', status } }),
    ),
  )
  const sent = watchOrders()
  const { user, opened } = await openDialog('odd')
  expect(opened.getByText(reason)).toBeInTheDocument()
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  const button = opened.getByRole('button', { name: /^Create video/ })
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await user.click(button)
  expect(sent).toEqual([])
})

test('a look that is not there is said, with a way back', async () => {
  const { user } = renderApp('/create?look=nobody')
  const opened = await dialog()
  expect(await opened.findByText('This look is not there')).toBeInTheDocument()
  await user.click(opened.getAllByRole('button', { name: 'Close' })[0] ?? document.body)
  await waitFor(closed)
})

test('a refusal that comes after the dialog was closed is said all the same', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  watchOrders(() => promise)
  const { user, opened } = await openDialog(twin)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  await user.click(opened.getByRole('button', { name: 'Close' }))
  await waitFor(closed)
  resolve(refuse(402, 'insufficient_credit', 'No.'))
  expect(await screen.findByText('Your HeyGen balance is too low')).toBeInTheDocument()
})

test('words that were taken after the dialog was closed are not there to be sent again', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  watchOrders(() => promise)
  const { user, opened } = await openDialog(twin)
  await user.type(opened.getByRole('textbox', { name: 'Script' }), 'Hello')
  await user.click(opened.getByRole('button', { name: /^Create video/ }))
  await user.click(opened.getByRole('button', { name: 'Close' }))
  await waitFor(closed)
  resolve(HttpResponse.json({ data: { video_id: 'v9', status: 'waiting' } }))
  await waitFor(() => expect(localStorage.getItem('lookbook.renders')).toContain('v9'))
  await waitFor(() => expect(localStorage.getItem(`lookbook.draft.${twin}`)).not.toContain('Hello'))
})
