import { expect, type Locator, type Page } from '@playwright/test'

/** The grid of looks, or of people, once the page can be used: the first cards stand before that. */
export const gridOf = (page: Page) => page.getByRole('main').getByRole('grid')

/** Links of the cards in the DOM, in order. */
export const cardsOf = (page: Page) => gridOf(page).getByRole('gridcell').getByRole('link')

/** A look that is open. */
export const panelOf = (page: Page) => page.getByRole('dialog')

export const chip = (page: Page, name: string | RegExp) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name, exact: typeof name === 'string' })

/** Opens an address and waits for the first cards. */
export async function openGrid(page: Page, address = '/') {
  await page.goto(address)
  await expect(cardsOf(page).first()).toBeVisible()
}

/** Code that comes by itself some time after the first cards. What lies over the page asks for that of errors when it is there. */
const lateParts = [
  'errors',
  'extras',
  'renders-part',
  'view-menu',
  'person-filter',
  'facet-menu',
  'look-route',
  'ask-index',
  'open-catalogue',
]

/** Opens an address and waits for all code that comes by itself: what is done next does not need the network for it. */
export async function openAtRest(page: Page, address = '/') {
  const loaded = lateParts.map((part) =>
    page.waitForEvent('requestfinished', {
      predicate: (request) => request.url().includes(`/assets/${part}-`),
      timeout: 30_000,
    }),
  )
  await Promise.all([openGrid(page, address), ...loaded])
}

/** Holds back the code of a part of the page until the function it gives is called. */
export async function holdPart(page: Page, part: string) {
  const held = Promise.withResolvers<void>()
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    await held.promise
    await route.continue()
  })
  return held.resolve
}

async function openPopup(button: Locator, popup: Locator) {
  await button.click()
  await expect(popup).toBeVisible()
}

export const openViewOptions = (page: Page) =>
  openPopup(
    page.getByRole('button', { name: 'View options' }),
    page.getByRole('dialog', { name: 'View options' }),
  )

export const openPersonFilter = (page: Page) =>
  openPopup(chip(page, 'Person'), page.getByRole('combobox', { name: 'Search people' }))

export const scrollTop = (page: Page) => page.evaluate(() => window.scrollY)

/** Until the page has painted once more. */
export const nextFrame = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve))
      }),
  )

/** Turns the wheel over the grid until `loaded` cards have come, and stays in the middle of what is there. */
export async function wheelTo(page: Page, pixels: number) {
  await page.mouse.move(700, 500)
  await expect(async () => {
    const missing = pixels - (await scrollTop(page))
    if (missing > 0) await page.mouse.wheel(0, Math.min(missing, 2400))
    await nextFrame(page)
    expect(await scrollTop(page)).toBeGreaterThanOrEqual(pixels - 1)
  }).toPass({ intervals: [30], timeout: 30_000 })
  // Cards that fly by take no pointer.
  await expect(gridOf(page)).not.toHaveAttribute('data-fast')
  await nextFrame(page)
}

/** A card whose picture is whole in the window, below the bars, left of where a look opens; waits until there is one. */
export async function cardInSight(page: Page): Promise<Locator> {
  const found = await page.waitForFunction(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('[role=gridcell][data-card]')]
    const seen = cards.find((card) => {
      const { top, bottom } = card.getBoundingClientRect()
      return top > 130 && bottom < window.innerHeight
    })
    return seen?.dataset['card']
  })
  const id = await found.jsonValue()
  return page.locator(`[role=gridcell][data-card="${id}"] > a`)
}

/** The id of a card, by its link. */
export async function idOf(card: Locator): Promise<string> {
  const href = (await card.getAttribute('href')) ?? ''
  return decodeURIComponent(new URL(href, 'http://page').pathname.split('/').at(-1) ?? '')
}

/** Addresses of the API that the page asks for from now on, in order. */
export function watchApi(page: Page, part = '/api/'): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes(part)) asked.push(request.url())
  })
  return asked
}

/** The page alone asks from now on: what walks the catalogue is an empty script. */
export const withoutWalk = (page: Page) =>
  page.route('**/assets/index-worker-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )

/** What is selected, at the foot of the page. */
export const trayOf = (page: Page) => page.getByRole('region', { name: 'Selected looks' })

/** Selects the first cards by keys, once the code for it is there. */
export async function selectFirst(page: Page, count: number) {
  await expect(gridOf(page)).toHaveAttribute('aria-multiselectable', 'true')
  for (let at = 0; at < count; at++) {
    await cardsOf(page).nth(at).focus()
    await page.keyboard.press('x')
  }
  await expect(trayOf(page)).toContainText(`${count} selected`)
}
