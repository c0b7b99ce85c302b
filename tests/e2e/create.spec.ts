import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, gridOf, openGrid, panelOf } from './gallery.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Create video' })

const hasFocus = (found: Element[]) => found.some((element) => element === document.activeElement)

/** Presses Tab until `name` has the focus: by keyboard alone, whatever stands in between. */
async function tabTo(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
  within?: Locator,
  key = 'Tab',
) {
  const target = (within ?? page).getByRole(role, { name })
  await expect(target.first()).toBeAttached()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluateAll(hasFocus)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${String(name)}.`)
}

/** From the grid to a look's dialog: the first card, the panel, its button. */
async function openDialog(page: Page, address: string) {
  await openGrid(page, address)
  await page.keyboard.press('Tab')
  await tabTo(page, 'link', /./, gridOf(page))
  await page.keyboard.press('Enter')
  await expect(panelOf(page)).toBeVisible()
  await tabTo(page, 'link', 'Create video')
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByRole('textbox', { name: 'Script' })).toBeFocused()
}

/** Chooses one of a group of radio buttons by the arrow keys. */
async function choose(page: Page, group: string, option: string | RegExp) {
  const radios = dialogOf(page).getByRole('group', { name: group }).getByRole('radio')
  const wanted = radios.and(page.getByRole('radio', { name: option }))
  await tabTo(page, 'radio', /./, dialogOf(page).getByRole('group', { name: group }))
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowRight')
  await expect(wanted).toBeChecked()
}

/** Sends it by its keys, follows it to its page, and waits for the file. */
async function createAndFollow(page: Page) {
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page).getByText('HeyGen is making your video')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Follow it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/renders\/[\w-]+$/)
  await expect(page.getByRole('button', { name: /^Download (?!the captions)/ })).toBeVisible({
    timeout: 45_000,
  })
}

/** Plays the file and saves it; both names end in `type`. */
async function playAndDownload(page: Page, type: RegExp) {
  const video = page.locator('video')
  await expect(video).toBeVisible()
  for (
    let presses = 0;
    presses < 60 && !(await video.evaluate((element) => element === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.1)
  expect(await video.evaluate((element: HTMLVideoElement) => element.currentSrc)).toMatch(type)
  const download = page.waitForEvent('download')
  await tabTo(page, 'button', /^Download (?!the captions)/)
  await page.keyboard.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(type)
  expect((await readFile(await file.path())).length).toBeGreaterThan(1000)
}

/** The body of the next order. */
async function orderOf(page: Page): Promise<Record<string, unknown>> {
  const request = await page.waitForRequest(
    (asked) => asked.method() === 'POST' && /\/api\/v3\/(videos|video-agents)$/.test(asked.url()),
  )
  const body: Record<string, unknown> = request.postDataJSON()
  return body
}

test('by keyboard alone: a photo look with expression and motion, to the file', async ({ page }) => {
  await openDialog(page, '/?type=photo_avatar')
  await page.keyboard.type('Hello, and welcome.')
  await tabTo(page, 'textbox', 'Motion')
  await page.keyboard.type('waves, then nods')
  await choose(page, 'Expressiveness', 'High')
  const order = orderOf(page)
  await createAndFollow(page)
  expect(await order).toMatchObject({
    type: 'avatar',
    script: 'Hello, and welcome.',
    motion_prompt: 'waves, then nods',
    expressiveness: 'high',
  })
  await playAndDownload(page, /\.mp4$/)
})

test('by keyboard alone: by prompt with a style, to the file', async ({ page }) => {
  await openDialog(page, '/?type=studio_avatar')
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, 'radio', 'Script', undefined, 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await tabTo(page, 'textbox', 'Prompt')
  await page.keyboard.type('A tour of the new office')
  await choose(page, 'Style', /Soft portrait/)
  const order = orderOf(page)
  await createAndFollow(page)
  expect(await order).toMatchObject({ prompt: 'A tour of the new office', style_id: 'soft_portrait' })
  await playAndDownload(page, /\.mp4$/)
})

test('by keyboard alone: a video avatar without its background, to webm', async ({ page }) => {
  await openDialog(page, '/?type=digital_twin')
  await page.keyboard.type('Hello from nowhere.')
  await tabTo(page, 'combobox', 'Format')
  await page.keyboard.press('w')
  await expect(dialogOf(page).getByRole('combobox', { name: 'Format' })).toHaveValue('webm')
  const order = orderOf(page)
  await createAndFollow(page)
  expect(await order).toMatchObject({ type: 'avatar', output_format: 'webm' })
  await playAndDownload(page, /\.webm$/)
})

test('a render that failed says why, and its draft comes back', async ({ page }) => {
  await page.goto('/create?look=Maya_knit_stage_side')
  await dialogOf(page).getByRole('textbox', { name: 'Script' }).fill('Hello. [fail: voice]')
  await dialogOf(page)
    .getByRole('button', { name: /^Create video/ })
    .click()
  await page.getByRole('link', { name: 'Follow it' }).click()
  await expect(page.getByText('Voice failed', { exact: true })).toBeVisible({ timeout: 45_000 })
  await page.getByRole('button', { name: 'Edit and try again' }).click()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Script' })).toHaveValue('Hello. [fail: voice]')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/renders\//)
})

test('another with the same look begins at an empty script, with the focus in it', async ({ page }) => {
  await page.goto('/create?look=Maya_knit_stage_side')
  const script = dialogOf(page).getByRole('textbox', { name: 'Script' })
  await script.fill('The first of two.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Follow it' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(script).toBeFocused()
  await page.keyboard.type('The second.')
  await expect(script).toHaveValue('The second.')
})

test('the page below stays as it is, and a reload finds both', async ({ page }) => {
  await openGrid(page)
  await cardsOf(page).nth(2).click()
  await page.getByRole('link', { name: 'Create video' }).click()
  await expect(page).toHaveURL(/\/create\?look=\w+$/)
  await dialogOf(page).getByRole('textbox', { name: 'Script' }).fill('Half a thought')
  await page.reload()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Script' })).toHaveValue('Half a thought')
  await page.goBack()
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(panelOf(page)).toBeVisible()
  await expect(page).toHaveURL(/\/looks\/\w+$/)
})

test('two tabs with the same draft make one video', async ({ context }) => {
  const script = `Two tabs ${String(Date.now())}`
  const tabs = await Promise.all([context.newPage(), context.newPage()])
  for (const tab of tabs) {
    await tab.goto('/create?look=Wei_tee_studio_front')
    await dialogOf(tab).getByRole('textbox', { name: 'Script' }).fill(script)
  }
  // Neither is answered before both are sent: a definite answer is the end of an intent.
  let sent = 0
  const bothSent = Promise.withResolvers<void>()
  await context.route('**/api/v3/videos', async (route) => {
    if (route.request().method() === 'POST' && ++sent === tabs.length) bothSent.resolve()
    if (route.request().method() === 'POST') await bothSent.promise
    await route.continue()
  })
  const answers = tabs.map((tab) => tab.waitForResponse((response) => response.request().method() === 'POST'))
  await Promise.all(tabs.map((tab) => tab.keyboard.press('Control+Enter')))
  const bodies = await Promise.all(answers.map(async (answer) => (await answer).text()))
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ data: { video_id: expect.any(String) } })
  expect(bodies[1]).toBe(bodies[0])
})
