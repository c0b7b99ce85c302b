import { expect, test } from './fixtures.ts'
import { cardsOf, gridOf, holdPart, panelOf } from './gallery.ts'

declare global {
  interface Window {
    firstNodes: Element[]
    shiftedBy: number
  }
}

test('the first cards stand before the app has come, and it takes them as they are', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('looks?limit=50')) asked.push(request.url())
  })
  await page.addInitScript(() => {
    window.shiftedBy = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) window.shiftedBy += Number(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const release = await holdPart(page, 'app')
  await page.goto('/')
  const first = page.getByRole('grid').getByRole('gridcell').getByRole('link').first()
  await expect(first).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(0)
  const box = await first.boundingBox()
  await page.evaluate(() => (window.firstNodes = [...document.querySelectorAll('[data-card]')]))

  release()
  await expect(gridOf(page)).toBeVisible()
  await expect(page.getByRole('grid')).toHaveCount(1)
  expect(await cardsOf(page).first().boundingBox()).toEqual(box)
  expect(
    await page.evaluate(() => {
      const there = new Set(document.querySelectorAll('[data-card]'))
      return window.firstNodes.every((node) => there.has(node))
    }),
  ).toBe(true)
  expect(asked).toHaveLength(1)
  expect(await page.evaluate(() => window.shiftedBy)).toBe(0)
})

test('a look that is clicked before the app has come opens over the list', async ({ page }) => {
  const release = await holdPart(page, 'app')
  await page.goto('/')
  const first = page.getByRole('grid').getByRole('gridcell').getByRole('link').first()
  const name = (await first.locator('.card-name').textContent()) ?? ''
  await first.click()
  expect(new URL(page.url()).pathname).toBe('/')
  release()
  await expect(panelOf(page).getByRole('heading', { name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toHaveCount(0)
  await expect(cardsOf(page).first()).toBeVisible()
})

test('where the app cannot be had it is said, not left at cards that do nothing', async ({
  page,
  complaints,
}) => {
  complaints.expect(
    /Failed to (?:load resource: net::ERR_FAILED|fetch dynamically imported module:) \S+\/app-/,
  )
  await page.route('**/assets/app-*.js', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('main')).toContainText('Lookbook did not load')
  await expect(page.getByRole('grid')).toHaveCount(0)
})

test('a reload goes to its place without cards from the top before', async ({ page }) => {
  await page.goto('/')
  await expect(gridOf(page)).toBeVisible()
  const release = await holdPart(page, 'app')
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => window.lookbookFirstPage !== undefined)
  const untaken = await page.evaluate(async () => {
    const asked = window.lookbookFirstPage
    await asked?.answer
    // Whoever waited for it too has taken it by now.
    await new Promise((resolve) => setTimeout(resolve))
    return window.lookbookFirstPage === asked
  })
  expect(untaken).toBe(true)
  await expect(page.getByRole('grid')).toHaveCount(0)
  release()
  await expect(cardsOf(page).first()).toBeVisible()
})
