import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { createSandbox } from '#sandbox/sandbox.ts'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, gridOf, nextFrame, openAtRest, withoutWalk } from './gallery.ts'
import { canary, freePort, projectFolder } from './servers.ts'
import { startLookbook, type Lookbook } from './start-lookbook.ts'

/** HeyGen over a socket, as it is on a bad day. */
interface Upstream {
  origin: string
  /** Null: it answers. Else the status and headers of every answer, and no answer at all for 0. */
  fault: { status: number; headers?: Record<string, string> } | null
  asked: number
  server: Server
}

async function startUpstream(): Promise<Upstream> {
  const sandbox = createSandbox({ looks: 400 })
  const upstream: Upstream = { origin: '', fault: null, asked: 0, server: createServer() }
  upstream.server.on('request', (request, response) => {
    upstream.asked++
    const { fault } = upstream
    if (fault?.status === 0) response.destroy()
    else if (fault) {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
      response.end('{"error":{"code":"bad_day","message":"Not now."}}')
    } else
      void (async () => {
        const answer = await sandbox.fetch(new Request(`http://sandbox${request.url ?? ''}`))
        response.writeHead(answer.status, { 'content-type': 'application/json' })
        response.end(await answer.text())
      })()
  })
  await new Promise<void>((resolve) => {
    upstream.server.listen(0, '127.0.0.1', resolve)
  })
  const address = upstream.server.address()
  upstream.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return upstream
}

const bannerOf = (page: Page) => page.getByRole('region', { name: 'State of the connection' })
const announced = (page: Page) => page.locator('[data-announcer]')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page): Promise<string[]> {
  await nextFrame(page)
  await nextFrame(page)
  const found = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test.describe('HeyGen over a socket', () => {
  let upstream: Upstream
  let lookbook: Lookbook

  test.beforeEach(async ({ page }) => {
    upstream = await startUpstream()
    lookbook = await startLookbook({ HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: upstream.origin })
    await withoutWalk(page)
  })
  test.afterEach(async ({ page }) => {
    // What it still asks for would be refused.
    await page.goto('about:blank')
    await lookbook.stop()
    upstream.server.close()
    upstream.server.closeAllConnections()
  })

  for (const width of [1440, 390])
    test(`kept answers are labelled, move nothing, and the label goes, at ${width} px`, async ({
      page,
      complaints,
    }) => {
      await page.setViewportSize({ width, height: width === 390 ? 780 : 900 })
      complaints.expect(/status of 50\d .*\/api\/v3\//)
      await openAtRest(page, lookbook.origin)
      upstream.fault = { status: 0 }
      lookbook.age()
      // Another visit, which the server answers by what it has.
      await page.reload()
      await expect(cardsOf(page).first()).toBeVisible({ timeout: 20_000 })
      const before = await cardsOf(page).first().boundingBox()
      await expect(bannerOf(page)).toContainText('HeyGen is not answering. This is from 5 minutes ago.', {
        useInnerText: true,
      })
      await expect(announced(page)).toHaveText('HeyGen is not answering. This is from 5 minutes ago.')
      expect(await cardsOf(page).first().boundingBox()).toEqual(before)
      // It hides none of the bars' buttons.
      const bars = await page.locator('[data-sticky]').last().boundingBox()
      const pill = await bannerOf(page).boundingBox()
      expect(pill?.y ?? 0).toBeGreaterThanOrEqual((bars?.y ?? 0) + (bars?.height ?? 0))
      expect(await violations(page)).toEqual([])
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
      expect(await violations(page)).toEqual([])
      upstream.fault = null
      lookbook.age()
      await bannerOf(page).getByRole('button', { name: 'Try again' }).click()
      await expect(bannerOf(page)).toHaveCount(0)
      await expect(cardsOf(page).first()).toBeVisible()
      await expect(announced(page)).toHaveText('HeyGen answers again.')
    })

  test('HeyGen dies while the grid is open: the cards stay, what is new says why, and it comes back', async ({
    page,
    complaints,
  }) => {
    complaints.expect(/status of 50\d .*\/api\/v3\//)
    await openAtRest(page, lookbook.origin)
    upstream.fault = { status: 0 }
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Studio' }).click()
    await expect(page.getByRole('alert')).toContainText(
      /HeyGen (?:cannot be reached|is not answering|took too long)/,
      {
        timeout: 40_000,
      },
    )
    // What was loaded is there at once.
    await page.goBack()
    await expect(cardsOf(page).first()).toBeVisible()
    upstream.fault = null
    await page.goForward()
    await expect(async () => {
      const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
      if (await again.isVisible()) await again.click({ timeout: 500 }).catch(() => undefined)
      await expect(cardsOf(page).first()).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 40_000 })
  })

  test('429 with Retry-After counts down and goes on by itself', async ({ page, complaints }) => {
    complaints.expect(/status of 429 .*\/api\/v3\//)
    upstream.fault = { status: 429, headers: { 'retry-after': '14' } }
    await page.goto(lookbook.origin)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('HeyGen asks to slow down')
    const left = async () =>
      Number(/in (\d+) s\.$/.exec(await alert.locator('[aria-hidden]').innerText())?.[1])
    const first = await left()
    expect(first).toBeGreaterThan(5)
    await expect.poll(left).toBeLessThan(first)
    await expect(alert.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-disabled', 'true')
    upstream.fault = null
    await expect(cardsOf(page).first()).toBeVisible({ timeout: 25_000 })
    await expect(alert).toHaveCount(0)
  })
})

test('offline is said over the page, which stays, and what failed is asked for once when it is over', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/net::ERR_INTERNET_DISCONNECTED/)
  await withoutWalk(page)
  await openAtRest(page)
  await context.setOffline(true)
  await expect(bannerOf(page)).toContainText('What is loaded stays usable.')
  await expect(gridOf(page)).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Studio' }).click()
  await expect(page.getByRole('alert')).toContainText('You are offline')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('avatars/looks?')) asked.push(request.url())
  })
  await context.setOffline(false)
  await expect(cardsOf(page).first()).toBeVisible()
  await expect(bannerOf(page)).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(asked.filter((url) => url.includes('avatar_type=studio_avatar'))).toHaveLength(1)
})

test.describe('another build', () => {
  let folder: string
  let lookbook: Lookbook
  let port: number

  /** The server's own code beside a copy of the page that may be changed. */
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lookbook-build-'))
    for (const name of ['node_modules', 'package.json', 'public'])
      await symlink(join(projectFolder, name), join(folder, name))
    await cp(join(projectFolder, 'src'), join(folder, 'src'), { recursive: true })
    await cp(join(projectFolder, 'dist'), join(folder, 'dist'), { recursive: true })
    port = await freePort()
    lookbook = await startLookbook({}, folder, port)
  })
  test.afterEach(async ({ page }) => {
    // What it still asks for would be refused.
    await page.goto('about:blank')
    await lookbook.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** The next build is served by the same address, and has none of the old one's late chunks. */
  async function deploy() {
    await lookbook.stop()
    const index = join(folder, 'dist/index.html')
    await writeFile(index, `${await readFile(index, 'utf8')}<!-- next -->`)
    lookbook = await startLookbook({}, folder, port)
  }

  test('an old tab is told of a new version once it is quiet, and reloads only when asked', async ({
    page,
  }) => {
    // Any answer of the API tells; what the index knows is not asked for.
    await withoutWalk(page)
    await openAtRest(page, lookbook.origin)
    await deploy()
    let loads = 0
    page.on('domcontentloaded', () => loads++)
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Studio' }).click()
    await expect(bannerOf(page)).toContainText('A new version is here.', { timeout: 30_000 })
    expect(loads).toBe(0)
    await bannerOf(page).getByRole('button', { name: 'Reload' }).click()
    await expect(cardsOf(page).first()).toBeVisible()
    expect(loads).toBe(1)
    await page.waitForTimeout(4500)
    await expect(bannerOf(page)).toHaveCount(0)
  })

  test('a page whose code is gone says that Lookbook was updated, and a reload mends it', async ({
    page,
    complaints,
  }) => {
    complaints.expect(/status of 404|Failed to (?:load|fetch)|dynamically imported/)
    const lost = /assets\/(?:late-routes|boards-route)-/
    await openAtRest(page, lookbook.origin)
    await deploy()
    await page.route(lost, (route) => route.fulfill({ status: 404, body: '' }))
    await page.getByRole('banner').getByRole('link', { name: 'Boards' }).click()
    await expect(page.getByRole('heading', { name: 'Lookbook was updated' })).toBeVisible()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Lookbook' })).toBeVisible()
    await page.unroute(lost)
    await page.getByRole('alert').getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Boards/ })).toBeVisible()
  })

  test('a part whose code is gone is told in the banner, once', async ({ page, complaints }) => {
    complaints.expect(/status of 404|Failed to (?:load|fetch)|dynamically imported/)
    const lost = /assets\/palette-part-/
    await openAtRest(page, lookbook.origin)
    await deploy()
    await page.route(lost, (route) => route.fulfill({ status: 404, body: '' }))
    await page.keyboard.press('Control+k')
    await expect(bannerOf(page)).toContainText('Lookbook was updated. Reload to go on.', {
      useInnerText: true,
    })
    await expect(page.getByText('This part of Lookbook did not load')).toHaveCount(0)
    await page.unroute(lost)
    await bannerOf(page).getByRole('button', { name: 'Reload' }).click()
    await expect(cardsOf(page).first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})
