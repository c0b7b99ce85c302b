import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** More stops than any page has between two places that belong together. */
const mostStops = 80

/** What has the focus, in words; null where nothing has, and a person at the keyboard would be lost. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`
  })

/** A step is over and the focus is somewhere. */
export const expectFocus = (page: Page) =>
  expect.poll(() => focused(page), { message: 'The focus is on nothing.', timeout: 3000 }).not.toBeNull()

/** Goes from stop to stop until the target has the focus. Reading order is its own: `Shift+Tab` goes back. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(target)} is not among the next ${mostStops} stops; ${await focused(page)} is.`)
}

/** Goes there by Tab and presses Enter, as on a link or a button. The focus is somewhere after. */
export async function enter(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab') {
  await expectFocus(page)
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}
