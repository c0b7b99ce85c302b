import type { Locator } from '@playwright/test'
import { seedBoard, seededBoard } from './boards.ts'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, openGrid, panelOf } from './gallery.ts'

const gridOf = (page: Page) => page.getByRole('grid', { name: 'Looks on this board' })
const linksOf = (page: Page) => gridOf(page).getByRole('gridcell').getByRole('link')
const idsOf = (page: Page) =>
  gridOf(page)
    .locator('[data-card]')
    .evaluateAll((cards) => cards.map((card) => (card instanceof HTMLElement ? card.dataset['card'] : '')))
const cardOf = (page: Page, id: string) => gridOf(page).locator(`[data-card="${id}"]`)

/** Makes a board with the first looks of the grid, by their panels; gives their ids in order. */
async function boardWith(page: Page, count: number): Promise<string[]> {
  await openGrid(page)
  const links = await cardsOf(page).evaluateAll(
    (cards, most) => cards.slice(0, most).map((card) => card.getAttribute('href') ?? ''),
    count,
  )
  for (const [index, link] of links.entries()) {
    await page.goto(link)
    await panelOf(page).getByRole('button', { name: 'Add to board' }).click()
    const popup = page.getByRole('dialog', { name: 'Add to a board' })
    if (index === 0) {
      await popup.getByRole('textbox', { name: 'Board name' }).fill('Spring')
      await page.keyboard.press('Enter')
    } else await popup.getByRole('button', { name: /Spring/ }).click()
    await expect(page.getByText('Added 1 look to Spring.').last()).toBeVisible()
  }
  await page.goto('/boards')
  await page.getByRole('link', { name: 'Spring' }).click()
  await expect(linksOf(page)).toHaveCount(count)
  return links.map((link) => decodeURIComponent(link.split('/').at(-1) ?? ''))
}

const centre = async (card: Locator) => {
  const box = await card.boundingBox()
  if (!box) throw new Error('The card is not drawn.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x, right: box.x + box.width }
}

test('a board is made, judged, ordered, decided and undone by keys alone', async ({ page }) => {
  const [a = '', b = '', c = ''] = await boardWith(page, 3)
  await linksOf(page).first().focus()
  await page.keyboard.press('p')
  await page.keyboard.press('4')
  await expect(cardOf(page, a).getByRole('link')).toHaveAccessibleName(/Pick\. Score 4/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('x')
  await expect(cardOf(page, b).getByRole('link')).toHaveAccessibleName(/Reject/)

  // Space lifts, arrows choose, Escape takes back, Space drops.
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  expect(await idsOf(page)).toEqual([a, b, c])
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect.poll(() => idsOf(page)).toEqual([b, a, c])
  await expect(cardOf(page, a).getByRole('link')).toBeFocused()

  // The same by the menu.
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Move to end' }).press('Enter')
  await expect.poll(() => idsOf(page)).toEqual([b, c, a])
  await expect(cardOf(page, a).getByRole('link')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => idsOf(page)).toEqual([b, a, c])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => idsOf(page)).toEqual([b, c, a])

  // A range, and it is gone; the focus stays in the grid.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: '2 selected' })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect.poll(() => idsOf(page)).toEqual([a])
  await expect(cardOf(page, a).getByRole('link')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => idsOf(page)).toEqual([b, c, a])

  await page.getByRole('link', { name: 'Decision' }).press('Enter')
  await page.getByRole('textbox', { name: 'Why' }).fill('Calm.')
  await page.getByRole('button', { name: 'Save decision' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Chosen' })).toBeVisible()
  await expect(page.getByText('Calm.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Chosen' })).toBeVisible()
})

test('letters can be switched off, and stay off', async ({ page }) => {
  const [a = ''] = await boardWith(page, 1)
  await page.getByRole('button', { name: 'Letter keys' }).click()
  await page.reload()
  await linksOf(page).first().focus()
  await page.keyboard.press('p')
  await page.keyboard.press('Shift+Space')
  await expect(page.getByRole('status').filter({ hasText: '1 selected' })).toBeVisible()
  await expect(cardOf(page, a).getByRole('link')).toHaveAccessibleName(/Undecided/)
})

test('looks are dragged by the mouse, a selection as one, and Escape takes them back', async ({ page }) => {
  const [a = '', b = '', c = '', d = ''] = await boardWith(page, 4)
  const from = await centre(cardOf(page, a))
  const to = await centre(cardOf(page, c))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.right - 10, to.y, { steps: 5 })
  await expect(gridOf(page).locator('[data-marker]')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await idsOf(page)).toEqual([a, b, c, d])

  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.right - 10, to.y, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => idsOf(page)).toEqual([b, c, a, d])
  // The click that ends it opens nothing.
  await expect(page).toHaveURL(/\/boards\/\w+$/)

  for (const id of [b, a]) {
    await cardOf(page, id).hover()
    await cardOf(page, id).getByRole('checkbox').click()
  }
  const taken = await centre(cardOf(page, a))
  const last = await centre(cardOf(page, d))
  await page.mouse.move(taken.x, taken.y)
  await page.mouse.down()
  await page.mouse.move(last.right - 5, last.y, { steps: 5 })
  await expect(page.getByText('2 looks', { exact: true })).toBeVisible()
  await page.mouse.up()
  await expect.poll(() => idsOf(page)).toEqual([c, d, b, a])
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a held finger drags, one that moves at once scrolls', async ({ page }) => {
    const [a = '', b = ''] = await boardWith(page, 2)
    const from = await centre(cardOf(page, a))
    const to = await centre(cardOf(page, b))
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      })
    // To the left: a swipe to the right is Chromium's way back.
    await touch('touchStart', to.x, to.y)
    await touch('touchMove', to.x, to.y - 60)
    await touch('touchMove', from.left + 8, to.y - 60)
    await touch('touchEnd', 0, 0)
    expect(await idsOf(page)).toEqual([a, b])

    const again = await centre(cardOf(page, a))
    const there = await centre(cardOf(page, b))
    await touch('touchStart', again.x, again.y)
    await expect(gridOf(page).locator('[data-marker]')).toBeVisible()
    await touch('touchMove', (again.x + there.x) / 2, there.y)
    await touch('touchMove', there.right - 8, there.y)
    await touch('touchEnd', 0, 0)
    await expect.poll(() => idsOf(page)).toEqual([b, a])
  })
})

test('two tabs edit one board, and both edits are there in both', async ({ page, context }) => {
  const [a = '', b = ''] = await boardWith(page, 2)
  const other = await context.newPage()
  await other.goto(page.url())
  await linksOf(other).first().focus()
  await other.keyboard.press('p')
  await linksOf(page).nth(1).focus()
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Spring' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Summer')
  await page.keyboard.press('Enter')
  for (const tab of [page, other]) {
    await expect(tab.getByRole('button', { name: 'Summer' })).toBeVisible()
    await expect(cardOf(tab, a).getByRole('link')).toHaveAccessibleName(/Pick/)
    await expect(cardOf(tab, b).getByRole('link')).toHaveAccessibleName(/Maybe/)
  }
})

test('a board is made in its place, renamed, deleted and brought back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Boards' }).click()
  await expect(page.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
  await page.getByRole('button', { name: 'New board' }).click()
  await page.keyboard.type('Spring')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Spring' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No looks on this board yet' })).toBeVisible()
  await page.getByRole('link', { name: 'All boards' }).click()
  await page.getByRole('button', { name: 'Rename Spring' }).click()
  await page.keyboard.type('Summer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Rename Summer' })).toBeFocused()
  await page.getByRole('button', { name: 'Delete Summer' }).click()
  await expect(page.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Summer' })).toBeVisible()
})

test('a look that HeyGen has no longer keeps its name, and says so', async ({ page, complaints }) => {
  const [a = '', b = ''] = await boardWith(page, 2)
  complaints.expect(/status of 404 .*\/api\//)
  const name = await cardOf(page, a).locator('.card-name').textContent()
  await page.route(`**/api/v3/avatars/looks/${a}`, (route) =>
    route.fulfill({
      status: 404,
      json: { data: null, error: { code: 'avatar_not_found', message: 'No.' } },
    }),
  )
  await page.reload()
  await expect(cardOf(page, a).getByRole('link')).toHaveAccessibleName(
    new RegExp(`${name ?? ''}.*No longer in HeyGen`),
  )
  await expect(cardOf(page, b).getByRole('img').or(cardOf(page, b).locator('img'))).toBeVisible()
  await expect(cardOf(page, b).getByRole('link')).not.toHaveAccessibleName(/No longer/)
})

async function boxOf(control: Locator) {
  const box = await control.boundingBox()
  if (!box) throw new Error('It has no box.')
  return box
}

test('the palette does what the board’s page can do, and finds boards by name', async ({ page }) => {
  await seedBoard(page, { looks: 6, decided: 4 })
  await page.goto(`/boards/${seededBoard}`)
  await expect(linksOf(page).first()).toBeVisible()
  const palette = page.getByRole('dialog', { name: 'Commands' })
  const take = async (typed: string, name: string) => {
    // On a fresh page its keys come once that is at rest.
    await expect(async () => {
      await page.keyboard.press('Control+k')
      await expect(palette.getByRole('combobox')).toBeFocused({ timeout: 2000 })
    }).toPass()
    await page.keyboard.type(typed)
    await expect(palette.getByRole('option').first()).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(palette).toHaveCount(0)
  }

  await take('share', 'Share this board')
  const share = page.getByRole('dialog', { name: 'Share this board' })
  await expect(share).toBeVisible()
  await page.keyboard.press('Escape')
  // What closes gives the focus back, and would take it from the palette.
  await expect(share).toHaveCount(0)

  const saved = page.waitForEvent('download')
  await take('csv', 'Export this board as a table (CSV)')
  expect((await saved).suggestedFilename()).toBe('Spring release host.csv')

  await take('rename', 'Rename this board')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Autumn host')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Autumn host')

  await take('picks', 'Compare my picks')
  await expect(page).toHaveURL(/[/]compare[?]ids=[^,]+,[^,]+&board=/)
  await take('new board', 'New board')
  await expect(page).toHaveURL(/[/]boards[/][a-z0-9]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Untitled board')
  await take('autumn', 'Autumn host')
  await expect(page).toHaveURL(new RegExp(`/boards/${seededBoard}$`))
  await take('print', 'Print this board')
  await expect(page).toHaveURL(new RegExp(`/boards/${seededBoard}/sheet`))
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true })

  test('a board has its actions in one row, each large enough for a finger', async ({ page }) => {
    await seedBoard(page, { looks: 6, decided: 3, others: true })
    await page.goto(`/boards/${seededBoard}`)
    await expect(linksOf(page).first()).toBeVisible()
    const actions = ['Blind', 'Share', 'Export', 'Duels', 'Review'].map((name) =>
      page
        .getByRole('main')
        .getByRole(name === 'Duels' || name === 'Review' ? 'link' : 'button', { name, exact: true }),
    )
    const boxes = await Promise.all(actions.map(boxOf))
    expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(1)
    for (const { width, height } of boxes) {
      expect(height).toBeGreaterThanOrEqual(44)
      expect(width).toBeGreaterThanOrEqual(44)
    }
    const [back, name, undo] = await Promise.all([
      boxOf(page.getByRole('link', { name: 'All boards' })),
      boxOf(page.getByRole('button', { name: 'Spring release host' })),
      boxOf(page.getByRole('button', { name: 'Undo' })),
    ])
    expect([name, undo].map(({ y }) => Math.round(y))).toEqual([Math.round(back.y), Math.round(back.y)])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    // What selects a card cannot be seen yet, and is not hit by chance.
    const first = await boxOf(linksOf(page).first())
    await page.touchscreen.tap(first.x + 20, first.y + 20)
    await expect(page).toHaveURL(/\/looks\//)
  })
})
