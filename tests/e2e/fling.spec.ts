import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, gridOf, nextFrame, openGrid, scrollTop } from './gallery.ts'
import { originOf } from './servers.ts'

test.use({ baseURL: originOf('large'), viewport: { width: 1280, height: 800 } })

/** Turns the wheel until so many looks have been in the window. */
async function wheelToLook(page: Page, index: number) {
  await page.mouse.move(640, 500)
  await expect(async () => {
    await page.mouse.wheel(0, 4000)
    await nextFrame(page)
    expect(await lastDrawn(page)).toBeGreaterThanOrEqual(index)
  }).toPass({ intervals: [10], timeout: 150_000 })
}

const lastDrawn = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) =>
        Number(card.dataset['index']),
      ),
    ),
  )

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

/** Moves the page up by so many CSS pixels a frame, to its top, and looks at each frame what stands in its middle. */
const flingUp = (page: Page, step: number) =>
  page.evaluate(
    (pixels) =>
      new Promise<{ frames: number; blank: number; pictures: number; mostElements: number }>((resolve) => {
        const seen = { frames: 0, blank: 0, pictures: 0, mostElements: 0 }
        // After the frame's scroll event, before it is painted.
        const look = () => {
          // One of them is neither in the gap between two columns nor in that between two rows. Over the cards lies
          // what keeps the pointer off them while they fly by.
          const spots = [620, 650].flatMap((x) => [400, 440].flatMap((y) => document.elementsFromPoint(x, y)))
          const card = spots.map((spot) => spot.closest('[data-card]')).find((found) => found)
          seen.frames++
          if (!card) seen.blank++
          if (card?.querySelector('img[src]')) seen.pictures++
          seen.mostElements = Math.max(seen.mostElements, document.querySelectorAll('*').length)
          if (window.scrollY < pixels) return resolve(seen)
          window.scrollBy({ top: -pixels, behavior: 'instant' })
          requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    step,
  )

test('8,000 looks deep the page is as small as at its top, a fling shows no blank, and the focus stays', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await openGrid(page)
  const focused = cardsOf(page).nth(3)
  await focused.focus()
  const href = await focused.getAttribute('href')
  await wheelToLook(page, 8000)
  expect(await elements(page)).toBeLessThanOrEqual(450)
  const { frames, blank, pictures, mostElements } = await flingUp(page, 1000)
  expect(frames).toBeGreaterThan(500)
  expect(blank).toBe(0)
  expect(mostElements).toBeLessThanOrEqual(450)
  // Nobody could look at them.
  expect(pictures).toBeLessThan(frames / 10)
  await expect(gridOf(page).locator(':focus')).toHaveAttribute('href', href ?? '')
  const pending = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('[data-card] .media > img:not([src])')].filter((image) => {
          const { top, bottom } = image.getBoundingClientRect()
          return bottom > 0 && top < window.innerHeight
        }).length,
    )
  await expect.poll(pending).toBe(0)
})

test('a grid longer than a browser draws scrolls pixel by pixel, and its end is at the end', async ({
  page,
}) => {
  // The longest page is said in physical pixels: this one may be 20,000 CSS pixels long.
  await page.addInitScript(() => Object.defineProperty(window, 'devicePixelRatio', { get: () => 1500 }))
  await openGrid(page)
  await wheelToLook(page, 450)
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(22_000)

  const topmost = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-card]')]
        .map((card) => ({ index: Number(card.dataset['index']), top: card.getBoundingClientRect().top }))
        .filter(({ top }) => top > 200)
        .reduce((one, other) => (other.top < one.top ? other : one)),
    )
  const pitch = await page.evaluate(() => {
    const tops = [...document.querySelectorAll('[role=row]')].map((row) => row.getBoundingClientRect().top)
    const [last = 0, before = 0] = tops.toSorted((one, other) => other - one)
    return last - before
  })
  const columns = Number(await gridOf(page).getAttribute('aria-colcount'))
  for (let turn = 0; turn < 12; turn++) {
    const before = await topmost()
    await page.mouse.wheel(0, -300)
    // At rest the scroll bar is brought to where it belongs, and nothing may move with it.
    await page.waitForTimeout(turn % 3 === 0 ? 300 : 20)
    await nextFrame(page)
    const after = await topmost()
    const moved =
      after.top -
      before.top +
      (Math.floor(before.index / columns) - Math.floor(after.index / columns)) * pitch
    expect(Math.abs(moved - 300)).toBeLessThanOrEqual(2)
  }

  await cardsOf(page).first().focus()
  await page.keyboard.press('Control+Home')
  await expect(gridOf(page).locator('[data-index="0"] > a')).toBeFocused()
  await expect.poll(() => scrollTop(page)).toBeLessThan(10)
  await page.keyboard.press('Control+End')
  await expect(gridOf(page).locator(':focus')).toBeInViewport({ ratio: 0.5 })
  expect(await lastDrawn(page)).toBeGreaterThanOrEqual(450)
})
