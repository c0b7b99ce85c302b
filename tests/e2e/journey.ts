import type { Board } from '#boards/board.ts'
import { expect, type Page } from './fixtures.ts'
import { keptBoard } from './kept-boards.ts'
import { expectFocus } from './keys.ts'

/** Said of the first look that anybody reviews. */
export const notes = 'Calm, and looks at you.'

export const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
export const said = (page: Page, text: string) =>
  expect(page.getByText(text, { exact: true }).first()).toBeVisible()

export async function boardOf(page: Page, id: string): Promise<Board> {
  const board = await keptBoard(page, id)
  if (!board) throw new Error('The board is not in this browser.')
  return board
}

/** Presses a key again and again, each time with the focus on something. */
export async function press(page: Page, ...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expectFocus(page)
  }
}

const lookInSight = (page: Page) =>
  page.locator('[data-look]:not([inert])').getAttribute('data-look', { timeout: 3000 })

/** Judges the board's 12 looks, each by the key for it; gives the ids in the order they came. */
export async function judgeAll(page: Page, keyFor: (id: string, index: number) => string): Promise<string[]> {
  const met: string[] = []
  for (let index = 0; index < 12; index++) {
    await expect(page.getByText(`${index + 1} of 12`, { exact: true })).toBeVisible()
    // The picture before stays until the next one is there.
    await expect.poll(() => lookInSight(page)).not.toBe(met.at(-1) ?? '')
    const look = (await lookInSight(page)) ?? ''
    met.push(look)
    await press(page, String((index % 5) + 1))
    if (index === 0) {
      await page.keyboard.press('n')
      await expect(page.getByRole('textbox')).toBeFocused()
      await page.keyboard.type(notes)
      await press(page, 'Escape')
    }
    await press(page, keyFor(look, index))
  }
  await expect(page.getByRole('heading', { name: 'All 12 decided' })).toBeVisible()
  await expectFocus(page)
  return met
}
