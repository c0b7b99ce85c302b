import { expect, test, type Page } from './fixtures.ts'
import { startPickerServers, type PickerServers } from './picker-servers.ts'

// Another app, on another origin, picks looks. Its page is tests/picker-host.

let servers: PickerServers
test.beforeAll(async () => {
  servers = await startPickerServers()
})
test.afterAll(() => servers.stop())

const told = (page: Page) => page.getByRole('log')
const ask = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pickerIn = (page: Page) => page.frameLocator('iframe')

type Place = Pick<Page, 'getByRole'>
const cards = (picker: Place) => picker.getByRole('gridcell').getByRole('link')
const choose = (picker: Place) =>
  picker.getByRole('region', { name: 'Choice' }).getByRole('button', { name: /^Choose/ })
const cancel = (picker: Place) => picker.getByRole('button', { name: 'Cancel' })

async function openHost(page: Page, address = servers.listed) {
  await page.goto(address)
  await expect(page.locator('[data-ready]')).toBeVisible()
}

async function openDialog(page: Page, name = 'One look') {
  await openHost(page)
  await ask(page, name)
  await expect(cards(pickerIn(page)).first()).toBeVisible()
  return pickerIn(page)
}

async function openPopup(page: Page) {
  await openHost(page)
  const opened = page.waitForEvent('popup')
  await ask(page, 'In a pop-up')
  const popup = await opened
  await expect(cards(popup).first()).toBeVisible()
  return popup
}

async function looksTold(page: Page): Promise<Record<string, unknown>[]> {
  await expect(told(page)).toContainText('avatar_type')
  return JSON.parse((await told(page).textContent()) ?? '')
}

/** The frame of the picker, for code that is to run in it. */
function frameOf(page: Page) {
  const frame = page.frames().find((one) => one.url().startsWith(`${servers.lookbook}/pick`))
  if (!frame) throw new Error('No picker is framed.')
  return frame
}

test('a look is chosen, and the focus goes back to where it was', async ({ page }) => {
  const picker = await openDialog(page)
  await expect(choose(picker)).toHaveAttribute('aria-disabled', 'true')
  const name = await cards(picker).nth(1).locator('.card-name').textContent()
  await cards(picker).nth(1).click()
  await expect(picker.getByText(`${name} is chosen`)).toBeVisible()
  await choose(picker).click()
  const [look, ...others] = await looksTold(page)
  expect(others).toEqual([])
  expect(look).toEqual({
    id: expect.any(String),
    name,
    avatar_type: expect.stringMatching(/^(?:studio_avatar|digital_twin|photo_avatar)$/),
    group_id: expect.any(String),
    image_width: expect.any(Number),
    image_height: expect.any(Number),
  })
  await expect(page.locator('iframe')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'One look', exact: true })).toBeFocused()
})

test('by keys alone: search, the first card, Enter', async ({ page }) => {
  await openHost(page)
  await page.getByRole('button', { name: 'One look', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(pickerIn(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('knit')
  await expect(cards(pickerIn(page)).locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(cards(pickerIn(page)).first()).toBeFocused()
  const name = await cards(pickerIn(page)).nth(1).locator('.card-name').textContent()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  expect((await looksTold(page))[0]).toMatchObject({ name })
})

test('a second click on a card says it all', async ({ page }) => {
  const picker = await openDialog(page)
  await cards(picker).nth(2).dblclick()
  expect(await looksTold(page)).toHaveLength(1)
})

test('several: not fewer than asked for, not more, in the order they were chosen', async ({ page }) => {
  const picker = await openDialog(page, 'Two or three looks')
  await expect(picker.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(picker.getByText('Choose 2 to 3 looks')).toBeVisible()
  await cards(picker).nth(3).click()
  await expect(picker.getByText('1 chosen, 1 more to go')).toBeVisible()
  // It takes the focus, and does nothing yet.
  await choose(picker).click({ force: true })
  for (const index of [0, 1]) await cards(picker).nth(index).click()
  await expect(picker.getByText('3 chosen, the most there can be')).toBeVisible()
  await cards(picker).nth(2).click()
  await expect(picker.getByText('3 looks at most. Take one away first.')).toBeVisible()
  await picker
    .getByRole('button', { name: /^Take away/ })
    .nth(1)
    .click()
  await expect(picker.getByRole('button', { name: /^Take away/ }).nth(1)).toBeFocused()
  await expect(picker.getByText('2 chosen, up to 3')).toBeVisible()
  const names = [3, 1].map((index) => cards(picker).nth(index).locator('.card-name').textContent())
  const wanted = await Promise.all(names)
  await page.keyboard.press('Control+Enter')
  expect((await looksTold(page)).map(({ name }) => name)).toEqual(wanted)
})

test('filters are as they were given, and those that are locked stay', async ({ page }) => {
  const picker = await openDialog(page, 'Studio looks only')
  await expect(picker.getByRole('button', { name: 'Take away Maya Knit Stage' })).toBeVisible()
  await expect(picker.getByRole('searchbox')).toHaveValue('knit')
  const locked = picker.getByRole('button', { name: /^Studio/ })
  await expect(locked).toHaveAttribute('aria-disabled', 'true')
  await expect(locked).toHaveAccessibleName(/Set by the app that asks/)
  await locked.click({ force: true })
  await picker.getByRole('button', { name: 'Clear all' }).click()
  await expect(picker.getByRole('searchbox')).toHaveValue('')
  await expect(picker.getByRole('button', { name: /^Public/ })).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => frameOf(page).url()).toMatch(/\/pick\?type=studio_avatar$/)
  // By the address neither.
  await frameOf(page).evaluate(() => {
    history.pushState(null, '', '/pick?type=photo_avatar')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await expect.poll(() => frameOf(page).url()).toMatch(/\/pick\?type=studio_avatar$/)
})

test('cancelled by its button, by Escape, and by closing the pop-up', async ({ page }) => {
  await cancel(await openDialog(page)).click()
  await expect(told(page)).toHaveText('null')

  const picker = await openDialog(page)
  await picker.getByRole('button', { name: 'All filters' }).click()
  await expect(picker.getByRole('dialog', { name: 'All filters' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(picker.getByRole('dialog', { name: 'All filters' })).toHaveCount(0)
  await expect(told(page)).toHaveText('"..."')
  await page.keyboard.press('Escape')
  await expect(told(page)).toHaveText('null')

  const popup = await openPopup(page)
  await popup.close()
  await expect(told(page)).toHaveText('null')
})

test('in a pop-up, which is closed with the choice', async ({ page }) => {
  const popup = await openPopup(page)
  await cards(popup).first().click()
  const closed = popup.waitForEvent('close')
  await choose(popup).click()
  expect(await looksTold(page)).toHaveLength(1)
  await closed
})

test('the pop-up comes back from a reload, and is cut off from its opener by leaving /pick', async ({
  page,
}) => {
  const popup = await openPopup(page)
  await popup.reload()
  await expect(cards(popup).first()).toBeVisible()
  await popup.goto(`${servers.lookbook}/`)
  await expect(cards(popup).first()).toBeVisible()
  expect(await popup.evaluate(() => window.opener)).toBeNull()
  await expect(told(page)).toHaveText('null')
})

test('where pop-ups are blocked it says so, or takes the dialog', async ({ page }) => {
  await page.addInitScript(() => (window.open = () => null))
  await openHost(page)
  await ask(page, 'In a pop-up')
  await expect(told(page)).toContainText('"popup-blocked"')
  await ask(page, 'In a pop-up, or else here')
  await cards(pickerIn(page)).first().dblclick()
  expect(await looksTold(page)).toHaveLength(1)
})

test('an app that is not listed can neither frame it nor load its script as a module', async ({
  page,
  complaints,
}) => {
  complaints.expect(/frame-ancestors|blocked by CORS|Failed to load resource|Failed to fetch dynamically/)
  await page.goto(servers.unlisted)
  await expect(page.locator('[data-ready]')).toHaveCount(0)
  const blocked = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, `${servers.lookbook}/pick`)
  await blocked
})

test('an app that is not listed is not answered by a pop-up either', async ({ page, complaints }) => {
  complaints.expect(/blocked by CORS|Failed to load resource|Failed to fetch dynamically/)
  await page.goto(servers.unlisted)
  const opened = page.waitForEvent('popup')
  await page.evaluate((lookbook) => {
    const popup = open(`${lookbook}/pick`)
    Object.assign(window, { heard: [] })
    addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data))
    const hello = { lookbook: 'picker', version: 1, id: '0123456789abcdef', type: 'hello' }
    setInterval(() => {
      try {
        void popup?.location.href
      } catch {
        popup?.postMessage(hello, lookbook)
      }
    }, 100)
  }, servers.lookbook)
  const popup = await opened
  await expect(popup.getByRole('heading', { name: 'The app that opened this does not answer' })).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
  await popup.getByRole('button', { name: 'Try again' }).click()
  await expect(popup.getByText('Waiting for the app that opened this')).toBeVisible()
})

test('a listed app is not heard from another window than the one that framed it', async ({ page }) => {
  await openHost(page)
  await page.evaluate((lookbook) => {
    const frame = document.createElement('iframe')
    frame.src = `${lookbook}/pick`
    document.body.append(document.createElement('iframe'), frame)
    Object.assign(window, { heard: [] })
    addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data))
  }, servers.lookbook)
  const picker = page.frameLocator('iframe >> nth=1')
  await expect(picker.getByRole('heading', { name: 'Waiting for the app that opened this' })).toBeVisible()
  // Of the host's own origin, and not the one that framed the picker.
  const other = page.frames().find((frame) => frame.url() === 'about:blank')
  await other?.evaluate((lookbook) => {
    const hello = { lookbook: 'picker', version: 1, id: '0123456789abcdef', type: 'hello' }
    Object.assign(window, { heard: [] })
    addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data))
    parent[1]?.postMessage(hello, lookbook)
  }, servers.lookbook)
  await expect(
    picker.getByRole('heading', { name: 'The app that opened this does not answer' }),
  ).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
  expect(await other?.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
  // The same words from the right window are answered.
  await page.evaluate((lookbook) => {
    const hello = { lookbook: 'picker', version: 1, id: '0123456789abcdef', type: 'hello' }
    window[1]?.postMessage(hello, lookbook)
  }, servers.lookbook)
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard')))
    .toEqual([expect.objectContaining({ type: 'ready', id: '0123456789abcdef' })])
})

test('another version is said to both sides', async ({ page }) => {
  await page.route('**/lookbook-picker.js', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('const version = 1', 'const version = 2')
    await route.fulfill({ response: answer, body })
  })
  await openHost(page)
  const opened = page.waitForEvent('popup')
  await ask(page, 'In a pop-up')
  await opened
  await expect(told(page)).toContainText('"version"')
  await expect(told(page)).toContainText('speaks version 1 of the protocol, the host version 2')
})

test('what cannot be is refused with the reason', async ({ page }) => {
  await openHost(page)
  await ask(page, 'What cannot be')
  await expect(told(page)).toContainText('"options"')
  await expect(told(page)).toContainText('whole numbers')
})

test('where storage is blocked it works all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  const picker = await openDialog(page, 'Two or three looks')
  await picker.getByRole('searchbox').fill('knit')
  await expect(cards(picker).locator('mark').first()).toBeVisible()
  await cards(picker).nth(0).click()
  await cards(picker).nth(1).click()
  await choose(picker).click()
  expect(await looksTold(page)).toHaveLength(2)
})

test('nothing that runs in it can spend', async ({ page, complaints }) => {
  complaints.expect(
    /status of 405|csp |Content Security Policy|Failed to fetch|Fetch API cannot load|Refused to/,
  )
  await openDialog(page)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  const outcome = await frameOf(page).evaluate(async () => {
    const headers = { 'x-lookbook': '1', 'content-type': 'application/json', 'idempotency-key': 'picker-1' }
    const body = JSON.stringify({ type: 'avatar', avatar_id: 'Wei_tee_studio_front', script: 'Hello.' })
    const attempt = async (path: string, method = 'POST') => {
      try {
        const init = method === 'GET' ? { headers } : { method, headers, body }
        return (await fetch(path, init)).status
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    }
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/api/v3/videos'
    document.body.append(form)
    form.submit()
    navigator.sendBeacon('/api/v3/videos', body)
    const frame = document.createElement('iframe')
    frame.src = '/'
    document.body.append(frame)
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve)
    })
    const readable = (() => {
      try {
        return frame.contentWindow?.location.pathname === '/'
      } catch {
        return false
      }
    })()
    return {
      videos: await attempt('/api/v3/videos'),
      batches: await attempt('/api/v3/videos/batches'),
      agents: await attempt('/api/v3/video-agents'),
      listed: await attempt('/api/v3/videos', 'GET'),
      onLooks: await attempt('/api/v3/avatars/looks'),
      looks: await attempt('/api/v3/avatars/looks', 'GET'),
      framed: readable,
    }
  })
  expect(outcome).toEqual({
    videos: 'TypeError',
    batches: 'TypeError',
    agents: 'TypeError',
    listed: 'TypeError',
    onLooks: 405,
    looks: 200,
    framed: false,
  })
  expect(sent.map((url) => new URL(url).pathname)).toEqual(['/api/v3/avatars/looks'])
})

test('nothing in it offers to spend, or leads away', async ({ page }) => {
  const picker = await openDialog(page)
  await cards(picker).first().hover()
  await expect(picker.getByRole('button', { name: /^Create video/ })).toHaveCount(0)
  await expect(picker.getByRole('button', { name: /^Renders/ })).toHaveCount(0)
  await picker.getByRole('button', { name: 'All filters' }).click()
  await expect(picker.getByRole('dialog', { name: 'All filters' })).toBeVisible()
  await expect(picker.getByRole('link', { name: /numbers/i })).toHaveCount(0)
})

test('a form takes what its <look-picker> holds', async ({ page }) => {
  await openHost(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(told(page)).toBeEmpty()
  await page.getByRole('button', { name: 'Choose one' }).click()
  await cards(pickerIn(page)).first().dblclick()
  await expect(told(page)).toContainText('"pick"')
  const [, [look]] = JSON.parse((await told(page).textContent()) ?? '')
  await expect(page.getByRole('button', { name: look.name })).toBeVisible()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect
    .poll(async () => JSON.parse((await told(page).textContent()) ?? ''))
    .toEqual([['presenter', look.id]])
})

test('opened by hand it says what it is for', async ({ page }) => {
  await page.goto(`${servers.lookbook}/pick`)
  await expect(page.getByRole('heading', { name: 'This page is for other apps' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to all looks' }).click()
  await expect(cards(page).first()).toBeVisible()
})

test('where a token is asked for, it is asked for in the frame, on another site too', async ({
  page,
  complaints,
}) => {
  complaints.expect(/status of 401/)
  // Pictures that go on to their originals when the frame is gone already: Chromium then calls it a connection.
  complaints.expect(/Connecting to '\S+\/sandbox\/looks\/\S+' violates/)
  const token = 'Zk3qv8WcR1x_Yt7LmN0bQa'
  const closed = await startPickerServers({ LOOKBOOK_ACCESS_TOKEN: token })
  try {
    await openHost(page, closed.listed)
    await ask(page, 'One look')
    await pickerIn(page).getByLabel('Access token').fill(token)
    await pickerIn(page).getByRole('button', { name: 'Continue' }).click()
    await cards(pickerIn(page)).first().dblclick()
    expect(await looksTold(page)).toHaveLength(1)
  } finally {
    closed.stop()
  }
})
