import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { stripOf } from './boards.ts'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, chip, gridOf, openGrid, trayOf } from './gallery.ts'
import { merge, replyBlind } from './journey-reply.ts'
import { button, judgeAll, link, notes, pasted, press, said } from './journey.ts'
import { enter, expectFocus, tabTo } from './keys.ts'
import { originOf } from './servers.ts'

test.use({ baseURL: originOf('large'), permissions: ['clipboard-read', 'clipboard-write'] })

const why = 'The calm one, as Ben says.'
/** Filters by a chip and a search, and selects 12 looks: 5 from the list's start and 7 from its end. */
async function selectTwelve(page: Page): Promise<string[]> {
  await openGrid(page)
  await expect(gridOf(page)).toHaveAttribute('aria-multiselectable', 'true')
  await page.keyboard.press('Tab')
  await enter(page, chip(page, /^Photo/))
  await expect(page).toHaveURL('/?type=photo_avatar')
  await press(page, '/')
  await page.keyboard.type('office')
  await expect(page).toHaveURL('/?q=office&type=photo_avatar')
  const count = page.getByText(/^\d+ looks$/).first()
  await expect(count).toBeVisible({ timeout: 30_000 })
  const all = Number.parseInt((await count.textContent()) ?? '')
  expect(all).toBeGreaterThan(100)
  await press(page, 'Enter')
  await expect(cardsOf(page).first()).toBeFocused()

  // The whole list, whose middle was never drawn, as one range; and let go again.
  const drawn = await gridOf(page).locator('[data-card]').count()
  expect(drawn).toBeLessThan(all / 2)
  await press(page, 'x', 'Control+End')
  await expect(gridOf(page).locator(`[data-index="${all - 1}"] > a`)).toBeFocused()
  await press(page, 'Shift+X')
  await expect(trayOf(page)).toContainText(`${all} selected`)
  await press(page, 'Escape')
  await expect(trayOf(page)).toHaveCount(0)

  await press(page, 'x', ...Array.from({ length: 6 }, () => 'Shift+ArrowLeft'))
  await expect(trayOf(page)).toContainText('7 selected')
  await press(page, 'Control+Home')
  await expect(cardsOf(page).first()).toBeFocused()
  await press(page, 'x', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+X')
  await expect(trayOf(page)).toContainText('12 selected')
  const ids = await page.evaluate(() => sessionStorage.getItem('lookbook.selection') ?? '[]')
  return z.array(z.string()).parse(JSON.parse(ids))
}

/** Puts them on a new board from the tray and opens it; gives its id. */
async function makeBoard(page: Page): Promise<string> {
  await enter(page, trayOf(page).getByRole('button', { name: 'Add to board' }))
  await expect(page.getByRole('textbox', { name: 'Board name' })).toBeFocused()
  await page.keyboard.type('Spring host')
  await press(page, 'Enter')
  await expect(page.getByText('Added 12 looks to Spring host.').last()).toBeVisible()
  await expect(trayOf(page).getByRole('button', { name: 'Add to board' })).toBeFocused()
  // To the notices, and what they offer.
  await press(page, 'F6')
  await enter(page, link(page, 'Open'))
  await expect(page).toHaveURL(/\/boards\/\w+$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Spring host' })).toBeVisible()
  await expectFocus(page)
  return page.url().split('/').at(-1) ?? ''
}

async function reviewAll(page: Page) {
  await enter(page, link(page, 'Review'))
  await expect(page).toHaveURL(/\/review/)
  await expect(stripOf(page).getByRole('option', { selected: true })).toBeVisible()
  await expectFocus(page)
  await judgeAll(page, (_, index) => 'ppmm'[index] ?? 'x')
  // One step back, and once more.
  await press(page, 'z')
  await said(page, '1 undecided')
  await press(page, 'x', 'Escape')
  await expect(page).toHaveURL(/\/boards\/\w+$/)
  await expectFocus(page)
}

/** Compares the board's first 4 looks, and takes a pick back there. */
async function compare(page: Page, ids: readonly string[]) {
  const cards = page.getByRole('grid', { name: 'Looks on this board' }).getByRole('gridcell')
  await tabTo(page, cards.first().getByRole('link'))
  await press(page, 'Shift+Space', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await enter(page, button(page, 'Compare'))
  await expect(page).toHaveURL(new RegExp(`/compare\\?ids=${ids.slice(0, 4).join(',')}&board=`))
  const panes = page.getByRole('grid', { name: 'Looks side by side' }).getByRole('gridcell')
  await expect(panes).toHaveCount(4)
  await expectFocus(page)
  await tabTo(page, panes.first())
  await press(page, 'ArrowRight', 'm', 'ArrowRight', 'p')
  const verdict = (index: number, name: string) => panes.nth(index).getByRole('button', { name, exact: true })
  await expect(verdict(1, 'Maybe')).toHaveAttribute('aria-pressed', 'true')
  await expect(verdict(2, 'Pick')).toHaveAttribute('aria-pressed', 'true')
  await press(page, 'z')
  await expect(verdict(2, 'Maybe')).toHaveAttribute('aria-pressed', 'true')
  await expect(panes.nth(2)).toBeFocused()
  // Alt and the left arrow, in a browser with a window.
  await page.goBack()
  await expect(page).toHaveURL(/\/boards\/\w+$/)
  await expectFocus(page)
}

async function decide(page: Page) {
  await enter(page, link(page, 'Decision'))
  const choices = page.getByRole('form', { name: 'Decision' }).getByRole('group')
  // My pick is chosen already; the maybe with the best score is next.
  await expect(choices.first().getByRole('radio', { name: 'Chosen' })).toBeChecked()
  await tabTo(page, choices.nth(1).getByRole('radio', { checked: true }))
  await press(page, 'ArrowLeft')
  await expect(choices.nth(1).getByRole('radio', { name: 'Runner-up' })).toBeChecked()
  await tabTo(page, page.getByRole('textbox', { name: 'Why' }))
  await page.keyboard.type(why)
  await enter(page, button(page, 'Save decision'))
  await expect(page.getByRole('heading', { name: 'Chosen' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Runners-up' })).toBeVisible()
  await expectFocus(page)
}

/** Opens what a button of the board's page opens, from wherever the focus is. */
async function open(page: Page, name: string) {
  await enter(page, page.getByRole('main').getByRole('button', { name, exact: true }), 'Shift+Tab')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectFocus(page)
}

async function saved(page: Page, name: RegExp): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), enter(page, button(page, name))])
  await expectFocus(page)
  return readFile(await download.path(), 'utf8')
}

async function exportAll(page: Page, ids: readonly string[]) {
  await open(page, 'Export')
  const csv = await saved(page, /^Table \(CSV\)/)
  const rows = csv.trimEnd().split('\r\n')
  expect(rows).toHaveLength(13)
  expect(rows[0]).toContain('"Position","Id","Name"')
  expect(rows.slice(1).map((row) => row.split(',')[1])).toEqual(ids.map((id) => `"${id}"`))
  expect(rows[1]).toContain(`"Pick","1","${notes}"`)
  expect(rows[1]).toContain('"yes"')
  expect(rows[2]).toContain('"Maybe","2",""')
  expect(rows[4]).toContain('"Maybe","4",""')
  expect(rows[4]).toContain('"runner-up"')
  expect(rows[1]).toContain('?q=office&type=photo_avatar')

  const described = z.object({ id: z.string(), name: z.string() })
  const data = z
    .object({ looks: z.array(described), decision: z.object({ chosen: z.array(z.string()) }) })
    .parse(JSON.parse(await saved(page, /^Data \(JSON\)/)))
  expect(data.looks.map(({ id }) => id)).toEqual(ids)
  expect(data.decision.chosen).toEqual([ids[0]])
  const record = await saved(page, /^Decision record \(Markdown\)/)
  const [chosen, , , close] = data.looks.map(({ name }) => name)
  expect(record).toMatch(/^# Decision: Spring host\n/)
  expect(record).toMatch(
    new RegExp(`## Chosen\\n\\n- \\*\\*${chosen}\\*\\*[^\\n]*\\n\\n## Runners-up\\n\\n- \\*\\*${close}`),
  )
  expect(record).toContain(`> ${why}`)
  expect(record).toContain(notes)
  const asData = z
    .object({
      why: z.string(),
      chosen: z.array(described),
      runnersUp: z.array(described),
      filters: z.array(z.string()),
    })
    .parse(JSON.parse(await saved(page, /^Decision record \(JSON\)/)))
  expect([asData.why, asData.chosen[0]?.id, asData.runnersUp[0]?.id]).toEqual([why, ids[0], ids[3]])
  expect(asData.filters.join()).toContain('q=office')

  await enter(page, button(page, /^Copy ids/))
  await expect.poll(() => pasted(page)).toBe(ids.join('\n'))
  await enter(page, link(page, /^Contact sheet/))
  await expect(page).toHaveURL(/\/sheet\?per=12$/)
  await expect(button(page, 'Print')).toBeVisible()
  await expect(page.getByText('1 / 1')).toBeAttached()
  await expectFocus(page)
  await enter(page, page.getByRole('main').getByRole('link', { name: 'Back to the board' }))
  await expect(page).toHaveURL(/\/boards\/\w+$/)
  await expectFocus(page)
}

/** Asks for a blind review; gives the link. */
async function shareBlind(page: Page): Promise<string> {
  await enter(page, page.getByRole('main').getByRole('button', { name: 'Share', exact: true }))
  await expect(page.getByRole('dialog', { name: 'Share this board' })).toBeVisible()
  await tabTo(page, page.getByRole('textbox', { name: 'Your name' }))
  await page.keyboard.type('Ann')
  await tabTo(page, page.getByRole('checkbox', { name: 'Ask for a blind review' }))
  await press(page, 'Space')
  await expect(page.getByRole('checkbox', { name: 'Ask for a blind review' })).toBeChecked()
  const address = page.getByRole('textbox', { name: 'Link to the board' })
  await expect(address).toHaveValue(/\/r#/)
  await enter(page, button(page, 'Copy link'), 'Shift+Tab')
  await expect.poll(() => pasted(page)).toBe(await address.inputValue())
  await press(page, 'Escape')
  await expect(page.getByRole('main').getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  return pasted(page)
}

test('from sixty candidates to this one and why, by keys alone, with a blind review from elsewhere', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const ids = await test.step('select', () => selectTwelve(page))
  const id = await test.step('board', () => makeBoard(page))
  await test.step('review', () => reviewAll(page))
  await test.step('compare', () => compare(page, ids))
  await test.step('decide', () => decide(page))
  await test.step('export', () => exportAll(page, ids))
  const address = await test.step('share', () => shareBlind(page))
  const other = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { board: theirs, copied } = await test.step('reply', () => replyBlind(other, address, id, ids))
  await other.close()
  await test.step('merge', () => merge(page, copied, id, ids, theirs))
})
