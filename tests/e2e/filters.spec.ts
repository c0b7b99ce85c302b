import { buildCatalogue } from '#sandbox/catalogue.ts'
import { expect, test } from './fixtures.ts'
import {
  cardsOf,
  chip,
  gridOf,
  openGrid,
  openPersonFilter,
  panelOf,
  watchApi,
  withoutWalk,
} from './gallery.ts'

const { looks } = buildCatalogue(undefined)
const howMany = (filter: Parameters<typeof looks>[0]) => `${looks(filter).length} looks`

test('chips narrow the grid and the address, and Back undoes them one by one', async ({ page }) => {
  await withoutWalk(page)
  const asked = watchApi(page, '/api/v3/avatars/looks?')
  await openGrid(page)
  await chip(page, 'Studio').click()
  await expect(page).toHaveURL('/?type=studio_avatar')
  await expect(chip(page, 'Studio')).toHaveAttribute('aria-pressed', 'true')
  await expect(
    page.getByText(howMany({ avatar_type: 'studio_avatar' }), { exact: true }).first(),
  ).toBeVisible()
  await chip(page, 'Public').click()
  await expect(page).toHaveURL('/?type=studio_avatar&own=public')
  await expect.poll(() => asked.at(-1)).toContain('ownership=public')
  expect(asked.at(-1)).toContain('avatar_type=studio_avatar')

  await page.goBack()
  await expect(page).toHaveURL('/?type=studio_avatar')
  await expect(chip(page, 'Public')).toHaveAttribute('aria-pressed', 'false')
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(chip(page, 'Studio')).toHaveAttribute('aria-pressed', 'false')
  await page.goForward()
  await expect(chip(page, 'Studio')).toHaveAttribute('aria-pressed', 'true')
})

test('another type is added to the first, and "Clear all" drops all of them', async ({ page }) => {
  await openGrid(page, '/?type=studio_avatar&own=public')
  await chip(page, 'Photo').click()
  await expect(page).toHaveURL('/?type=studio_avatar,photo_avatar&own=public')
  // While the catalogue is read for the first time, an empty list may offer the same.
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0)
  for (const name of ['Studio', 'Video', 'Photo', 'Public', 'Mine'])
    await expect(chip(page, name)).toHaveAttribute('aria-pressed', 'false')
})

test('bad values in the address read as the default', async ({ page }) => {
  await withoutWalk(page)
  const asked = watchApi(page, '/api/v3/avatars/looks')
  await openGrid(page, '/?type=nonsense&own=7&size=9&view=zzz&limit=-1&token=x&group=')
  await expect(gridOf(page)).toHaveAccessibleName('Looks')
  for (const name of ['Studio', 'Video', 'Photo', 'Public', 'Mine'])
    await expect(chip(page, name)).toHaveAttribute('aria-pressed', 'false')
  await expect(cardsOf(page).first()).toContainText('Carmen Vneck Hall')
  expect(asked[0]).toMatch(/\/looks\?limit=50$/)
})

test('the count is open while there is more, and whole at the end', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 })
  // It would know them all, sooner or later.
  await withoutWalk(page)
  await openGrid(page, '/?size=xl')
  await expect(page.getByText('50+ looks', { exact: true }).first()).toBeVisible()
  await page.mouse.move(700, 400)
  await expect(async () => {
    await page.mouse.wheel(0, 5000)
    await expect(page.getByText(`${howMany({})}, that is all.`)).toBeVisible({ timeout: 300 })
  }).toPass()
  await expect(page.getByText(howMany({}), { exact: true }).first()).toBeVisible()
})

for (const type of ['video_avatar', 'digital_twin'])
  test(`type=${type} in the address is Video`, async ({ page }) => {
    await openGrid(page, `/?type=${type}`)
    await expect(chip(page, 'Video')).toHaveAttribute('aria-pressed', 'true')
    await expect(
      page.getByText(howMany({ avatar_type: 'digital_twin' }), { exact: true }).first(),
    ).toBeVisible()
  })

test('a person is found by typing and chosen with the keyboard', async ({ page }) => {
  await openGrid(page)
  await chip(page, 'Person').focus()
  await page.keyboard.press('Enter')
  const search = page.getByRole('combobox', { name: 'Search people' })
  await expect(search).toBeFocused()
  await page.keyboard.type('ken')
  await expect(page.getByRole('option')).toHaveText([/^Kenji/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/^[^?]+\?group=[0-9a-f]+$/)
  // Others can be added.
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(search).toHaveCount(0)
  await expect(cardsOf(page)).toHaveCount(4)
  await expect(cardsOf(page)).toContainText(Array.from({ length: 4 }, () => 'Kenji'))
  await expect(chip(page, 'Kenji')).toBeFocused()

  await page.getByRole('button', { name: 'Any person instead of Kenji' }).click()
  await expect(page).toHaveURL('/')
})

test('nobody of that name is said in words', async ({ page }) => {
  await openGrid(page)
  await openPersonFilter(page)
  await page.getByRole('combobox', { name: 'Search people' }).fill('nobody at all')
  await expect(page.getByText('No person of that name.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Search people' })).toHaveCount(0)
  await expect(page).toHaveURL('/')
})

for (const name of ['Person', 'View options'])
  test(`a click on "${name}" before its popup has been loaded opens it all the same`, async ({ page }) => {
    const loading = Promise.withResolvers<void>()
    await page.route(/\/assets\/(?:person-filter|view-menu)-/, async (route) => {
      await loading.promise
      await route.continue()
    })
    await openGrid(page)
    await page.getByRole('button', { name }).click()
    loading.resolve()
    await expect(page.getByRole('dialog')).toBeVisible()
  })

test('popups and looks that cannot be loaded leave the grid as it is', async ({ page, complaints }) => {
  complaints.expect(/ERR_FAILED .*\/assets\/|Failed to fetch dynamically imported module/)
  await page.route(/\/assets\/(?:person-filter|view-menu|look-route)-/, (route) => route.abort())
  await openGrid(page)
  await page.waitForLoadState('networkidle')
  await cardsOf(page).first().click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(gridOf(page)).toBeVisible()
  await page.goBack()
  await expect(cardsOf(page).first()).toBeVisible()
})

test('filters stay while a look is open, and closing it leaves them', async ({ page }) => {
  await openGrid(page, '/?type=photo_avatar')
  await cardsOf(page).first().click()
  await expect(page).toHaveURL(/\/looks\/[^/]+\?type=photo_avatar$/)
  await expect(panelOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/?type=photo_avatar')
})
