import type { BrowserContext, Page } from '@playwright/test'
import { readLooks } from '#search/kept-rows.ts'
import { expect, test } from './fixtures.ts'
import { cardsOf, openGrid } from './gallery.ts'
import { stored, waitForWalk, walkedAt } from './kept-catalogue.ts'
import { looksInLarge, originOf } from './servers.ts'

test.use({ baseURL: originOf('large') })

/** Requests for pages of the catalogue, from any tab and its worker. The first view's own are among them. */
function watchWalk(context: BrowserContext): URL[] {
  const asked: URL[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname.startsWith('/api/v3/avatars')) asked.push(url)
  })
  return asked
}

const looksKept = async (page: Page) => (await stored(page, 'shelves')).flatMap(readLooks)

const countPages = (asked: URL[]) =>
  asked.filter(({ pathname, search }) => pathname.endsWith('/looks') && search.includes('ownership')).length

/** One request more or fewer is no news; a second walk would be 200. */
const pagesOfWalk = looksInLarge / 50

test('a first visit walks the whole catalogue, off the main thread, and keeps it', async ({
  page,
  context,
}) => {
  const asked = watchWalk(context)
  const session = await context.newCDPSession(page)
  // Of the thread's own time: on a busy machine a task of a millisecond lasts as long as others let it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busyFor = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  await openGrid(page)
  const before = await busyFor()
  await waitForWalk(page)
  // The walk itself is more than a second's work, in its worker; the page has some 0.2 s to do meanwhile.
  expect((await busyFor()) - before).toBeLessThan(0.6)
  expect(await looksKept(page)).toHaveLength(looksInLarge)
  expect((await stored(page, 'shelves')).join('')).not.toMatch(/Signature=|Expires=|\?/)
  expect(countPages(asked)).toBeGreaterThanOrEqual(pagesOfWalk)
  expect(countPages(asked)).toBeLessThan(pagesOfWalk + 10)
})

test('the next visit has it at once and asks for nothing', async ({ page, context }) => {
  await openGrid(page)
  const walked = await waitForWalk(page)
  const asked = watchWalk(context)
  const second = await context.newPage()
  await Promise.all([second.waitForEvent('worker'), openGrid(second)])
  // Longer than its walk would take to begin.
  await second.waitForTimeout(3000)
  expect(countPages(asked)).toBe(0)
  expect(await walkedAt(second)).toBe(walked)
})

test('two tabs share one walk', async ({ page, context }) => {
  const asked = watchWalk(context)
  const second = await context.newPage()
  await Promise.all([openGrid(page), openGrid(second)])
  await waitForWalk(page)
  expect(await looksKept(page)).toHaveLength(looksInLarge)
  await page.waitForTimeout(1000)
  expect(countPages(asked)).toBeGreaterThanOrEqual(pagesOfWalk)
  expect(countPages(asked)).toBeLessThan(pagesOfWalk + 10)
})

test('when the tab that walks is closed, the other one goes on', async ({ page, context }) => {
  const asked = watchWalk(context)
  await openGrid(page)
  await expect.poll(() => countPages(asked)).toBeGreaterThan(20)
  const second = await context.newPage()
  await Promise.all([second.waitForEvent('worker'), openGrid(second)])
  await page.close()
  await waitForWalk(second)
  expect(await looksKept(second)).toHaveLength(looksInLarge)
  // What the first tab had not written or told is asked for again.
  expect(countPages(asked)).toBeLessThan(pagesOfWalk * 1.5)
})

test('with storage blocked the catalogue is walked all the same', async ({ page, context }) => {
  const asked = watchWalk(context)
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  // Init scripts do not reach workers: there it is the script that is told so.
  await context.route('**/assets/index-worker-*.js', async (route) => {
    const answer = await route.fetch()
    const block = "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') };"
    await route.fulfill({ response: answer, body: block + (await answer.text()) })
  })
  await openGrid(page)
  await expect.poll(() => countPages(asked), { timeout: 50_000 }).toBeGreaterThanOrEqual(pagesOfWalk)
  await page.waitForTimeout(500)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('without workers the lists are there, and a search says that it is not', async ({ page, context }) => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await openGrid(page)
  await page.getByRole('searchbox').fill('office')
  await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await expect(cardsOf(page).first()).toBeVisible()
})
