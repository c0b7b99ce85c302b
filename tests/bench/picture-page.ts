import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { launchBrowser } from './launch-browser.ts'

export interface Cell {
  src: string
  srcset?: string
}

export interface Measured {
  /** Of all pictures as they travelled, bodies only. */
  bytes: number
  /** Milliseconds to decode them all, one after the other. */
  decode: number
  /** Bytes of memory of the page's process when all were drawn, and after the way back to the top. */
  memory: number
}

/** Memory that is this process's own plus its part of what it shares, which Linux alone tells. */
async function proportionalMemory(pid: number): Promise<number> {
  const facts = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(/^Pss:\s+(\d+) kB/m.exec(facts)?.[1]) * 1024
}

async function rendererMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  // There may be a spare one beside the page's, which is small.
  return Math.max(...(await Promise.all(renderers.map(({ id }) => proportionalMemory(id)))))
}

const html = (cells: readonly Cell[], width: number, columns: number) => `<!doctype html><style>
  body { margin: 0; display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 12px }
  span { height: ${Math.round(width * 1.25)}px; overflow: hidden; border-radius: 12px; background: #888 }
  img { width: 100%; height: 100%; object-fit: cover; object-position: 50% 18% }
</style>${cells
  .map(
    ({ src, srcset }) =>
      `<span><img decoding="async" sizes="${width}px" src="${src}"${srcset ? ` srcset="${srcset}"` : ''}></span>`,
  )
  .join('')}`

/** Draws cells as the grid draws them, all 200 in one page of the server's own origin, in a browser of its own. */
export async function measurePage(
  origin: string,
  cells: readonly Cell[],
  { width, density }: { width: number; density: number },
): Promise<Measured> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: density,
    })
    const page = await context.newPage()
    await page.route(`${origin}/bench`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: html(cells, width, Math.floor(1440 / (width + 12))),
      }),
    )
    await page.goto(`${origin}/bench`, { waitUntil: 'load' })
    const broken = await page.evaluate(
      () => [...document.images].filter((image) => image.naturalWidth === 0).length,
    )
    if (broken > 0) throw new Error(`${broken} pictures did not load.`)

    // As a person does who looks at every one of them.
    await page.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
        scrollTo(0, top)
        for (let at = 0; at < 6; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      await new Promise((resolve) => setTimeout(resolve, 500))
    })
    const memory = await rendererMemory(browser)

    const { bytes, decode } = await page.evaluate(async () => {
      const bodies = []
      for (const { currentSrc } of document.images) bodies.push(await (await fetch(currentSrc)).blob())
      const started = performance.now()
      for (const body of bodies) (await createImageBitmap(body)).close()
      return {
        bytes: bodies.reduce((sum, { size }) => sum + size, 0),
        decode: performance.now() - started,
      }
    })
    return { bytes, decode, memory }
  } finally {
    await browser.close()
  }
}
