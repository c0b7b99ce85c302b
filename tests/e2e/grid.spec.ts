import { expect, test, type Page } from './fixtures.ts'
import { openGrid, nextFrame, watchApi, gridOf, withoutWalk } from './gallery.ts'
import { looksInLarge, originOf } from './servers.ts'

declare global {
  interface Window {
    gridWatch?: { mostCells: number; shifts: number[] }
  }
}

test.use({ baseURL: originOf('large') })

/** Counts the cells in the DOM after every change to it, and every layout shift, from the page's first moment. */
async function watchGrid(page: Page) {
  await page.addInitScript(() => {
    const watch: { mostCells: number; shifts: number[] } = { mostCells: 0, shifts: [] }
    window.gridWatch = watch
    const cells = document.getElementsByTagName('div')
    const count = () => {
      let found = 0
      for (const cell of cells) if (cell.getAttribute('role') === 'gridcell') found++
      watch.mostCells = Math.max(watch.mostCells, found)
    }
    new MutationObserver(count).observe(document, { childList: true, subtree: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) watch.shifts.push(Number(entry.value))
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

const watched = (page: Page) =>
  page.evaluate(() => ({
    mostCells: window.gridWatch?.mostCells ?? Number.NaN,
    shift: window.gridWatch?.shifts.reduce((sum, value) => sum + value, 0) ?? Number.NaN,
  }))

/** Scrolls on, until the page has asked for so many pages of looks. */
async function wheelThrough(page: Page, asked: readonly string[], pages: number) {
  await page.mouse.move(400, 500)
  while (asked.length < pages) {
    await page.mouse.wheel(0, 3000)
    await nextFrame(page)
  }
}

function expectEachOnce(asked: readonly string[]) {
  const twice = asked.filter((url, index) => asked.indexOf(url) !== index)
  expect(twice).toEqual([])
}

test('10,000 looks scroll by to the end without shifting, and no page is asked for twice', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await watchGrid(page)
  await withoutWalk(page)
  const asked = watchApi(page, '/api/v3/avatars/looks?')
  await openGrid(page, '/?size=s')
  await wheelThrough(page, asked, looksInLarge / 50)
  await page.mouse.wheel(0, 100_000)
  await expect(page.getByText('10,000 looks, that is all.')).toBeVisible()
  const { mostCells, shift } = await watched(page)
  expect(mostCells).toBeGreaterThan(20)
  expect(mostCells).toBeLessThanOrEqual(200)
  expect(shift).toBe(0)
  expect(asked).toHaveLength(looksInLarge / 50)
  expectEachOnce(asked)
})

for (const [width, height] of [
  [1440, 960],
  [2560, 1440],
] as const)
  for (const size of ['s', 'm', 'l', 'xl'])
    test(`at ${width} x ${height} in size ${size} the DOM holds at most 200 cards`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await watchGrid(page)
      await withoutWalk(page)
      const asked = watchApi(page, '/api/v3/avatars/looks?')
      await openGrid(page, `/?size=${size}`)
      await wheelThrough(page, asked, 10)
      await page.mouse.wheel(0, -4000)
      await nextFrame(page)
      const { mostCells, shift } = await watched(page)
      expect(mostCells).toBeLessThanOrEqual(200)
      expect(shift).toBe(0)
      expectEachOnce(asked)
      await expect(gridOf(page)).toBeVisible()
    })
