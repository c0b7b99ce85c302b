import * as z from 'zod/mini'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, chip, gridOf, idOf, openGrid, panelOf, selectFirst, trayOf } from './gallery.ts'
import { originOf } from './servers.ts'

const cells = (page: Page) => gridOf(page).getByRole('gridcell')
const selectedCells = (page: Page) => gridOf(page).getByRole('gridcell', { selected: true })
const box = (page: Page) => gridOf(page).getByRole('checkbox')
const kept = async (page: Page): Promise<string[]> =>
  z
    .array(z.string())
    .parse(JSON.parse(await page.evaluate(() => sessionStorage.getItem('lookbook.selection') ?? '[]')))

/** The looks that the page counts, once every one of them is known. */
async function wholeCount(page: Page): Promise<number> {
  const said = page.getByText(/^[\d,]+ looks$/).first()
  await expect(said).toBeVisible({ timeout: 30_000 })
  return Number((await said.textContent())?.replaceAll(/\D/g, ''))
}

async function ready(page: Page, address = '/') {
  await openGrid(page, address)
  await expect(gridOf(page)).toHaveAttribute('aria-multiselectable', 'true')
}

test('a checkbox comes under the pointer, selects, and clicks on cards open looks as before', async ({
  page,
}) => {
  await ready(page)
  await expect(box(page)).toHaveCount(0)
  await cells(page).nth(1).hover()
  await expect(box(page)).toHaveAccessibleName(/^Select /)
  await expect(box(page)).not.toBeChecked()
  await box(page).click()
  await expect(box(page)).toBeChecked()
  await expect(selectedCells(page)).toHaveCount(1)
  await expect(trayOf(page)).toContainText('1 selected')
  const sides = await box(page).boundingBox()
  expect(sides?.width).toBeGreaterThanOrEqual(24)

  // The drawn box of a card that the pointer is not on works as the real one does.
  await cells(page)
    .nth(3)
    .click({ position: { x: 20, y: 20 } })
  await expect(trayOf(page)).toContainText('2 selected')
  await cardsOf(page).nth(2).click()
  await expect(panelOf(page)).toBeVisible()
  await expect(trayOf(page)).toContainText('2 selected')
})

test('Shift shows a range before the click, and the click selects it', async ({ page }) => {
  await ready(page)
  await cells(page).nth(2).hover()
  await box(page).click()
  await cells(page).nth(8).hover()
  const shown = gridOf(page).locator('[data-in-range]')
  await expect(shown).toHaveCount(0)
  await page.keyboard.down('Shift')
  await expect(shown).toHaveCount(7)
  await cells(page).nth(5).hover()
  await expect(shown).toHaveCount(4)
  await cardsOf(page)
    .nth(5)
    .click({ modifiers: ['Shift'] })
  await page.keyboard.up('Shift')
  await expect(shown).toHaveCount(0)
  await expect(selectedCells(page)).toHaveCount(4)
  await expect(panelOf(page)).toHaveCount(0)
  expect(page.context().pages()).toHaveLength(1)
  const order = await Promise.all([2, 3, 4, 5].map((at) => idOf(cardsOf(page).nth(at))))
  expect(await kept(page)).toEqual(order)
})

test('a range reaches over rows that were never loaded', async ({ page, baseURL }) => {
  expect(baseURL).toBeDefined()
  await ready(page, `${originOf('large')}/?gender=female`)
  const count = await wholeCount(page)
  expect(count).toBeGreaterThan(2000)
  await cardsOf(page).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Control+End')
  await expect(gridOf(page).locator('a:focus')).toHaveAttribute('href', /looks/)
  await page.keyboard.press('Shift+X')
  await expect(trayOf(page)).toContainText(`${new Intl.NumberFormat('en').format(count)} selected`)
  const ids = await kept(page)
  expect(new Set(ids).size).toBe(count)
})

test('arrows with Shift extend, Escape lets go, and Undo brings it back', async ({ page }) => {
  await ready(page)
  await cardsOf(page).first().focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(selectedCells(page)).toHaveCount(3)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(selectedCells(page)).toHaveCount(2)
  await expect(cardsOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(selectedCells(page)).toHaveCount(0)
  await expect(trayOf(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(trayOf(page)).toContainText('2 selected')
})

test('all that match can be selected; filters hide some, and say how many', async ({ page, browser }) => {
  await ready(page)
  const all = await wholeCount(page)
  await page.keyboard.press('Control+a')
  await expect(trayOf(page)).toContainText(`${all} selected`)
  await expect(trayOf(page)).not.toContainText('hidden')
  await chip(page, /^Studio/).click()
  const studio = await wholeCount(page)
  expect(studio).toBeLessThan(all)
  await expect(trayOf(page)).toContainText(`${all} selected (${all - studio} hidden by filters)`)

  await trayOf(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(trayOf(page)).toHaveCount(0)
  await expect(gridOf(page).locator('a:focus')).toHaveCount(1)
  await page.keyboard.press('Control+a')
  await expect(trayOf(page)).toContainText(`${studio} selected`)

  await page.reload()
  await expect(trayOf(page)).toContainText(`${studio} selected`)
  await expect(selectedCells(page).first()).toBeVisible()
  const other = await browser.newContext()
  const fresh = await other.newPage()
  await ready(fresh, originOf('demo'))
  await expect(selectedCells(fresh)).toHaveCount(0)
  expect(await kept(fresh)).toEqual([])
  await other.close()
})

test('folded looks are among all, and people are not for selecting', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('lookbook.view', '{"fold":true}'))
  await ready(page)
  const all = await wholeCount(page)
  await page.keyboard.press('Control+a')
  await expect(trayOf(page)).toContainText(`${all} selected`)
  await page.getByText('People', { exact: true }).first().click()
  await expect(page).toHaveURL(/view=people/)
  await expect(cardsOf(page).first()).toHaveAttribute('href', /people/)
  await expect(trayOf(page)).toContainText(`${all} selected`)
  await expect(gridOf(page)).not.toHaveAttribute('aria-multiselectable')

  await cardsOf(page).first().click()
  await expect(page).toHaveURL(/\/people\//)
  await ready(page, page.url())
  await expect(selectedCells(page)).toHaveCount(
    await cells(page)
      .filter({ has: page.locator('a') })
      .count(),
  )
  await expect(trayOf(page)).toContainText(/on other pages/)
})

test('the tray is next after the grid, goes back to it, and leads on', async ({ page }) => {
  await ready(page)
  await selectFirst(page, 1)
  await page.keyboard.press('Tab')
  await expect(trayOf(page).getByRole('button', { name: 'Compare' })).toBeFocused()
  await expect(trayOf(page).getByRole('button', { name: 'Compare' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(cardsOf(page).first()).toBeFocused()
  await expect(trayOf(page)).toContainText('1 selected')
  await cardsOf(page).nth(1).focus()
  await page.keyboard.press('x')
  const ids = await kept(page)
  await expect(trayOf(page).getByRole('link', { name: 'Compare' })).toHaveAttribute(
    'href',
    `/compare?ids=${ids.join(',')}`,
  )
  await trayOf(page).getByRole('link', { name: 'Create videos' }).click()
  await expect(page.getByRole('button', { name: 'Create 2 videos' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`looks=${ids.join(',')}`))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(trayOf(page).getByRole('link', { name: 'Create videos' })).toBeFocused()
  await expect(trayOf(page)).toContainText('2 selected')
})

test('notices stand above the tray, and the end of the list is not below it', async ({ page }) => {
  await ready(page)
  await selectFirst(page, 1)
  await trayOf(page).getByRole('button', { name: 'Compare' }).click({ force: true })
  const notice = page.getByText('Select at least 2 looks to compare.')
  await expect(notice).toBeVisible()
  const tray = await trayOf(page).locator('> div').boundingBox()
  await expect
    .poll(async () => {
      const sides = await notice.boundingBox()
      return sides && tray ? sides.y + sides.height < tray.y : false
    })
    .toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+End')
  const end = page.getByText(/that is all\./)
  await expect(async () => {
    await page.mouse.wheel(0, 5000)
    const sides = await end.boundingBox()
    expect(sides && tray && sides.y + sides.height < tray.y).toBe(true)
  }).toPass()
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a long press begins a selection, taps go on with it, and cards open again after', async ({
    page,
  }) => {
    await ready(page)
    const finger = await page.context().newCDPSession(page)
    const sides = await cells(page).nth(0).boundingBox()
    if (!sides) throw new Error('The first card has no place.')
    const at = { x: sides.x + sides.width / 2, y: sides.y + sides.height / 2 }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await expect(selectedCells(page)).toHaveCount(1)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(trayOf(page)).toContainText('1 selected')
    await expect(panelOf(page)).toHaveCount(0)

    await cardsOf(page).nth(1).tap()
    await expect(trayOf(page)).toContainText('2 selected')
    await cardsOf(page).nth(1).tap()
    await expect(trayOf(page)).toContainText('1 selected')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await trayOf(page).getByRole('button', { name: 'Clear selection' }).tap()
    await expect(trayOf(page)).toHaveCount(0)
    await cardsOf(page).nth(1).tap()
    await expect(panelOf(page)).toBeVisible()
  })
})
