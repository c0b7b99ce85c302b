import type { Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { soon } from './soon.ts'
import { selectors } from './targets.ts'

interface Return {
  ms: number
  off: number
}

declare global {
  interface Window {
    benchBack: Promise<Return>
  }
}

/** The card at the middle of the window: where to click, and where its top is. */
function middleCard(link: string) {
  const { bench } = window
  const x = window.innerWidth / 2
  const y = window.innerHeight / 2
  const card = [0, 60, -60].map((dy) => bench.cardAt(x, y + dy)).find((found) => found !== null)
  const box = (card?.querySelector(link) ?? card)?.getBoundingClientRect()
  if (!card || !box) return null
  // Below the bars, and within the window.
  const top = Math.max(box.top, 120)
  const bottom = Math.min(box.bottom, window.innerHeight)
  return {
    id: bench.idOf(card) ?? '',
    top: card.getBoundingClientRect().top,
    x: box.left + box.width / 2,
    y: (top + bottom) / 2,
  }
}

/**
 * Goes back, and looks between any two tasks of the page, not once a frame, whether the look is gone and its card
 * where it was, within two pixels. After `patience` milliseconds it tells how far off the card is.
 */
function goBack({ id, top, patience }: { id: string; top: number; patience: number }) {
  const { promise, resolve } = Promise.withResolvers<Return>()
  window.benchBack = promise
  const { port1, port2 } = new MessageChannel()
  const began = performance.now()
  port1.addEventListener('message', () => {
    const now = performance.now()
    const cards = window.bench.isOpen() ? [] : window.bench.cardsOf(id)
    const off = Math.min(...cards.map((card) => Math.abs(card.getBoundingClientRect().top - top)))
    if (off <= 2 || (cards.length > 0 && now - began > patience)) resolve({ ms: now - began, off })
    else port2.postMessage(null)
  })
  port1.start()
  history.back()
  port2.postMessage(null)
}

/** From `history.back()` in an open look to its card in its old place. */
export async function measureBack(page: Page): Promise<Figures> {
  await page.waitForTimeout(700)
  const card = await page.evaluate(middleCard, selectors.link)
  if (!card) throw new Error('There is no card at the middle of the window.')
  await page.mouse.click(card.x, card.y)
  await page.waitForSelector(selectors.detail, { timeout: 8000 })
  // The way in has its own animation, which must not be part of the way out.
  await page.waitForTimeout(900)
  await page.evaluate(goBack, { id: card.id, top: card.top, patience: 5000 })
  const { ms, off } = await soon(
    page.evaluate(() => window.benchBack),
    8000,
    'The card has not come back.',
  )
  return { back: ms, backOff: off }
}
