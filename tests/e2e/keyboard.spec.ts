import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, gridOf, holdPart, nextFrame, openGrid, scrollTop, wheelTo } from './gallery.ts'
import { originOf } from './servers.ts'

test.use({ baseURL: originOf('large') })

/** The focused card's place in the list. */
const focusedIndex = (page: Page) =>
  page.evaluate(() =>
    Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN),
  )

const columnsOf = async (page: Page) => Number(await gridOf(page).getAttribute('aria-colcount'))

/** Whether the focused card is whole between the bars and the window's lower edge. */
const focusInSight = (page: Page) =>
  page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect()
    const bars = [...document.querySelectorAll('[data-sticky]')].map(
      (bar) => bar.getBoundingClientRect().bottom,
    )
    return box !== undefined && box.top >= Math.max(0, ...bars) && box.bottom <= window.innerHeight
  })

async function expectFocusOn(page: Page, index: number) {
  await expect.poll(() => focusedIndex(page)).toBe(index)
  await expect.poll(() => focusInSight(page)).toBe(true)
}

test('the grid is one tab stop', async ({ page }) => {
  await openGrid(page)
  await expect(gridOf(page).locator('[tabindex="0"]')).toHaveCount(1)
  await cardsOf(page).first().focus()
  await page.keyboard.press('Tab')
  await expect(gridOf(page).locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(cardsOf(page).first()).toBeFocused()
})

test('the first stop of the page skips to the looks', async ({ page }) => {
  await openGrid(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the looks' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cardsOf(page).first()).toBeFocused()
})

test('arrows, Home, End and page keys move within the grid', async ({ page }) => {
  await openGrid(page)
  const columns = await columnsOf(page)
  await cardsOf(page).first().focus()
  await page.keyboard.press('ArrowLeft')
  await expectFocusOn(page, 0)
  await page.keyboard.press('ArrowRight')
  await expectFocusOn(page, 1)
  await page.keyboard.press('ArrowDown')
  await expectFocusOn(page, columns + 1)
  await page.keyboard.press('End')
  await expectFocusOn(page, 2 * columns - 1)
  await page.keyboard.press('Home')
  await expectFocusOn(page, columns)
  await page.keyboard.press('ArrowUp')
  await expectFocusOn(page, 0)
  await page.keyboard.press('PageDown')
  await expect.poll(() => focusedIndex(page)).toBeGreaterThan(columns)
  const paged = await focusedIndex(page)
  expect(paged % columns).toBe(0)
  await expectFocusOn(page, paged)
  await page.keyboard.press('PageUp')
  await expectFocusOn(page, 0)
  await page.keyboard.press('Control+End')
  await expect.poll(() => focusedIndex(page)).toBeGreaterThanOrEqual(49)
  await expectFocusOn(page, await focusedIndex(page))
  await page.keyboard.press('Control+Home')
  await expectFocusOn(page, 0)
})

test('holding an arrow key goes on as more looks come', async ({ page }) => {
  await openGrid(page)
  const columns = await columnsOf(page)
  await cardsOf(page).first().focus()
  for (let row = 1; row <= 24; row++) {
    await page.keyboard.press('ArrowDown')
    await expectFocusOn(page, row * columns)
  }
})

/**
 * Types a name as fast as the machine lets it. Where it was so slow that the letters counted as several words, it
 * is typed anew, as a person would.
 */
async function typeName(page: Page, word: string, name: string) {
  await expect(async () => {
    // Past the pause that ends a word.
    await page.waitForTimeout(900)
    await page.keyboard.type(word)
    await expect(page.locator(':focus')).toContainText(name, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
}

test('typing a name moves to it', async ({ page }) => {
  await openGrid(page)
  await cardsOf(page).first().focus()
  await typeName(page, 'may', 'Maya')
  await typeName(page, 'diego su', 'Diego Suit')
})

test('the focused card stays mounted when the wheel goes far away', async ({ page }) => {
  await openGrid(page)
  await cardsOf(page).nth(1).focus()
  await wheelTo(page, 8000)
  expect(await focusedIndex(page)).toBe(1)
  const far = await scrollTop(page)
  await page.keyboard.press('ArrowRight')
  await expectFocusOn(page, 2)
  expect(await scrollTop(page)).toBeLessThan(far)
})

test('minus and plus change the size and keep the topmost card in sight', async ({ page }) => {
  await openGrid(page)
  await wheelTo(page, 6000)
  const columns = await columnsOf(page)
  // A moment without scrolling: the place is kept then.
  await page.waitForTimeout(200)
  const top = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-card]')].find(
        (card) => card.getBoundingClientRect().bottom > 130,
      )?.dataset['card'],
  )
  const seen = async () => {
    await nextFrame(page)
    const box = await page.locator(`[data-card="${top}"]`).boundingBox()
    return box !== null && box.y + box.height > 112 && box.y < 960
  }
  await page.keyboard.press('-')
  await expect.poll(() => columnsOf(page)).toBeGreaterThan(columns)
  await expect.poll(seen).toBe(true)
  await page.keyboard.press('+')
  await expect.poll(() => columnsOf(page)).toBe(columns)
  await expect.poll(seen).toBe(true)
  await page.keyboard.press('+')
  await expect.poll(() => columnsOf(page)).toBeLessThan(columns)
  await expect.poll(seen).toBe(true)

  const chosen = await columnsOf(page)
  await page.goto('/')
  await expect(cardsOf(page).first()).toBeVisible()
  expect(await columnsOf(page)).toBe(chosen)
})

test("the palette's keys open it when they come before its code, also where they are pressed again", async ({
  page,
}) => {
  const release = await holdPart(page, 'late-layer')
  await openGrid(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+k')
  release()
  await expect(page.getByRole('combobox', { name: /^Search looks/ })).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
