import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { viewSettings } from '#gallery/view-settings.ts'
import { renderApp, watchRequests } from '../render-app.tsx'
import { sandboxHandler, server } from '../sandbox-server.ts'

const cards = async () => within(await screen.findByRole('grid')).findAllByRole('link')
const chip = (name: string) => screen.findByRole('button', { name })

test('the grid shows the looks, each a link to its own page', async () => {
  renderApp()
  const [first] = await cards()
  expect(first).toHaveAttribute('href', expect.stringMatching(/^\/looks\/\w+$/))
  expect(first).toHaveAccessibleName(/^Carmen Vneck Hall/)
  expect(within(first ?? document.body).getByText(/Video.*4:5.*V, IV, III/)).toBeVisible()
  expect(screen.getByRole('grid', { name: 'Looks' })).toHaveAttribute('aria-rowcount', '-1')
  expect(document.title).toBe('Looks · Lookbook')
})

test('while the looks are on their way the grid has their places', async () => {
  server.use(sandboxHandler({ latencyMs: 100 }))
  renderApp()
  const grid = await screen.findByRole('grid', { name: 'Looks' })
  expect(grid).toHaveAttribute('aria-busy', 'true')
  expect(within(grid).getAllByRole('gridcell', { name: 'Loading' }).length).toBeGreaterThan(5)
  await within(grid).findAllByRole('link')
  expect(grid).toHaveAttribute('aria-busy', 'false')
})

test('only the cards in sight and a few around them are there', async () => {
  server.use(sandboxHandler({ looks: 2000 }))
  renderApp()
  expect((await cards()).length).toBeLessThan(60)
})

test('scrolling asks for each page once, to the end, and says how many there were', async () => {
  server.use(sandboxHandler({ looks: 120 }))
  const asked = watchRequests()
  renderApp()
  await cards()
  for (let at = 0; at < 12; at++) {
    window.scrollBy({ top: 900 })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(await screen.findByText('120 looks, that is all.')).toBeVisible()
  const listed = asked.filter((url) => url.startsWith('/api/v3/avatars/looks?'))
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed).toHaveLength(3)
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '24')
})

test('the count is "50+" until the list is whole', async () => {
  server.use(sandboxHandler({ looks: 60 }))
  renderApp()
  await cards()
  expect(screen.getAllByText('50+ looks').length).toBeGreaterThan(0)
  window.scrollBy({ top: 3000 })
  await waitFor(() => expect(screen.getAllByText('60 looks').length).toBeGreaterThan(0))
})

test.each([
  { name: 'Studio', param: 'type=studio_avatar', shown: /Studio/ },
  { name: 'Video', param: 'type=digital_twin', shown: /Video/ },
  { name: 'Photo', param: 'type=photo_avatar', shown: /Photo/ },
])('the chip $name narrows the list, and the address says so', async ({ name, param, shown }) => {
  const { user, address } = renderApp()
  await cards()
  await user.click(await chip(name))
  expect(address()).toBe(`/?${param}`)
  expect(await chip(name)).toHaveAttribute('aria-pressed', 'true')
  await waitFor(async () => {
    for (const card of await cards()) expect(card).toHaveTextContent(shown)
  })
  await user.click(await chip(name))
  expect(address()).toBe('/')
})

/** What was asked of HeyGen's list by type, from now on, and the address at that time. */
function watchTypes(address: () => string) {
  const asked: { type: string; at: string }[] = []
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input)
    const type = searchParams.get('avatar_type')
    if (pathname === '/api/v3/avatars/looks' && type !== null) asked.push({ type, at: address() })
    return send(input, init)
  })
  return asked
}

test('a list is on its way as the button goes down on its chip, and is asked for once', async () => {
  const { user, address } = renderApp()
  await cards()
  const asked = watchTypes(address)
  const studio = await chip('Studio')
  await user.pointer({ keys: '[MouseLeft>]', target: studio })
  expect(asked).toEqual([{ type: 'studio_avatar', at: '/' }])
  expect(studio).toHaveAttribute('aria-pressed', 'false')
  await user.pointer({ keys: '[/MouseLeft]', target: studio })
  expect(address()).toBe('/?type=studio_avatar')
  await waitFor(async () => {
    for (const card of await cards()) expect(card).toHaveTextContent(/Studio/)
  })
  expect(asked).toHaveLength(1)
})

test('a key or a finger asks when it picks, and before the page shows that it did', async () => {
  const { user, address } = renderApp()
  await cards()
  const asked = watchTypes(address)
  const studio = await chip('Studio')
  await user.pointer({ keys: '[TouchA>]', target: studio })
  expect(asked).toEqual([])
  await user.pointer({ keys: '[/TouchA]', target: studio })
  expect(asked).toEqual([{ type: 'studio_avatar', at: '/' }])
  await user.click(studio)
  ;(await chip('Photo')).focus()
  await user.keyboard('{Enter}')
  expect(asked.slice(1)).toEqual([{ type: 'photo_avatar', at: '/' }])
  expect(address()).toBe('/?type=photo_avatar')
})

test.each([
  { what: 'all but a type', address: '/', keys: '{Alt>}' },
  { what: 'people with a type', address: '/?view=people', keys: '{Shift>}' },
])('$what HeyGen does not list, so nothing is asked as the button goes down', async ({ keys, ...visit }) => {
  const { user, address } = renderApp(visit.address)
  await cards()
  const asked = watchTypes(address)
  await user.keyboard(keys)
  await user.pointer({ keys: '[MouseLeft>]', target: await chip('Studio') })
  expect(asked).toEqual([])
})

test('filters add up, Back undoes the last one, and one button drops them all', async () => {
  const { user, address, router } = renderApp('/?size=m')
  await cards()
  await user.click(await chip('Photo'))
  await user.click(await chip('Mine'))
  expect(address()).toBe('/?type=photo_avatar&own=private&size=m')
  await router.navigate(-1)
  await waitFor(() => expect(address()).toBe('/?type=photo_avatar&size=m'))
  await user.click(await screen.findByRole('button', { name: 'Clear all' }))
  expect(address()).toBe('/?size=m')
  expect(screen.queryByRole('button', { name: 'Clear all' })).not.toBeInTheDocument()
})

test('an address sets the filters, and what it says wrongly is the default', async () => {
  const asked = watchRequests()
  renderApp('/?type=video_avatar&own=theirs&limit=9999&token=x&view=mosaic')
  await cards()
  expect(await chip('Video')).toHaveAttribute('aria-pressed', 'true')
  expect(asked.filter((url) => url.includes('/looks?'))).toEqual([
    '/api/v3/avatars/looks?limit=50&avatar_type=digital_twin',
  ])
})

test('a person is chosen from a searchable list of everyone, and can be dropped again', async () => {
  const { user, address } = renderApp()
  await cards()
  await user.click(await chip('Person'))
  await user.type(await screen.findByRole('combobox', { name: 'Search people' }), 'yuk')
  await user.click(await screen.findByRole('option', { name: /Yuki/ }))
  expect(address()).toMatch(/^\/\?group=[0-9a-f]+$/)
  await waitFor(async () => {
    for (const card of await cards()) expect(card).toHaveTextContent(/^Yuki/)
  })
  await user.click(await screen.findByRole('button', { name: 'Any person instead of Yuki' }))
  expect(address()).toBe('/')
})

test('the list of people closes at its button and by Escape, and gives the focus back', async () => {
  const { user } = renderApp()
  await cards()
  const button = await chip('Person')
  await user.click(button)
  await screen.findByRole('combobox', { name: 'Search people' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument())
  await waitFor(() => expect(button).toHaveFocus())
  await user.click(button)
  await screen.findByRole('combobox', { name: 'Search people' })
  await user.click(button)
  await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument())
})

test('a person nobody has heard of is said so', async () => {
  const { user } = renderApp()
  await cards()
  await user.click(await chip('Person'))
  await user.type(await screen.findByRole('combobox', { name: 'Search people' }), 'zzz')
  expect(await screen.findByText('No person of that name.')).toBeVisible()
})

test('an empty list names each filter that can be dropped, and how many looks would come back', async () => {
  const { user, address } = renderApp('/?type=studio_avatar&own=private')
  expect(await screen.findByRole('heading', { name: 'No looks match' })).toBeVisible()
  expect(await screen.findByRole('button', { name: 'Without “Mine”: 40 looks' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Without “Studio”: 16 looks' }))
  expect(address()).toBe('/?own=private')
  expect(await cards()).toHaveLength(16)
})

test('an account without looks says so, without filters to drop', async () => {
  server.use(sandboxHandler({ looks: 0 }))
  renderApp()
  expect(await screen.findByRole('heading', { name: 'This account has no looks yet' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Without/ })).not.toBeInTheDocument()
})

test('hostile names are text, in one line', async () => {
  server.use(
    http.get('*/api/v3/avatars/looks', () =>
      HttpResponse.json({
        data: ['<b>Bold</b> & co', '\tHana Tee\nStudio  ', 'نور في الغابة', '', 'x'.repeat(5000)].map(
          (name, at) => ({ id: `look:${at}/../%2e`, name, preview_image_url: 'javascript:alert(1)' }),
        ),
      }),
    ),
  )
  renderApp()
  const shown = await cards()
  const names = shown.map((card) => card.querySelector('.card-name')?.textContent)
  expect(names).toEqual(['<b>Bold</b> & co', 'Hana Tee Studio', 'نور في الغابة', 'No name', 'x'.repeat(5000)])
  expect(shown[0]).toHaveAttribute('href', '/looks/look%3A0%2F..%2F%252e')
  expect(screen.getByRole('grid').querySelectorAll('b, img')).toHaveLength(0)
})

test('a look without a picture shows its initials', async () => {
  renderApp('/?own=private')
  const card = (await cards()).find((link) => link.textContent.includes('Omar Suit'))
  expect(card).toHaveTextContent(/^OS/)
  expect(within(card ?? document.body).queryByRole('presentation')).not.toBeInTheDocument()
})

test('a picture that fails is asked for anew once, then gives way to the initials', async () => {
  renderApp('/?own=private')
  const card = (await cards()).find((link) => link.textContent.includes('Walter Pinstripe'))
  const asked = watchRequests()
  const picture = within(card ?? document.body).getByRole('presentation')
  fireEvent.error(picture)
  await waitFor(() => expect(card).toHaveTextContent(/^WP/))
  expect(asked).toEqual([
    `/api/v3${card?.getAttribute('href')?.replace('/looks/', '/avatars/looks/').replace(/\?.*/, '')}`,
  ])
})

test('a picture whose link has expired comes back by a fresh one, and is not asked for twice', async () => {
  renderApp('/?own=private')
  const card = (await cards())[0]
  const picture = within(card ?? document.body).getByRole('presentation')
  server.use(sandboxHandler({ mediaBase: '/fresh' }))
  const asked = watchRequests()
  fireEvent.error(picture)
  await waitFor(() => {
    const again = within(card ?? document.body).getByRole('presentation')
    expect(again).toHaveAttribute('src', expect.stringContaining('/fresh/'))
  })
  fireEvent.error(within(card ?? document.body).getByRole('presentation'))
  await waitFor(() => expect(card).toHaveTextContent(/^OJ/))
  expect(asked).toHaveLength(1)
})

test('an id is copied from the card', async () => {
  const { user } = renderApp()
  const [card] = await cards()
  const id = card?.getAttribute('href')?.split('/').at(-1)
  await user.hover(card ?? document.body)
  await user.click(await screen.findByRole('button', { name: 'Copy the id of Carmen Vneck Hall' }))
  expect(await navigator.clipboard.readText()).toBe(id)
  await waitFor(() => expect(screen.getByText('Copied')).toBeInTheDocument())
})

test('where the browser does not allow copying, that is said', async () => {
  const { user } = renderApp()
  const [card] = await cards()
  await user.hover(card ?? document.body)
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('x', 'NotAllowedError'))
  await user.click(await screen.findByRole('button', { name: 'Copy the id of Carmen Vneck Hall' }))
  expect(await screen.findByText('The browser did not allow copying')).toBeVisible()
})

/** The name of the card in focus. */
const focused = () => document.activeElement?.querySelector('.card-name')?.textContent

test('the grid is one tab stop, and arrows, Home, End and typed names move in it', async () => {
  const { user } = renderApp()
  const grid = await screen.findByRole('grid')
  await cards()
  const stops = within(grid)
    .getAllByRole('link')
    .filter((link) => link.tabIndex === 0)
  expect(stops).toHaveLength(1)
  stops[0]?.focus()
  await user.keyboard('{ArrowRight}')
  expect(focused()).toBe('Carmen Knit Workshop')
  await user.keyboard('{ArrowDown}{ArrowUp}{Home}')
  expect(focused()).toBe('Carmen Vneck Hall')
  await user.keyboard('{End}')
  expect(focused()).toBe('Diego Suit Hall')
  await user.keyboard('{Control>}{End}{/Control}')
  await waitFor(() => expect(focused()).not.toBe('Diego Suit Hall'))
  await user.keyboard('{Control>}{Home}{/Control}')
  await waitFor(() => expect(focused()).toBe('Carmen Vneck Hall'))
  await user.keyboard('marcus')
  await waitFor(() => expect(focused()).toBe('Marcus Suit Studio'))
})

const clips = () => document.querySelectorAll('.media video[src]').length

test('Space plays the clip of the card in focus, and Escape stops it', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  first?.focus()
  await user.keyboard(' ')
  expect(clips()).toBe(1)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(clips()).toBe(0))
})

test('minus and plus change the size of the pictures, and the choice is kept', async () => {
  const { user } = renderApp()
  const grid = await screen.findByRole('grid')
  await cards()
  expect(grid).toHaveAttribute('aria-colcount', '5')
  await user.keyboard('-')
  await waitFor(() => expect(grid).toHaveAttribute('aria-colcount', '7'))
  await user.keyboard('++')
  await waitFor(() => expect(grid).toHaveAttribute('aria-colcount', '4'))
  expect(Object.values(localStorage).join(' ')).toContain('xl')
})

test('the view options set size, picture and clips', async () => {
  const { user } = renderApp()
  await cards()
  await user.click(screen.getByRole('button', { name: 'View options' }))
  expect(await screen.findByRole('dialog', { name: 'View options' })).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Whole' }))
  expect(screen.getByRole('radio', { name: 'Whole' })).toBeChecked()
  await user.click(screen.getByRole('radio', { name: 'Off' }))
  await user.click(screen.getByRole('button', { name: 'Smaller pictures' }))
  expect(screen.getByRole('slider', { name: 'Size' })).toHaveAttribute('aria-valuetext', 'Medium')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('a clip plays under a mouse that rests, and stops when it leaves', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  await user.hover(first ?? document.body)
  expect(clips()).toBe(0)
  await waitFor(() => expect(clips()).toBe(1))
  await user.hover(screen.getByRole('banner'))
  await waitFor(() => expect(clips()).toBe(0))
})

test('where clips are off, neither mouse nor Space plays one', async () => {
  const { user } = renderApp()
  const [first] = await cards()
  viewSettings.change({ preview: 'off' })
  await user.hover(first ?? document.body)
  first?.focus()
  await user.keyboard(' ')
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(clips()).toBe(0)
})

const firstIs = (name: RegExp) => waitFor(async () => expect((await cards())[0]).toHaveTextContent(name))

test('Back finds the place in the list, and a fresh visit starts at the top', async () => {
  const { router } = renderApp()
  await firstIs(/^Carmen/)
  await router.navigate('/?type=studio_avatar')
  await firstIs(/^Marcus/)
  window.scrollTo({ top: 1500 })
  // The place is written down when the page has come to rest.
  await waitFor(() => expect(Object.values(sessionStorage).join('')).toContain('"index":20'))
  await router.navigate('/?type=photo_avatar')
  await firstIs(/^Yuki/)
  expect(window.scrollY).toBe(0)
  await router.navigate(-1)
  await waitFor(() => expect(window.scrollY).toBe(1500))
  await router.navigate('/')
  await waitFor(() => expect(window.scrollY).toBe(0))
})

test('opening and closing a look leaves the list where it was', async () => {
  const { user } = renderApp()
  await cards()
  window.scrollTo({ top: 1500 })
  const card = await screen.findByRole('link', { name: /^Marcus Collar/ })
  await user.click(card)
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(window.scrollY).toBe(1500)
  await waitFor(() => expect(card).toHaveFocus())
})
