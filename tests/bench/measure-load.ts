import type { Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { soon } from './soon.ts'

/** Long tasks block for what they last beyond this, in ms. */
const taskBudget = 50

/** From the navigation to a first card with its picture, and what came after at once. */
export async function measureLoad(page: Page, cpu: number): Promise<Figures> {
  await soon(
    page.evaluate(() => window.bench.loaded),
    30_000,
    'The first card has no picture.',
  )
  // The largest paint and the last long task are told after the fact.
  await page.waitForTimeout(cpu > 1 ? 1600 : 900)
  const { bench, sent } = await page.evaluate(() => {
    const { firstCard, firstPicture, lcp, longTasks } = window.bench
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name, startTime }) => /\.js(\?|$)/.test(name) && startTime <= (firstPicture ?? 0))
    return {
      bench: { firstCard, firstPicture, lcp, longTasks },
      sent: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    }
  })
  const { firstCard, firstPicture, lcp, longTasks } = bench
  return {
    ...(firstCard === null ? {} : { firstCard }),
    ...(firstPicture === null ? {} : { firstPicture }),
    ...(lcp === null ? {} : { lcp }),
    blocking: longTasks.reduce((sum, { ms }) => sum + Math.max(0, ms - taskBudget), 0),
    scriptKb: sent / 1024,
  }
}
