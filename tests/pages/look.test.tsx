import { act, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { fakeWindow } from '../fake-browser.ts'
import { renderApp, watchRequests } from '../render-app.tsx'
import { server } from '../sandbox-server.ts'

const cards = async () => within(await screen.findByRole('grid')).findAllByRole('link')
const panel = async (name?: RegExp | string) =>
  within(await screen.findByRole('dialog', name ? { name } : {}))

/** What stands beside a label of the panel. */
async function fact(label: string): Promise<HTMLElement> {
  const terms = (await panel()).getAllByRole('term')
  const value = terms.find((term) => term.textContent === label)?.nextElementSibling
  if (!(value instanceof HTMLElement)) throw new Error(`There is nothing beside "${label}".`)
  return value
}

/** A look of its own kind, at /looks/odd. */
function serveLook(given: Record<string, unknown>) {
  server.use(
    http.get('*/api/v3/avatars/looks/odd', () =>
      HttpResponse.json({ data: { id: 'odd', name: 'Odd', ...given } }),
    ),
  )
}

/** Opens the look of a card by its name. */
async function openLook(name: string, address = '/?own=private') {
  const app = renderApp(address)
  const card = (await cards()).find((link) => link.textContent.includes(name))
  await app.user.click(card ?? document.body)
  await screen.findByRole('dialog')
  return app
}

test('a card opens its look beside the grid, and closing leads back to the card', async () => {
  const { user, address } = renderApp('/?type=digital_twin')
  const [first] = await cards()
  await user.click(first ?? document.body)
  const opened = await panel('Carmen Vneck Hall')
  expect(address()).toBe(`${first?.getAttribute('href')}`)
  expect(address()).toMatch(/^\/looks\/\w+\?type=digital_twin$/)
  expect(screen.getByRole('grid')).toContainElement(first ?? null)
  expect(first).toHaveAttribute('aria-current', 'true')
  // Said after the paint.
  await waitFor(() => expect(document.title).toBe('Carmen Vneck Hall · Lookbook'))
  await user.click(opened.getByRole('button', { name: 'Close' }))
  expect(address()).toBe('/?type=digital_twin')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await waitFor(() => expect(first).toHaveFocus())
  await waitFor(() => expect(document.title).toBe('Looks · Lookbook'))
})

test('Escape closes the look, and so does Back', async () => {
  const { user, router, address } = renderApp()
  const [first, second] = await cards()
  await user.click(first ?? document.body)
  await panel('Carmen Vneck Hall')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(address()).toBe('/'))
  await user.click(second ?? document.body)
  await panel('Carmen Knit Workshop')
  await router.navigate(-1)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('a look can be opened by its address alone, and closing shows the grid', async () => {
  const { user, address } = renderApp('/looks/Marcus_suit_studio_front')
  const opened = await panel('Marcus Suit Studio')
  await user.click(opened.getByRole('button', { name: 'Close' }))
  expect(address()).toBe('/')
  expect((await cards()).length).toBeGreaterThan(9)
})

test('everything HeyGen says of a look is there', async () => {
  renderApp('/looks/Marcus_suit_studio_front')
  const opened = await panel('Marcus Suit Studio')
  expect(await fact('Look id')).toHaveTextContent('Marcus_suit_studio_front')
  await waitFor(async () => expect(await fact('Voice')).toHaveTextContent(/Marcus - Deep.*English/))
  expect(await fact('Engines')).toHaveTextContent('Avatar IVAvatar III')
  expect(await fact('Size')).toHaveTextContent('1,080 × 1,350, portrait')
  expect(await fact('Gender')).toHaveTextContent('Male')
  expect(await fact('Tags')).toHaveTextContent('None given')
  expect(opened.queryByText('Status')).not.toBeInTheDocument()
  expect(await opened.findByRole('link', { name: 'Marcus' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/people\/\w+$/),
  )
  expect(opened.getByText(/Studio avatar.*4 looks/)).toBeVisible()
  expect(opened.getByRole('img', { name: 'Marcus Suit Studio' })).toBeVisible()
})

test('a voice with a sample can be heard, and one without says so', async () => {
  const { user } = await openLook('Omar Jacket')
  await waitFor(async () => expect(await fact('Voice')).toHaveTextContent(/Omar phone memo.*no sample/))
  await user.click((await panel()).getByRole('button', { name: 'Close' }))
  const ruth = (await cards()).find((link) => link.textContent.includes('Ruth Blouse'))
  await user.click(ruth ?? document.body)
  const play = await screen.findByRole('button', { name: 'Play a sample of Ruth (cloned)' })
  await user.click(play)
  expect(await screen.findByRole('button', { name: 'Stop the sample of Ruth (cloned)' })).toBeVisible()
})

test('a sample that no browser can open counts as none', async () => {
  server.use(
    http.get('*/api/v3/voices/v', () =>
      HttpResponse.json({ data: { voice_id: 'v', name: 'Theo', preview_audio_url: 's3://x/theo.wav' } }),
    ),
  )
  serveLook({ default_voice_id: 'v' })
  renderApp('/looks/odd')
  await waitFor(async () => expect(await fact('Voice')).toHaveTextContent('Theono sample'))
})

test('a voice that cannot be read is said so, and costs nothing else', async () => {
  serveLook({ default_voice_id: 'gone' })
  renderApp('/looks/odd')
  await waitFor(async () => expect(await fact('Voice')).toHaveTextContent('The voice could not be read'))
  expect(await fact('Look id')).toHaveTextContent('odd')
})

test('a look of which HeyGen says nothing says so field by field', async () => {
  serveLook({ name: null })
  renderApp('/looks/odd')
  const opened = await panel('No name')
  for (const label of ['Voice', 'Engines', 'Size', 'Gender', 'Tags'])
    expect(await fact(label)).toHaveTextContent('None given')
  expect(opened.getByText('Unknown type')).toBeVisible()
  for (const tile of within(opened.getByRole('group', { name: 'Framing' })).getAllByRole('button'))
    expect(tile).toBeDisabled()
})

test.each([
  {
    name: 'Omar Suit',
    label: 'In training',
    note: 'This look is still in training. It cannot make videos yet.',
  },
  {
    name: 'Ruth Blouse',
    label: 'Awaiting consent',
    note: 'The person has not given consent yet. It cannot make videos until then.',
  },
  {
    name: 'test',
    label: 'Training failed',
    note: 'Training failed. This look cannot make videos.The picture could not be used: no face was found.',
  },
])('$label is said on the card and in the panel, with what it means', async ({ name, label, note }) => {
  await openLook(name)
  expect((await panel()).getByRole('note')).toHaveTextContent(note)
  expect(await fact('Status')).toHaveTextContent(label)
  const card = (await cards()).find((link) => link.textContent.includes(name))
  expect(card?.parentElement).toHaveTextContent(label)
})

test('a look that is ready has no note, and one in an unknown state says which', async () => {
  const { router } = await openLook('Omar Jacket')
  expect((await panel()).queryByRole('note')).not.toBeInTheDocument()
  serveLook({ status: 'dreaming' })
  await router.navigate('/looks/odd')
  expect(await (await panel('Odd')).findByRole('note')).toHaveTextContent('dreaming')
})

test('words of HeyGen that mean something to JavaScript are text', async () => {
  serveLook({
    name: '<img src=x onerror=alert(1)>',
    avatar_type: 'constructor',
    status: 'toString',
    gender: 'valueOf',
    preferred_orientation: 'constructor',
    supported_api_engines: ['__proto__', 'hasOwnProperty'],
    tags: ['<script>', '__proto__'],
    error: { code: 'x', message: '<b>bold</b>' },
  })
  renderApp('/looks/odd')
  const opened = await panel('<img src=x onerror=alert(1)>')
  expect(opened.getByRole('note')).toHaveTextContent('toString<b>bold</b>')
  expect(await fact('Engines')).toHaveTextContent('__proto__hasOwnProperty')
  expect(await fact('Tags')).toHaveTextContent('<script>__proto__')
})

test('media of other hosts are not loaded', async () => {
  serveLook({ preview_image_url: 'https://evil.test/a.webp', preview_video_url: 'data:video/mp4,x' })
  renderApp('/looks/odd')
  const opened = await panel('Odd')
  expect(opened.queryByRole('img')).not.toBeInTheDocument()
  expect(opened.queryByRole('button', { name: /clip/ })).not.toBeInTheDocument()
  expect(document.querySelector('video')).toBeNull()
})

test('a look that is not there says so, with a way back', async () => {
  const { user, address } = renderApp('/looks/no-such-look')
  const opened = await panel('Look')
  expect(await opened.findByRole('heading', { name: 'This look is not there' })).toBeVisible()
  await user.click(opened.getByRole('button', { name: 'Back to the looks' }))
  expect(address()).toBe('/')
  expect((await cards()).length).toBeGreaterThan(9)
})

test('a look that does not load says why in its place, and can be tried again', async () => {
  server.use(http.get('*/api/v3/avatars/looks/:id', () => HttpResponse.json({ error: 'x' }, { status: 500 })))
  const { user } = renderApp('/looks/Marcus_suit_studio_front')
  const said = within(await (await panel('Look')).findByRole('alert'))
  expect(said.getByRole('heading', { name: 'HeyGen has a problem' })).toBeVisible()
  server.resetHandlers()
  await user.click(said.getByRole('button', { name: 'Try again' }))
  await panel('Marcus Suit Studio')
})

test('arrows and buttons go to the neighbours in the order of the grid', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  await user.click(first ?? document.body)
  const opened = await panel('Carmen Vneck Hall')
  expect(opened.getByText('1 of 50+')).toBeVisible()
  expect(opened.getByRole('button', { name: 'Previous look' })).toHaveAttribute('aria-disabled', 'true')
  await user.keyboard('{ArrowRight}')
  await panel('Carmen Knit Workshop')
  await user.click(screen.getByRole('button', { name: 'Next look' }))
  await panel('Carmen Stripes Workshop')
  await user.keyboard('{ArrowLeft}')
  await panel('Carmen Knit Workshop')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('arrows faster than the page count from the last look asked for', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  await user.click(first ?? document.body)
  await panel('Carmen Vneck Hall')
  act(() => {
    for (let press = 0; press < 2; press++)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  })
  const third = await panel('Carmen Stripes Workshop')
  expect(third.getByText('3 of 50+')).toBeVisible()
})

test('the other looks of the person are there, without this one', async () => {
  const { user } = renderApp('/looks/Marcus_suit_studio_front')
  await panel('Marcus Suit Studio')
  const more = await screen.findByRole('heading', { name: 'More of Marcus' })
  const list = within(more.closest('section') ?? document.body)
  const links = list.getAllByRole('link')
  expect(links.map((link) => link.title)).toEqual([
    'Marcus Shirt Apartment',
    'Marcus Collar Newsroom',
    'Marcus Tee Studio',
  ])
  await user.click(links[0] ?? document.body)
  await panel('Marcus Shirt Apartment')
})

test('a frame can be tried on the picture', async () => {
  const { user } = renderApp('/looks/Marcus_suit_studio_front')
  const tiles = within((await panel('Marcus Suit Studio')).getByRole('group', { name: 'Framing' }))
  expect(tiles.getByRole('button', { name: /16:9/ })).toHaveTextContent('Cuts')
  expect(tiles.getByRole('button', { name: /^1:1/ })).toHaveTextContent('Fits')
  await user.click(tiles.getByRole('button', { name: /^1:1/ }))
  expect(tiles.getByRole('button', { name: /^1:1/, pressed: true })).toBeVisible()
  await user.click(tiles.getByRole('button', { name: /^1:1/ }))
  expect(tiles.queryByRole('button', { pressed: true })).not.toBeInTheDocument()
})

test('the clip starts without sound, and can be paused and heard', async () => {
  const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause')
  const { user } = renderApp('/looks/Marcus_suit_studio_front')
  const opened = await panel('Marcus Suit Studio')
  expect(document.querySelector('video')).toMatchObject({ muted: true })
  await user.click(opened.getByRole('button', { name: 'Muted', pressed: false }))
  expect(opened.getByRole('button', { name: 'Sound on', pressed: true })).toBeVisible()
  expect(document.querySelector('video')).toMatchObject({ muted: false })
  await user.click(opened.getByRole('button', { name: 'Pause the clip' }))
  expect(pause).toHaveBeenCalled()
  expect(opened.getByRole('button', { name: 'Play the clip' })).toBeVisible()
})

const clipsInGrid = () => screen.getByRole('grid').querySelectorAll('video[src]').length

test('the page plays one clip at a time, in the panel or in the grid', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  await user.click(first ?? document.body)
  const opened = await panel('Carmen Vneck Hall')
  expect(await opened.findByRole('button', { name: 'Pause the clip' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Play the clip of Carmen Tee Lobby' }))
  expect(await opened.findByRole('button', { name: 'Play the clip' })).toBeVisible()
  expect(clipsInGrid()).toBe(1)
  await user.click(opened.getByRole('button', { name: 'Play the clip' }))
  await waitFor(() => expect(clipsInGrid()).toBe(0))
})

test('the code to use a look comes in three languages, and can be copied', async () => {
  const { user } = renderApp('/looks/Marcus_suit_studio_front')
  const opened = await panel('Marcus Suit Studio')
  const code = () => opened.getByText(/api\.heygen\.com/)
  expect(code()).toHaveTextContent('curl https://api.heygen.com/v3/videos')
  await user.click(opened.getByRole('radio', { name: 'Python' }))
  expect(code()).toHaveTextContent('import os, uuid, requests')
  await user.click(opened.getByRole('radio', { name: 'TypeScript' }))
  expect(code()).toHaveTextContent(/await fetch\(.*"Marcus_suit_studio_front"/)
  await user.click(opened.getByRole('button', { name: 'Copy the code' }))
  expect(await navigator.clipboard.readText()).toBe(code().textContent)
})

test('the id is copied from the panel, and it is said where that fails', async () => {
  const { user } = renderApp('/looks/Marcus_suit_studio_front')
  const opened = await panel('Marcus Suit Studio')
  const copyId = opened.getByRole('button', { name: 'Copy the id of Marcus Suit Studio' })
  await user.click(copyId)
  expect(await navigator.clipboard.readText()).toBe('Marcus_suit_studio_front')
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('x', 'NotAllowedError'))
  await user.click(copyId)
  expect(await screen.findByText('The browser did not allow copying')).toBeVisible()
})

test('opening a look from the grid shows it at once, and asks for its details once', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  const asked = watchRequests()
  await user.click(first ?? document.body)
  await panel('Carmen Vneck Hall')
  await waitFor(() => expect(asked.filter((url) => /looks\/\w+$/.test(url))).toHaveLength(1))
})

test('on a narrow window the look covers the page, which cannot be used meanwhile', async () => {
  const { width } = fakeWindow
  fakeWindow.width = 390
  try {
    const { user } = renderApp('/looks/Marcus_suit_studio_front')
    await panel('Marcus Suit Studio')
    expect(screen.getByRole('dialog')).toHaveAttribute('aria-modal', 'true')
    expect(document.querySelector('[inert] #main')).not.toBeNull()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.querySelector('[inert]')).toBeNull())
  } finally {
    fakeWindow.width = width
  }
})
