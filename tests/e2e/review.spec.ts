import { openReview, pictureInSight, seedBoard, seededBoard, stripOf } from './boards.ts'
import { expect, test, type Page } from './fixtures.ts'

const touchAt = (x: number) => [{ x, y: 300 }]
const place = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible()
const lookInSight = (page: Page) => page.locator('[data-look]:not([inert])').getAttribute('data-look')

test('a board of 64 is gone through by keys alone, and is as it was left after a reload', async ({
  page,
}) => {
  const ids = await seedBoard(page, { looks: 64, decided: 52 })
  await openReview(page)
  await place(page, '53 of 64')
  await place(page, '12 undecided')
  // The app's own bar is away, for the Tab key too.
  await expect(page.getByRole('link', { name: 'Lookbook' })).toBeHidden()
  await page.keyboard.press('p')
  await place(page, '54 of 64')
  await page.keyboard.press('4')
  await page.keyboard.press('n')
  await page.keyboard.type('Calm, and looks at you. pmx')
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await place(page, '55 of 64')
  await place(page, '10 undecided')
  for (let at = 55; at <= 64; at++) await page.keyboard.press('x')
  await expect(page.getByRole('heading', { name: 'All 64 decided' })).toBeVisible()
  await page.keyboard.press('z')
  await place(page, '64 of 64')
  await place(page, '1 undecided')
  await page.keyboard.press('Home')
  await place(page, '1 of 64')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(`/boards/${seededBoard}/review?look=${encodeURIComponent(ids[1] ?? '')}`)
  await page.reload()
  await place(page, '2 of 64')
  await place(page, '1 undecided')
  await openReview(page, `?look=${encodeURIComponent(ids[53] ?? '')}`)
  await expect(page.getByRole('textbox')).toHaveValue('Calm, and looks at you. pmx')
  await expect(page.getByRole('button', { name: 'Maybe' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: '4 of 5' })).toHaveAttribute('aria-pressed', 'true')
})

test('what is typed survives a page that closes the moment after', async ({ page }) => {
  await seedBoard(page, { looks: 6 })
  await openReview(page)
  await page.keyboard.press('n')
  await page.keyboard.type('to the last letter')
  await page.goto('about:blank')
  await openReview(page)
  await expect(page.getByRole('textbox')).toHaveValue('to the last letter')
})

test('two tabs that review one board both count', async ({ page, context }) => {
  await seedBoard(page, { looks: 6 })
  await openReview(page)
  const other = await context.newPage()
  await openReview(other)
  await other.keyboard.press('End')
  await other.keyboard.press('p')
  await place(page, '5 undecided')
  await page.keyboard.press('x')
  await place(other, '4 undecided')
})

test('pictures follow each other without a blank', async ({ page }) => {
  await seedBoard(page, { looks: 64 })
  await openReview(page)
  await expect(pictureInSight(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    document.body.dataset['blanks'] = '0'
    const sample = () => {
      const image = document.querySelector<HTMLImageElement>('[data-look]:not([inert]) img')
      if (!image?.complete || image.naturalWidth === 0)
        document.body.dataset['blanks'] = String(Number(document.body.dataset['blanks']) + 1)
      requestAnimationFrame(sample)
    }
    requestAnimationFrame(sample)
  })
  for (let step = 0; step < 20; step++) {
    const before = await lookInSight(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => lookInSight(page), { intervals: [20] }).not.toBe(before)
  }
  expect(await page.evaluate(() => document.body.dataset['blanks'])).toBe('0')
})

test('the filmstrip draws a part of its looks, and keeps the current one in the middle', async ({ page }) => {
  await seedBoard(page, { looks: 64 })
  await openReview(page)
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight')
  await place(page, '21 of 64')
  expect(await stripOf(page).getByRole('option').count()).toBeLessThan(40)
  const middle = async () => {
    const [strip, thumb] = await Promise.all([
      stripOf(page).boundingBox(),
      stripOf(page).getByRole('option', { selected: true }).boundingBox(),
    ])
    return Math.abs((strip?.x ?? 0) + (strip?.width ?? 0) / 2 - (thumb?.x ?? 0) - (thumb?.width ?? 0) / 2)
  }
  await expect.poll(middle).toBeLessThan(2)
})

test('duels by keys put the first few into an order, and the board takes it', async ({ page }) => {
  await seedBoard(page, { looks: 6, decided: 6 })
  await page.goto(`/boards/${seededBoard}/duels`)
  await place(page, '0 of about 6')
  for (let done = 1; done <= 6; done++) {
    await page.keyboard.press('1')
    await place(page, `${done} of about 6`)
  }
  await expect(page.getByRole('heading', { name: 'Every pair was decided' })).toBeVisible()
  await page.getByRole('button', { name: 'Use this order' }).click()
  await expect(page.getByText('The board has this order now').first()).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a swipe on the picture goes on and back, and the thumb judges', async ({ page, context }) => {
    await seedBoard(page, { looks: 12 })
    await openReview(page)
    await place(page, '1 of 12')
    const cdp = await context.newCDPSession(page)
    const swipe = async (from: number, to: number) => {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touchAt(from) })
      for (let part = 1; part <= 5; part++)
        await cdp.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: touchAt(from + ((to - from) * part) / 5),
        })
      // A finger that leaves in motion makes a fling, and Chromium takes the next tap for its end.
      await page.waitForTimeout(150)
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    await swipe(300, 90)
    await place(page, '2 of 12')
    await swipe(90, 300)
    await place(page, '1 of 12')
    await page.getByRole('button', { name: 'Pick', exact: true }).tap()
    await place(page, '2 of 12')
    await page.getByRole('button', { name: 'Note' }).tap()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('textbox').fill('From the sofa.')
    await sheet.getByRole('button', { name: 'Done' }).tap()
    await expect(sheet).toBeHidden()
    await page.getByRole('button', { name: 'Note' }).tap()
    await expect(sheet.getByRole('textbox')).toHaveValue('From the sofa.')
    await page.keyboard.press('Escape')
    await stripOf(page).getByRole('option').nth(3).tap()
    await place(page, '4 of 12')
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(fits).toBe(true)
  })
})
