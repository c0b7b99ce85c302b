import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'
import type { Frames } from './frames.ts'

export interface Journey {
  /** How far, in looks from the first. */
  looks: number
  /** CSS pixels a second. */
  speed: number
  /** Seconds after which it ends, wherever it is. */
  patience: number
  /** By the wheel, or by moving the page in every frame: a wheel that hits the loaded end stalls there. */
  by: 'wheel' | 'script'
}

export interface Travel {
  frames: Frames
  /** Looks that went by, and the last one in the window. */
  passed: number
  reached: number
  seconds: number
  /** Totals of the browser's own counters, in milliseconds on the clock: whoever else wants the processor is in them. */
  script: number
  main: number
  /** The same of `main`, on the thread's own clock. */
  cpu: number
  style: number
  /** DOM nodes, those that wait for the collector among them. */
  nodes: number
}

type Counters = Map<string, number>

async function readCounters(cdp: CDPSession): Promise<Counters> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** Columns and the distance of two rows, from the cards in the window. */
function measureGrid() {
  const boxes = window.bench.inView().map((card) => card.getBoundingClientRect())
  const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))]
  const [first = 0, second = 0] = tops
  return { columns: boxes.filter(({ top }) => Math.round(top) === first).length, pitch: second - first }
}

/** Wheel events at a constant speed, never more than three unanswered, until told to stop. */
async function turnWheel(cdp: CDPSession, speed: number, isOver: () => boolean) {
  const began = performance.now()
  let sent = 0
  let unanswered = 0
  while (!isOver()) {
    const due = ((performance.now() - began) / 1000) * speed
    if (unanswered < 3 && due - sent >= 1) {
      // What the page could not take in time is not made up for: the speed stays the speed.
      const deltaY = Math.round(Math.min(due - sent, speed * 0.064))
      sent = due
      unanswered += 1
      const answered = () => (unanswered -= 1)
      cdp
        .send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 640, y: 400, deltaX: 0, deltaY })
        .then(answered, answered)
    }
    await sleep(12)
  }
}

/** Goes down the grid and tells what it cost. */
export async function travel(page: Page, cdp: CDPSession, journey: Journey): Promise<Travel> {
  const { columns, pitch } = await page.evaluate(measureGrid)
  if (pitch <= 0) throw new Error('The window shows no two rows.')
  const goal = Math.ceil(journey.looks / columns) * pitch - 800
  const before = await readCounters(cdp)
  const from = await page.evaluate(() => {
    window.benchFrames.start()
    return window.scrollY
  })
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let at = from
  const isOver = () => at >= goal || seconds() > journey.patience
  if (journey.by === 'script') await page.evaluate((speed) => window.benchFrames.drive(speed), journey.speed)
  const wheel = journey.by === 'wheel' ? turnWheel(cdp, journey.speed, isOver) : null
  let nodes = 0
  while (!isOver()) {
    await sleep(200)
    at = await page.evaluate(() => window.scrollY)
    nodes = Math.max(nodes, (await readCounters(cdp)).get('Nodes') ?? 0)
  }
  await wheel
  const took = seconds()
  if (at - from < (goal - from) / 4 && journey.by === 'wheel')
    throw new Error(`The page stayed at ${Math.round(at)} px.`)
  const frames = await page.evaluate(() => window.benchFrames.stop())
  const after = await readCounters(cdp)
  const spent = (name: string) => 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))
  return {
    frames,
    passed: ((at - from) / pitch) * columns,
    reached: Math.round((at + 800) / pitch) * columns,
    seconds: took,
    script: spent('ScriptDuration'),
    main: spent('TaskDuration'),
    cpu: spent('ThreadTime'),
    style: spent('RecalcStyleDuration') + spent('LayoutDuration'),
    nodes,
  }
}
