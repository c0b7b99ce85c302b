import type { Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { soon } from './soon.ts'
import { selectors } from './targets.ts'

interface FilterTimes {
  card: number
  picture: number
}

declare global {
  interface Window {
    benchFilter: Promise<FilterTimes>
  }
}

/** From a click to another first card in the DOM, and to its picture. */
function armFilter() {
  const { bench } = window
  const before = bench.idOf(bench.inView()[0])
  const { promise, resolve } = Promise.withResolvers<FilterTimes>()
  window.benchFilter = promise
  function changed(): boolean {
    const id = bench.idOf(bench.inView()[0])
    return id !== null && id !== before
  }
  function clicked() {
    const began = performance.now()
    let card: number | null = null
    const look = () => {
      const now = performance.now()
      if (card !== null || !changed()) return
      card = now - began
      observer.disconnect()
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['data-card'],
    })
    const frame = () => {
      look()
      if (card !== null && bench.hasPicture(bench.inView()[0] ?? null))
        resolve({ card, picture: performance.now() - began })
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }
  window.addEventListener('click', clicked, { capture: true, once: true })
}

export async function measureFilter(page: Page): Promise<Figures> {
  const chip = page.locator(selectors.chip).first()
  await page.evaluate(armFilter)
  await chip.click({ timeout: 8000 })
  const times = await soon(
    page.evaluate(() => window.benchFilter),
    10_000,
    'The filter has brought no other card.',
  )
  await page.waitForTimeout(300)
  await chip.click({ timeout: 8000 })
  await page.waitForTimeout(600)
  return { filterCard: times.card, filterPicture: times.picture }
}
