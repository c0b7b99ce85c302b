import type { Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { soon } from './soon.ts'
import { median } from './statistics.ts'

declare global {
  interface Window {
    benchHover: Promise<number>
  }
}

/** Milliseconds after which the app no longer takes hovering for browsing through clips, which shortens its rest. */
const forgotten = 1700

function centresOf(count: number) {
  return window.bench
    .inView()
    .map((card) => card.getBoundingClientRect())
    .filter(({ top, height }) => top > 60 && top + height / 2 < window.innerHeight)
    .slice(0, count)
    .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 3 }))
}

/** Resolves with the milliseconds from the pointer's coming to the first frame of whatever video then starts. */
function armHover() {
  window.benchHover = new Promise((resolve) => {
    const over = (event: PointerEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-card]')) return
      window.removeEventListener('pointerover', over, true)
      const began = performance.now()
      const start = ({ target: video }: Event) => {
        if (!(video instanceof HTMLVideoElement)) return
        window.removeEventListener('loadstart', start, true)
        video.requestVideoFrameCallback(() => resolve(performance.now() - began))
      }
      window.addEventListener('loadstart', start, true)
    }
    window.addEventListener('pointerover', over, true)
  })
}

/** The median of several cards, each with a clip that was never played. */
export async function measureHover(page: Page, clips: number): Promise<Figures> {
  const times: number[] = []
  for (const { x, y } of await page.evaluate(centresOf, clips)) {
    await page.mouse.move(640, 4)
    await page.waitForTimeout(forgotten)
    await page.evaluate(armHover)
    await page.mouse.move(x, y)
    times.push(
      await soon(
        page.evaluate(() => window.benchHover),
        6000,
        'No clip has started.',
      ),
    )
  }
  await page.mouse.move(640, 4)
  const middle = median(times)
  return middle === null ? {} : { hoverFrame: middle }
}
