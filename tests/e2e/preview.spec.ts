import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, holdPart, openGrid, openViewOptions, scrollTop } from './gallery.ts'

declare global {
  interface Window {
    mostPlaying?: number
  }
}

/** What `previewTiming.rest` is: after so long on a card, in ms, its clip is asked for. */
const rest = 300

const clipsAskedBy = (page: Page) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\.(?:mp4|webm)(?:$|\?)/.test(request.url())) asked.push(request.url())
  })
  return asked
}

/** Samples every frame how many videos of the page play at once. */
const watchPlaying = (page: Page) =>
  page.addInitScript(() => {
    window.mostPlaying = 0
    const sample = () => {
      const playing = [...document.querySelectorAll('video')].filter((video) => !video.paused).length
      window.mostPlaying = Math.max(window.mostPlaying ?? 0, playing)
      requestAnimationFrame(sample)
    }
    requestAnimationFrame(sample)
  })

const mostPlaying = (page: Page) => page.evaluate(() => window.mostPlaying)

/** Names of the files that play right now. */
const playing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('video')]
      .filter((video) => !video.paused && video.currentTime > 0)
      .map((video) => video.currentSrc.split('/').at(-1)),
  )

/** The cards with a clip, by their middle, in the order of the page. */
const spotsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=gridcell][data-clip]')]
      .map((card) => card.getBoundingClientRect())
      .filter(({ bottom }) => bottom < window.innerHeight)
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
  )

async function spotOf(page: Page, index: number) {
  const spot = (await spotsOf(page))[index]
  if (!spot) throw new Error(`No card ${index} with a clip is in sight.`)
  return spot
}

const playButton = (page: Page) => page.getByRole('button', { name: /^Play the clip of / })

async function choosePreview(page: Page, name: string) {
  await openViewOptions(page)
  await page.getByRole('radio', { name, exact: true }).click()
  await page.keyboard.press('Escape')
}

test('crossing 30 cards in a second asks for no clip', async ({ page }) => {
  const asked = clipsAskedBy(page)
  await openGrid(page, '/?size=s')
  const spots = (await spotsOf(page)).slice(0, 30)
  expect(spots).toHaveLength(30)
  let slowest = Number.POSITIVE_INFINITY
  // A busy machine may hold the pointer on a card long enough to be a rest; then it was no crossing.
  for (let tries = 0; slowest > rest * 0.8 && tries < 10; tries++) {
    asked.length = 0
    slowest = 0
    for (const { x, y } of spots) {
      const began = performance.now()
      await page.mouse.move(x, y)
      await new Promise((resolve) => {
        setTimeout(resolve, Math.max(0, 1000 / 30 - (performance.now() - began)))
      })
      slowest = Math.max(slowest, performance.now() - began)
    }
    await page.mouse.move(500, 20)
    await page.waitForTimeout(2 * rest)
  }
  expect(slowest).toBeLessThan(rest)
  expect(asked).toEqual([])
})

test('resting on a card for five seconds asks for its clip once and plays it', async ({ page }) => {
  const asked = clipsAskedBy(page)
  await openGrid(page)
  const { x, y } = await spotOf(page, 0)
  await page.mouse.move(x, y)
  await expect.poll(() => playing(page)).toHaveLength(1)
  await page.waitForTimeout(5000)
  expect(asked).toHaveLength(1)
})

test('at most one clip plays, and leaving its card stops it', async ({ page }) => {
  await watchPlaying(page)
  await openGrid(page)
  for (const index of [0, 1, 2, 1]) {
    const { x, y } = await spotOf(page, index)
    const name = await page.evaluate(
      (spot) =>
        document.elementFromPoint(spot.x, spot.y)?.closest<HTMLElement>('[data-clip]')?.dataset['clip'],
      { x, y },
    )
    await page.mouse.move(x, y)
    await expect.poll(() => playing(page)).toEqual([name?.split('/').at(-1)])
  }
  await page.mouse.move(500, 20)
  await expect(page.locator('video[src]')).toHaveCount(0)
  expect(await mostPlaying(page)).toBe(1)
})

test('a clip goes back to its poster after three loops', async ({ page }) => {
  await openGrid(page)
  const { x, y } = await spotOf(page, 0)
  await page.mouse.move(x, y)
  await expect.poll(() => playing(page)).toHaveLength(1)
  await expect(page.locator('video[src]')).toHaveCount(0, { timeout: 15_000 })
})

test('scrolling stops the clip', async ({ page }) => {
  await openGrid(page)
  const { x, y } = await spotOf(page, 0)
  await page.mouse.move(x, y)
  await expect.poll(() => playing(page)).toHaveLength(1)
  await page.mouse.wheel(0, 200)
  await expect(page.locator('.preview[data-playing]')).toHaveCount(0)
})

test('no clip plays under the pointer while the page scrolls', async ({ page }) => {
  const asked = clipsAskedBy(page)
  await openGrid(page)
  await page.mouse.move(300, 500)
  // From frame to frame inside the page: turns of the wheel from outside can come too far apart to be one scroll.
  const scrolled = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const end = performance.now() + 2000
        const step = (now: number) => {
          if (now > end) return resolve()
          window.scrollBy({ top: 20, behavior: 'instant' })
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
  )
  // The first steps end the rest before them, which may just have asked for a clip.
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(100)
  asked.length = 0
  await scrolled
  expect(asked).toEqual([])
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('hovering plays nothing; the button, Space and Esc do', async ({ page }) => {
    const asked = clipsAskedBy(page)
    await openGrid(page)
    const { x, y } = await spotOf(page, 0)
    await page.mouse.move(x, y)
    await page.waitForTimeout(4 * rest)
    expect(asked).toEqual([])

    await playButton(page).first().click()
    await expect.poll(() => playing(page)).toHaveLength(1)
    await playButton(page).first().click()
    await expect(page.locator('video[src]')).toHaveCount(0)

    await cardsOf(page).first().focus()
    await page.keyboard.press('Space')
    await expect.poll(() => playing(page)).toHaveLength(1)
    await page.keyboard.press('Escape')
    await expect(page.locator('video[src]')).toHaveCount(0)
    await expect(cardsOf(page).first()).toBeFocused()
  })
})

test.describe('with a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('the button plays in place', async ({ page }) => {
    await watchPlaying(page)
    await openGrid(page)
    await playButton(page).first().tap()
    await expect.poll(() => playing(page)).toHaveLength(1)
    await expect(page).toHaveURL('/')
    await playButton(page).nth(1).tap()
    await expect.poll(() => playing(page)).toHaveLength(1)
    await playButton(page).nth(1).tap()
    await expect(page.locator('video[src]')).toHaveCount(0)
    expect(await mostPlaying(page)).toBe(1)
  })
})

test('the setting wins: on click, hovering plays nothing, and it holds after a reload', async ({ page }) => {
  const asked = clipsAskedBy(page)
  await openGrid(page)
  await choosePreview(page, 'On click')
  await page.reload()
  await expect(cardsOf(page).first()).toBeVisible()
  const { x, y } = await spotOf(page, 0)
  await page.mouse.move(x, y)
  await page.waitForTimeout(4 * rest)
  expect(asked).toEqual([])
  await playButton(page).first().click()
  await expect.poll(() => playing(page)).toHaveLength(1)
})

test('set to off, neither hovering nor Space plays, and there is no play button', async ({ page }) => {
  const asked = clipsAskedBy(page)
  await openGrid(page)
  await choosePreview(page, 'Off')
  await expect(playButton(page)).toHaveCount(0)
  const { x, y } = await spotOf(page, 0)
  await page.mouse.move(x, y)
  await page.waitForTimeout(4 * rest)
  await cardsOf(page).first().focus()
  await page.keyboard.press('Space')
  await page.waitForTimeout(rest)
  expect(asked).toEqual([])
})

test('before clips can play no button says so, and a mouse that rests on a card then has its clip played', async ({
  page,
}) => {
  const release = await holdPart(page, 'extras')
  await openGrid(page)
  await expect(playButton(page)).toHaveCount(0)
  const { x, y } = await spotOf(page, 0)
  await page.mouse.move(x, y)
  release()
  await expect(playButton(page).first()).toBeVisible()
  await expect.poll(() => playing(page)).toHaveLength(1)
})
