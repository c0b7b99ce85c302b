// What the catalogue's index costs and how fast it answers, in the built app: `npm run bench:index` after a build.
import type { BrowserContext, Page } from '@playwright/test'
import { launchBrowser } from './launch-browser.ts'
import { startServer } from './start-server.ts'
import { percentile } from './statistics.ts'

interface Seen {
  /** Milliseconds since the page's start: a worker was made, it answered first, and rows came first. */
  made: number
  answered: number
  /** From a key's press to the rows of its answer. */
  keys: number[]
  longTasks: number[]
  progress: { state: string; looks: number; whole: boolean } | null
  at: number
}

declare global {
  var seen: Seen
}

/** In the page, before its own code: notes what goes to the worker and what comes from it. */
function watch() {
  globalThis.seen = { made: 0, answered: 0, keys: [], longTasks: [], progress: null, at: 0 }
  const { seen } = globalThis
  let pressed = 0
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true)
  new PerformanceObserver((list) => {
    // The page's own start is not the walk's.
    for (const { startTime, duration } of list.getEntries())
      if (seen.made > 0 && startTime > seen.made) seen.longTasks.push(Math.round(duration))
  }).observe({ type: 'longtask' })
  globalThis.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      seen.made ||= performance.now()
      this.addEventListener(
        'message',
        ({ data }: MessageEvent<{ kind: string; progress?: Seen['progress'] }>) => {
          const now = performance.now()
          if (data.kind === 'progress') {
            seen.progress = data.progress ?? null
            seen.at = now
          }
          if (data.kind === 'result') {
            seen.answered ||= now
            if (pressed > 0) seen.keys.push(now - pressed)
            pressed = 0
          }
        },
      )
    }
  }
}

const read = (page: Page) => page.evaluate(() => globalThis.seen)

async function whole(page: Page): Promise<Seen> {
  await page.waitForFunction(() => globalThis.seen.progress?.state === 'done', undefined, {
    timeout: 300_000,
  })
  return read(page)
}

/** Bytes of the worker's heap after a collection. */
async function workerHeap(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page)
  let bytes = Number.NaN
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const send = (id: number, method: string) =>
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    void send(1, 'HeapProfiler.collectGarbage').then(() => send(2, 'Runtime.getHeapUsage'))
  })
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result }: { id: number; result?: { usedSize?: number } } = JSON.parse(message)
    if (id === 2) bytes = result?.usedSize ?? Number.NaN
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  for (let turn = 0; turn < 100 && Number.isNaN(bytes); turn++) await page.waitForTimeout(100)
  return bytes
}

const ms = (value: number | null) => (value === null ? 'none' : `${Math.round(value)} ms`)
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

const typed = [
  'office',
  'maya kitchen',
  'red dress',
  'ofice sofa',
  'grey sweater 12',
  'woman in a',
  '-studio lobby',
]

async function figures(looks: number): Promise<Record<string, string>> {
  const server = await startServer(looks)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addInitScript(watch)
    const page = await context.newPage()
    await page.goto(server.origin)
    const cold = await whole(page)
    const heap = await workerHeap(context, page)
    const kept = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)

    const box = page.getByRole('searchbox')
    for (const text of typed) {
      await box.click()
      await box.fill('')
      await box.pressSequentially(text, { delay: 180 })
      await page.waitForTimeout(400)
    }
    const { keys } = await read(page)

    const warm: number[] = []
    for (let turn = 0; turn < 5; turn++) {
      const again = await context.newPage()
      await again.goto(`${server.origin}/?q=office`)
      await again.waitForFunction(() => globalThis.seen.answered > 0)
      const { made, answered } = await read(again)
      warm.push(answered - made)
      await again.close()
    }
    return {
      looks: looks.toLocaleString('en'),
      'known of them': String(cold.progress?.looks),
      'cold walk': ms(cold.at - cold.made),
      'longest main-thread task meanwhile':
        cold.longTasks.length > 0 ? ms(Math.max(...cold.longTasks)) : 'none over 50 ms',
      'warm start to first rows, median of 5': ms(percentile(warm, 0.5)),
      'warm start, best and worst': `${ms(Math.min(...warm))}, ${ms(Math.max(...warm))}`,
      'keystroke to rows, median': ms(percentile(keys, 0.5)),
      'keystroke to rows, p95': `${ms(percentile(keys, 0.95))} of ${keys.length}`,
      "worker's heap": mb(heap),
      'kept in the browser': mb(kept),
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

const sizes = process.argv.slice(2).map(Number)
for (const looks of sizes.length > 0 ? sizes : [25_000, 100_000])
  for (const [name, value] of Object.entries(await figures(looks)))
    process.stdout.write(`${name.padEnd(40)}${value}\n`)
