import type { CDPSession, Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { percentile } from './statistics.ts'
import { travel } from './travel.ts'

/** CSS pixels a second: as fast as a wheel that spins freely. */
const speed = 12_000

/** A fast scroll by the wheel: what it costs a look, and what is seen on the way. */
export async function measureScroll(page: Page, cdp: CDPSession, looks: number): Promise<Figures> {
  await page.mouse.move(640, 400)
  const { frames, passed, nodes, ...spent } = await travel(page, cdp, {
    looks,
    speed,
    patience: 60,
    by: 'wheel',
  })
  const perThousand = (total: number) => (1000 * total) / Math.max(1, passed)
  const share = (count: number) => (100 * count) / Math.max(1, frames.probes)
  return {
    scriptPerK: perThousand(spent.script),
    mainPerK: perThousand(spent.main),
    cpuPerK: perThousand(spent.cpu),
    stylePerK: perThousand(spent.style),
    frame95: percentile(frames.intervals, 0.95) ?? 0,
    frame99: percentile(frames.intervals, 0.99) ?? 0,
    longTasks: frames.longTasks,
    blank: share(frames.blank),
    waiting: share(frames.waiting),
    withoutPicture: share(frames.withoutPicture),
    elements: frames.elements,
    nodes,
  }
}
