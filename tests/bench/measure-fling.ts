import type { CDPSession, Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { percentile } from './statistics.ts'
import { travel } from './travel.ts'

/** CSS pixels a second: faster than pages of the API can come, so that the loaded end is met again and again. */
const speed = 50_000

/** As deep as can be had in the given seconds. */
export async function measureFling(
  page: Page,
  cdp: CDPSession,
  looks: number,
  patience: number,
): Promise<Figures> {
  // What is loaded already goes by quickly, and a short catalogue would have nothing left to fling through.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  await page.waitForTimeout(300)
  const { frames, passed, reached, seconds } = await travel(page, cdp, {
    looks,
    speed,
    patience,
    by: 'script',
  })
  const share = (count: number) => (100 * count) / Math.max(1, frames.probes)
  return {
    depth: reached,
    flingRate: passed / seconds,
    fling95: percentile(frames.intervals, 0.95) ?? 0,
    flingLong: frames.longTasks,
    flingBlank: share(frames.blank),
    flingWaiting: share(frames.waiting),
    flingElements: frames.elements,
  }
}
