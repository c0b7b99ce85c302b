import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, openGrid, panelOf } from './gallery.ts'

test.use({ viewport: { width: 320, height: 640 } })

/** Whether the page can be moved sideways: WCAG 2.2, 1.4.10. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    window.scrollTo(1000, window.scrollY)
    return Math.max(window.scrollX, document.documentElement.scrollWidth - window.innerWidth)
  })

/** Names of visible controls that reach out of the window, but for those in a row that scrolls by itself. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input, h1, h2')]
      .filter((element) => element.checkVisibility() && !element.closest('[role=group], .sr-only'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < 0 || right > window.innerWidth)
      })
      .map((element) => element.ariaLabel ?? element.textContent),
  )

for (const [name, address] of [
  ['grid', '/'],
  ['people', '/?view=people'],
  ['page that is not there', '/no/such/page'],
  ['empty list', '/?type=studio_avatar&own=private'],
] as const)
  test(`at 320 px the ${name} does not scroll sideways`, async ({ page }) => {
    await page.goto(address)
    await expect(
      page
        .getByRole('link')
        .nth(2)
        .or(page.getByRole('button', { name: /Without/ }))
        .first(),
    ).toBeVisible()
    expect(await overflow(page)).toBe(0)
    expect(await cutOff(page)).toEqual([])
  })

test('at 320 px a look, its person and every size of the grid fit', async ({ page }) => {
  await openGrid(page)
  for (const key of ['-', '-', '+', '+', '+']) {
    await page.keyboard.press(key)
    expect(await overflow(page)).toBe(0)
  }
  await cardsOf(page).first().click()
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeVisible()
  // Not while the card still grows into its panel.
  await expect.poll(() => overflow(page)).toBe(0)
  const scroller = panelOf(page).locator('[data-scroller]')
  expect(await scroller.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  await panelOf(page).getByRole('link', { name: 'Carmen', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Carmen' })).toBeVisible()
  expect(await overflow(page)).toBe(0)
  expect(await cutOff(page)).toEqual([])
})
