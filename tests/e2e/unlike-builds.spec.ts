import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, openGrid, withoutWalk } from './gallery.ts'
import { breakBuild, makeNextBuild } from './next-build.ts'
import { freePort, projectFolder } from './servers.ts'
import { startLookbook, type Lookbook } from './start-lookbook.ts'

const script = 'Kept over the update.'
const look = 'Maya_knit_stage_side'

const bannerOf = (page: Page) => page.getByRole('region', { name: 'State of the connection' })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Create video' })
const scriptOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Script' })

let folder: string
let port: number
let lookbook: Lookbook
/** Since the last deployment. */
let loads: number

test.beforeEach(async ({ page, complaints }) => {
  // Two servers start, one after the other.
  test.slow()
  complaints.expect(
    /status of 404 \(Not Found\) \S*\/assets\/|net::ERR_CONNECTION_REFUSED|Refused to apply style/,
  )
  folder = await mkdtemp(join(tmpdir(), 'lookbook-builds-'))
  for (const name of ['node_modules', 'package.json', 'public'])
    await symlink(join(projectFolder, name), join(folder, name))
  await cp(join(projectFolder, 'src'), join(folder, 'src'), { recursive: true })
  await cp(join(projectFolder, 'dist'), join(folder, 'dist'), { recursive: true })
  port = await freePort()
  lookbook = await startLookbook({}, folder, port)
  page.on('domcontentloaded', () => loads++)
  await withoutWalk(page)
})
test.afterEach(async ({ page }) => {
  // What it still asks for would be refused.
  await page.goto('about:blank')
  await lookbook.stop()
  await rm(folder, { recursive: true, force: true })
})

async function deploy(change: (dist: string) => Promise<void>) {
  await lookbook.stop()
  await change(join(folder, 'dist'))
  lookbook = await startLookbook({}, folder, port)
  loads = 0
}

test('a tab of the old build says so at the first page it lacks, reloads when asked, and keeps the draft', async ({
  page,
}) => {
  const lost: string[] = []
  page.on('response', (answer) => {
    if (answer.status() === 404 && answer.url().includes('/assets/')) lost.push(answer.url())
  })
  await page.goto(`${lookbook.origin}/create?look=${look}`)
  await scriptOf(page).fill(script)
  await page.waitForLoadState('networkidle')
  await deploy(makeNextBuild)

  // In the dialog: the voices' code was never asked for, and what is written stays.
  await dialogOf(page)
    .getByRole('button', { name: /^Voice/ })
    .click()
  await expect(page.getByText('Lookbook was updated', { exact: false }).first()).toBeVisible()
  await expect(scriptOf(page)).toHaveValue(script)
  expect(lost.length).toBeGreaterThan(0)

  // On the page: the same, where it would stand.
  await dialogOf(page).getByRole('button', { name: 'Close' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Boards' }).click()
  await expect(page.getByRole('heading', { name: 'Lookbook was updated' })).toBeVisible()
  expect(loads).toBe(0)

  await page.getByRole('alert').getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Boards/ })).toBeVisible()
  lost.length = 0
  await page.goto(`${lookbook.origin}/create?look=${look}`)
  await expect(scriptOf(page)).toHaveValue(script)
  await dialogOf(page)
    .getByRole('button', { name: /^Voice/ })
    .click()
  await expect(page.getByRole('dialog', { name: 'Choose a voice' })).toBeVisible()
  await expect(bannerOf(page)).toHaveCount(0)
  expect(lost).toEqual([])
  expect(loads).toBe(2)
})

test('a server that has none of its code any more is no loop and no blank page, and a repaired one is found', async ({
  page,
}) => {
  await openGrid(page, lookbook.origin)
  await page.waitForLoadState('networkidle')
  const whole = join(folder, 'whole')
  await cp(join(folder, 'dist'), whole, { recursive: true })
  await deploy(async (dist) => {
    await makeNextBuild(dist)
    await breakBuild(dist)
  })
  await page.getByRole('banner').getByRole('link', { name: 'Boards' }).click()
  await page.getByRole('alert').getByRole('button', { name: 'Reload' }).click()
  for (const tries of [1, 2]) {
    await expect(page.getByRole('main')).toContainText('Lookbook did not load')
    expect(loads).toBe(tries)
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect.poll(() => loads).toBe(tries + 1)
  }
  await expect(page.getByRole('main')).toContainText('Nothing you made is lost.')
  await page.waitForLoadState('networkidle')
  expect(loads).toBe(3)

  await deploy(async (dist) => {
    await rm(dist, { recursive: true })
    await cp(whole, dist, { recursive: true })
  })
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Boards/ })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Lookbook' }).click()
  await expect(cardsOf(page).first()).toBeVisible()
})
