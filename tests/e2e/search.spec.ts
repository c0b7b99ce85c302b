import { gridLayout } from '#gallery/layout.ts'
import { buildCatalogue } from '#sandbox/catalogue.ts'
import { expect, test, type Page } from './fixtures.ts'
import { cardInSight, cardsOf, chip, gridOf, idOf, openGrid, panelOf, scrollTop, wheelTo } from './gallery.ts'
import { waitForWalk } from './kept-catalogue.ts'
import { originOf } from './servers.ts'

const all = buildCatalogue(undefined).looks({})
const female = all.filter((look) => /^(female|woman)$/i.test(look.gender ?? ''))

const searchOf = (page: Page) => page.getByRole('searchbox', { name: 'Search looks, people and tags' })

/** The count beside the filters. */
const countIs = (page: Page, words: string) =>
  expect(page.getByRole('search').getByText(words, { exact: true }).first()).toBeAttached()

async function openFacets(page: Page) {
  await page.getByRole('button', { name: 'All filters' }).click()
  const menu = page.getByRole('dialog', { name: 'All filters' })
  await expect(menu.getByRole('region', { name: 'Gender' })).toBeVisible()
  return menu
}

test('a search is typed at "/", stands in the address, marks its words and is left by Escape', async ({
  page,
}) => {
  await openGrid(page)
  await page.keyboard.press('/')
  await expect(searchOf(page)).toBeFocused()
  await page.keyboard.type('knit stage')
  await expect(page).toHaveURL('/?q=knit+stage')
  await expect(cardsOf(page).first()).toContainText('Knit Stage')
  await expect(gridOf(page).locator('mark').first()).toHaveText('Knit')
  const found = all.filter(({ name }) => /knit/i.test(name) && /stage/i.test(name)).length
  await countIs(page, `${found} looks`)

  await page.keyboard.press('Enter')
  await expect(cardsOf(page).first()).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/')
  await expect(searchOf(page)).toHaveValue('')
  await expect(cardsOf(page).first()).toContainText('Carmen Vneck Hall')
})

test('a typo, another case and a word left out find what was meant', async ({ page }) => {
  await openGrid(page, '/?q=KENJII')
  await expect(cardsOf(page).first()).toContainText('Kenji')
  await searchOf(page).fill('kenji -studio')
  const found = all.filter(({ name }) => /kenji/i.test(name) && !/studio/i.test(name))
  await countIs(page, `${found.length} looks`)
  for (const text of await cardsOf(page).allTextContents()) expect(text).not.toMatch(/Kenji.*Studio .*·/)
})

test('a link with a search and facets opens as it was, and Back undoes a chip', async ({ page }) => {
  await openGrid(page, '/?q=studio&gender=female')
  await expect(searchOf(page)).toHaveValue('studio')
  const before = await page
    .getByRole('search')
    .getByText(/^\d+ looks$/)
    .first()
    .textContent()
  await chip(page, 'Photo').click()
  await expect(page).toHaveURL('/?q=studio&type=photo_avatar&gender=female')
  await expect(cardsOf(page).first()).toContainText('Photo')
  await page.goBack()
  await expect(page).toHaveURL('/?q=studio&gender=female')
  await countIs(page, before ?? '')
})

test('facets have counts, are applied at once, and Alt leaves out', async ({ page }) => {
  await openGrid(page)
  const menu = await openFacets(page)
  const value = menu.getByRole('region', { name: 'Gender' }).getByRole('button', { name: 'Female' })
  await expect(value).toContainText(String(female.length))
  await value.click()
  await expect(page).toHaveURL('/?gender=female')
  await expect(value).toHaveAttribute('aria-pressed', 'true')
  await countIs(page, `${female.length} looks`)
  // The counts of a facet are those without its own picks.
  await expect(value).toContainText(String(female.length))

  await value.click({ modifiers: ['Alt'] })
  await expect(page).toHaveURL('/?gender=-female')
  await countIs(page, `${all.length - female.length} looks`)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await chip(page, 'Not Female').click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'All filters' })).toBeFocused()
})

test('the type chips count, add up, and leave out by the keyboard too', async ({ page }) => {
  await openGrid(page)
  const photos = all.filter((look) => look.avatar_type === 'photo_avatar').length
  const studios = all.filter((look) => look.avatar_type === 'studio_avatar').length
  await expect(chip(page, 'Photo')).toContainText(String(photos))
  await chip(page, 'Photo').click()
  await chip(page, 'Studio').click()
  await expect(page).toHaveURL('/?type=photo_avatar,studio_avatar')
  await countIs(page, `${photos + studios} looks`)
  await chip(page, 'Studio').press('Alt+Enter')
  await expect(page).toHaveURL('/?type=photo_avatar,-studio_avatar')
  await expect(chip(page, 'Not Studio')).toBeFocused()
})

test('where nothing matches, each part that can be dropped says how many looks come back', async ({
  page,
}) => {
  await page.goto('/?q=kenji&gender=female')
  await expect(page.getByRole('heading', { name: 'No looks match' })).toBeVisible()
  await expect(page.getByRole('button', { name: `Without “kenji”: ${female.length} looks` })).toBeVisible()
  await page.getByRole('button', { name: /^Without “Female”/ }).click()
  await expect(page).toHaveURL('/?q=kenji')
  await expect(cardsOf(page).first()).toContainText('Kenji')
})

test('from a list to a search and back, the list is where it was', async ({ page }) => {
  await openGrid(page)
  await wheelTo(page, 1500)
  const card = await cardInSight(page)
  const place = await card.boundingBox()
  // The driver would scroll to the chip first, which stays in sight anyway.
  await chip(page, 'Mine').dispatchEvent('click')
  await expect(page).toHaveURL('/?own=private')
  await expect(cardsOf(page).first()).toBeVisible()
  await page.goBack()
  await expect(card).toBeVisible()
  expect(Math.abs(((await card.boundingBox())?.y ?? Number.NaN) - (place?.y ?? 0))).toBeLessThanOrEqual(2)
})

test('people are narrowed by search and facets, each with the looks that match', async ({ page }) => {
  await openGrid(page, '/?view=people&q=kenji')
  await expect(cardsOf(page)).toHaveCount(1)
  await expect(cardsOf(page).first()).toContainText('4 looks')
  await searchOf(page).fill('studio')
  await expect(cardsOf(page).first()).toBeVisible()
  await expect.poll(() => cardsOf(page).count()).toBeGreaterThan(3)
  await expect(page).toHaveURL('/?q=studio&view=people')
})

test('looks of one person are folded, and unfold into a list of theirs', async ({ page }) => {
  await openGrid(page)
  await page.getByRole('button', { name: 'View options' }).click()
  await page.getByLabel('Fold looks of one person').check()
  await page.keyboard.press('Escape')
  const unfold = gridOf(page).getByRole('button', { name: /more/ }).first()
  await expect(unfold).toBeVisible()
  await page.reload()
  await expect(unfold).toBeVisible()
  await unfold.click()
  await expect(page).toHaveURL(/\?group=/)
  await expect(gridOf(page).getByRole('button', { name: /more looks/ })).toHaveCount(0)
  await page.goBack()
  await expect(unfold).toBeVisible()
})

test('nonsense is answered like any other search', async ({ page }) => {
  await openGrid(page)
  for (const nonsense of [
    '.*+?^${}()|[]\\',
    '🦩'.repeat(200),
    'שירה',
    '"',
    '-',
    'type:',
    'x'.repeat(10_000),
    '\u202e%%%',
  ]) {
    await searchOf(page).fill(nonsense)
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).or(gridOf(page))).toBeVisible()
  }
  await searchOf(page).fill('')
  await expect(cardsOf(page).first()).toBeVisible()
})

test('a look found by a search has its neighbours in the order of the search', async ({ page }) => {
  await openGrid(page, '/?q=studio')
  const second = await idOf(cardsOf(page).nth(1))
  await cardsOf(page).first().click()
  await expect(panelOf(page)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(`/looks/${encodeURIComponent(second)}?q=studio`)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/?q=studio')
})

test.describe('at the 8,000th of 10,000 looks', () => {
  test.use({ baseURL: originOf('large') })
  test.setTimeout(120_000)

  for (const [name, address] of [
    ['a list of the API', '/'],
    ['a search', '/?type=photo_avatar,studio_avatar,digital_twin'],
  ] as const)
    test(`Back, Escape, the button and a reload of ${name} lead to the same card`, async ({ page }) => {
      await openGrid(page, address)
      // The visit that reads the catalogue for the first time shows it in the order in which pages came, which need not
      // be the one in which it is kept: this is about every visit after that.
      await waitForWalk(page)
      await page.reload()
      await countIs(page, '10,000 looks')
      const { columns, rowPitch } = gridLayout(await gridOf(page).evaluate((grid) => grid.clientWidth), 'l')
      const target = Math.floor(8000 / columns) * rowPitch
      await expect(async () => {
        await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), target)
        expect(await scrollTop(page)).toBeGreaterThan(target - 2)
        await cardInSight(page)
      }).toPass({ intervals: [60], timeout: 90_000 })
      const card = await cardInSight(page)
      const before = { scroll: await scrollTop(page), y: (await card.boundingBox())?.y ?? 0 }
      const samePlace = async () => {
        await expect(panelOf(page)).toHaveCount(0)
        await expect(card).toBeVisible()
        expect(Math.abs((await scrollTop(page)) - before.scroll)).toBeLessThanOrEqual(2)
        expect(Math.abs(((await card.boundingBox())?.y ?? Number.NaN) - before.y)).toBeLessThanOrEqual(2)
      }
      const exits = [
        () => page.goBack(),
        () => page.keyboard.press('Escape'),
        () => panelOf(page).getByRole('button', { name: 'Close' }).click(),
      ]
      for (const leave of exits) {
        // By the keyboard: the driver's own click would scroll the page.
        await card.evaluate((link) => link.focus({ preventScroll: true }))
        await page.keyboard.press('Enter')
        await expect(panelOf(page)).toBeFocused()
        await leave()
        await samePlace()
      }
      await page.reload()
      await samePlace()
    })
})
