import { chromium, type CDPSession, type Page } from '@playwright/test'
import type { Figures } from './figures.ts'
import { installFrames } from './frames.ts'
import { measureBack } from './measure-back.ts'
import { measureFilter } from './measure-filter.ts'
import { measureFling } from './measure-fling.ts'
import { readHeap, readMemory } from './measure-heap.ts'
import { measureHover } from './measure-hover.ts'
import { measureLoad } from './measure-load.ts'
import { measureScroll } from './measure-scroll.ts'
import type { Options, Stage } from './options.ts'
import { installProbe } from './probe.ts'
import { selectors } from './targets.ts'

interface Visit {
  address: string
  looks: number
  cpu: number
  stages: readonly Stage[]
  options: Pick<Options, 'scrollLooks' | 'clips'>
  /** Seconds the fling may take, and seconds of rest before anything but loading is measured. */
  flingSeconds: number
  rest?: number
}

export interface Visited {
  figures: Figures
  /** A sentence for each stage that failed; the others count all the same. */
  failures: string[]
}

const size = { width: 1280, height: 800 }
/** Looks that have come before anything is scrolled. */
const firstPage = 50

/** A browser of its own, so that nothing is warm. */
export async function openBrowser() {
  const executablePath = process.env['CHROMIUM_PATH']
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A wheel event moves the page at once: its speed is the speed that was asked for.
      '--disable-smooth-scrolling',
    ],
  })
}

interface Session {
  page: Page
  cdp: CDPSession
  browser: CDPSession
}

async function measure({ page, cdp, browser }: Session, visit: Visit): Promise<Visited> {
  const { looks, cpu, options, flingSeconds, rest = 0 } = visit
  const figures: Figures = {}
  const failures: string[] = []
  async function stage(name: Stage, take: () => Promise<Figures>) {
    if (!visit.stages.includes(name)) return
    try {
      Object.assign(figures, await take())
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }

  // Without a first card there is nothing to measure: this one may throw.
  const load = await measureLoad(page, cpu)
  await stage('load', async () => load)
  await page.waitForTimeout(rest * 1000)
  await stage('heap', async () => ({ heapStart: await readHeap(cdp) }))
  await stage('hover', () => measureHover(page, options.clips))
  await stage('filter', () => measureFilter(page))
  await stage('scroll', async () => {
    const scrolled = await measureScroll(page, cdp, Math.min(options.scrollLooks, looks))
    const memory = await readMemory(browser)
    return memory === null ? scrolled : { ...scrolled, memory }
  })
  await stage('back', () => measureBack(page))
  await stage('fling', () => measureFling(page, cdp, looks, flingSeconds))
  await stage('heap', async () => {
    // What came last is drawn, and what it replaced is let go of.
    await page.waitForTimeout(700)
    const heapDepth = await readHeap(cdp)
    const more = (figures.depth ?? 0) - firstPage
    const growth = heapDepth - (figures.heapStart ?? heapDepth)
    return { heapDepth, ...(more > 0 ? { heapPerLook: (growth * 1024) / more } : {}) }
  })
  return { figures, failures }
}

/** One page load in a new browser, and every stage in it, one after the other. */
export async function visitPage(visit: Visit): Promise<Visited> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: size })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    if (visit.cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: visit.cpu })
    await page.addInitScript(installProbe, { card: selectors.card, detail: selectors.detail })
    await page.addInitScript(installFrames, { card: selectors.card, waiting: selectors.waiting })
    await page.goto(visit.address, { waitUntil: 'commit' })
    return await measure({ page, cdp, browser: await browser.newBrowserCDPSession() }, visit)
  } finally {
    await browser.close()
  }
}
