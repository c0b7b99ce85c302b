import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, chip, gridOf, nextFrame, openAtRest, openGrid, panelOf, scrollTop } from './gallery.ts'
import { originOf } from './servers.ts'

const listing = '**/api/v3/avatars/looks?*'

/** Every listing from now on answers so, until the page is let go again. */
async function spoil(page: Page, status: number, code: string, headers: Record<string, string> = {}) {
  const json = { error: { code, message: 'As the test wants it.' } }
  await page.route(listing, (route) =>
    route.fulfill({ status, json, headers: { 'x-request-id': 'req-7', ...headers } }),
  )
  return () => page.unroute(listing)
}

/** Turns the wheel until something is there to see. */
async function wheelUntil(page: Page, seen: () => Promise<boolean>) {
  await page.mouse.move(400, 500)
  await expect(async () => {
    await page.mouse.wheel(0, 3000)
    await nextFrame(page)
    expect(await seen()).toBe(true)
  }).toPass({ intervals: [30] })
}

const retry = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Try again' })

test('an empty list names the filters to drop and what each would bring back', async ({ page }) => {
  await page.goto('/?type=studio_avatar&own=private')
  await expect(page.getByRole('heading', { name: 'No looks match' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Without .Studio.: 16 looks/ })).toBeVisible()
  await page.getByRole('button', { name: /Without .Mine.: 40 looks/ }).click()
  await expect(page).toHaveURL('/?type=studio_avatar')
  await expect(cardsOf(page).first()).toBeVisible()
})

for (const { status, code, words, headers } of [
  {
    status: 429,
    code: 'rate_limit_exceeded',
    words: /slow down.*in [5-7] s/s,
    headers: { 'retry-after': '7' },
  },
  { status: 500, code: 'internal_error', words: /HeyGen has a problem/ },
  { status: 502, code: 'upstream_unreadable', words: /HeyGen sent an unreadable answer.*req-7/s },
  { status: 502, code: 'upstream_unreachable', words: /HeyGen cannot be reached/ },
  { status: 402, code: 'insufficient_credit', words: /no credit/ },
  { status: 403, code: 'forbidden', words: /does not allow this/ },
])
  test(`${status} ${code} is said in words, and Retry brings the looks`, async ({ page, complaints }) => {
    complaints.expect(new RegExp(`status of ${status} .*/api/v3/avatars/looks`))
    const mend = await spoil(page, status, code, headers)
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText(words)
    await expect(chip(page, 'Studio')).toBeVisible()
    await mend()
    // A wait that is known ends by itself.
    if (status !== 429) await retry(page).click()
    await expect(cardsOf(page).first()).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

test('an answer that is no JSON is unreadable, and says so', async ({ page }) => {
  await page.route(listing, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Be right back' }))
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('HeyGen sent an unreadable answer')
  await page.unroute(listing)
  await retry(page).click()
  await expect(cardsOf(page).first()).toBeVisible()
})

test('a server that does not answer at all is tried again, and then named', async ({ page, complaints }) => {
  complaints.expect(/net::ERR_CONNECTION_REFUSED .*\/api\//)
  let tried = 0
  await page.route(listing, (route) => {
    tried++
    return route.abort('connectionrefused')
  })
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('server does not answer')
  expect(tried).toBe(2)
  await page.unroute(listing)
  await retry(page).click()
  await expect(cardsOf(page).first()).toBeVisible()
})

test.describe('deep in a list', () => {
  test.use({ baseURL: originOf('large') })

  test('a later page that fails takes nothing away, and Retry goes on', async ({ page, complaints }) => {
    complaints.expect(/status of 500 .*\/api\/v3\/avatars\/looks/)
    await openGrid(page)
    const mend = await spoil(page, 500, 'internal_error')
    const alert = page.getByRole('alert')
    await wheelUntil(page, () => alert.isVisible())
    await expect(alert).toContainText('The next looks did not load. HeyGen has a problem.')
    await retry(page).scrollIntoViewIfNeeded()
    await nextFrame(page)
    const scrolled = await scrollTop(page)
    const shown = await cardsOf(page).count()
    expect(shown).toBeGreaterThan(5)
    await mend()
    await retry(page).click()
    await expect(alert).toHaveCount(0)
    expect(Math.abs((await scrollTop(page)) - scrolled)).toBeLessThanOrEqual(2)
    await wheelUntil(page, async () => (await scrollTop(page)) > scrolled + 2000)
    await expect(cardsOf(page).first()).toBeVisible()
  })

  test('without a network the page says so, keeps what it shows, and goes on by itself', async ({
    page,
    context,
    complaints,
  }) => {
    complaints.expect(/net::ERR_INTERNET_DISCONNECTED/)
    await openAtRest(page)
    await context.setOffline(true)
    await expect(page.getByText('You are offline', { exact: true })).toBeVisible()
    const alert = page.getByRole('alert')
    await wheelUntil(page, () => alert.isVisible())
    await expect(alert).toContainText('You are offline')
    await expect(gridOf(page)).toBeVisible()
    await context.setOffline(false)
    await expect(alert).toHaveCount(0)
    await expect(page.getByText('You are offline')).toHaveCount(0)
  })
})

test('a slow answer shows skeletons, and after three seconds a word', async ({ page }) => {
  const answering = Promise.withResolvers<void>()
  await page.route(listing, async (route) => {
    await answering.promise
    await route.continue()
  })
  await page.goto('/')
  await expect(gridOf(page)).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByText('HeyGen is slow to answer.')).toBeVisible()
  answering.resolve()
  await expect(cardsOf(page).first()).toBeVisible()
  await expect(page.getByText('HeyGen is slow to answer.')).toHaveCount(0)
})

test('a key that HeyGen refuses is named, with what to set', async ({ page, complaints }) => {
  complaints.expect(/status of 401 .*\/api\//)
  await page.goto(originOf('refused'))
  await expect(page.getByRole('alert')).toContainText('HeyGen does not accept this key')
  await expect(page.getByRole('alert')).toContainText('HEYGEN_API_KEY')
})

test('an address without a page says so and leads back', async ({ page }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the looks' }).click()
  await expect(cardsOf(page).first()).toBeVisible()
})

test('hostile names and addresses are text and placeholders', async ({ page }) => {
  const evil = {
    id: 'evil-look',
    name: '<img src=x onerror=alert(1)>',
    avatar_type: '"><script>',
    group_id: null,
    tags: ['<b>bold</b>'],
    preview_image_url: 'javascript:alert(1)',
    preview_video_url: '//evil.test/clip.mp4',
  }
  await page.route(listing, (route) =>
    route.fulfill({ json: { data: [evil], has_more: false, next_token: null } }),
  )
  await page.route('**/api/v3/avatars/looks/evil-look', (route) => route.fulfill({ json: { data: evil } }))
  const outside: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== originOf('demo')) outside.push(request.url())
  })
  await openGrid(page)
  await expect(cardsOf(page)).toContainText('<img src=x onerror=alert(1)>')
  await cardsOf(page).click()
  await expect(panelOf(page)).toContainText('<b>bold</b>')
  await expect(panelOf(page).getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
  expect(outside).toEqual([])
})
