import { buildCatalogue } from '#sandbox/catalogue.ts'
import { expect, test } from './fixtures.ts'
import { cardsOf, chip, gridOf, idOf, openGrid, panelOf } from './gallery.ts'

const { groups } = buildCatalogue(undefined)

test('the people view has one card a person with their number of looks', async ({ page }) => {
  await openGrid(page)
  await page.getByRole('radio', { name: 'People' }).click()
  await expect(page).toHaveURL('/?view=people')
  await expect(gridOf(page)).toHaveAccessibleName('People')
  await expect(cardsOf(page).first()).toContainText('Carmen')
  await expect(cardsOf(page).first()).toContainText('4 looks')
  await expect(page.getByText(`${groups(undefined).length} people`, { exact: true }).first()).toBeVisible()
  await chip(page, 'Mine').click()
  await expect(page).toHaveURL('/?own=private&view=people')
  const own = groups('private').length
  await expect(page.getByText(`${own} people, that is all.`)).toBeVisible()
  await expect(cardsOf(page)).toHaveCount(own)
})

test('from a person to a look and back, step by step', async ({ page }) => {
  await openGrid(page, '/?view=people')
  const person = cardsOf(page).filter({ hasText: 'Kenji' })
  const id = await idOf(person)
  await person.click()
  await expect(page).toHaveURL(`/people/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Kenji' })).toBeVisible()
  await expect(cardsOf(page)).toHaveCount(4)

  const look = cardsOf(page).nth(2)
  const lookId = await idOf(look)
  await look.click()
  await expect(page).toHaveURL(new RegExp(`/looks/${lookId}`))
  await expect(panelOf(page)).toBeFocused()
  await expect(panelOf(page)).toContainText('3 of 4')
  await expect(page.getByRole('heading', { level: 1, name: 'Kenji' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/people/${id}`))
  await expect(look).toBeFocused()

  await page.goBack()
  await expect(page).toHaveURL('/?view=people')
  await expect(gridOf(page)).toHaveAccessibleName('People')
})

test("a person's page opens cold, and its look leads back to it after a reload", async ({ page }) => {
  const [carmen] = groups(undefined)
  await openGrid(page, `/people/${carmen?.id}`)
  await expect(page).toHaveTitle(/^Carmen/)
  await expect(page.getByText('4 looks, that is all.')).toBeVisible()
  await cardsOf(page).nth(1).click()
  await expect(panelOf(page)).toBeFocused()
  await page.reload()
  await expect(panelOf(page)).toContainText('2 of 4')
  await expect(panelOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`/people/${carmen?.id}`)
  await expect(cardsOf(page).nth(1)).toBeFocused()
})

test('the person of a look is a link, and so is each of their other looks', async ({ page }) => {
  await page.goto('/looks/Maya_knit_stage_side')
  await panelOf(page)
    .getByRole('link', { name: /Maya Blouse/ })
    .click()
  await expect(page).toHaveURL('/looks/Maya_blouse_studio_front')
  await panelOf(page).getByRole('link', { name: 'Maya', exact: true }).click()
  await expect(page).toHaveURL(/\/people\/[^/]+$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Maya' })).toBeVisible()
  await expect(panelOf(page)).toHaveCount(0)
})

test('an unknown person says so and leads back', async ({ page, complaints }) => {
  complaints.expect(/status of 404 .*\/api\/v3\/avatars\/nobody$/)
  complaints.expect(/status of 40[04] .*group_id=nobody/)
  await page.goto('/people/nobody')
  await expect(page.getByRole('heading', { name: 'This person is not there' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the looks' }).click()
  await expect(page).toHaveURL('/')
  await expect(cardsOf(page).first()).toBeVisible()
})
