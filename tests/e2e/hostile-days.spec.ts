import type { ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:http'
import { createSandbox } from '#sandbox/sandbox.ts'
import { expect, test, type Page } from './fixtures.ts'
import { openGrid, withoutWalk } from './gallery.ts'
import { canary } from './servers.ts'
import { startLookbook, type Lookbook } from './start-lookbook.ts'

/** What HeyGen does instead of answering. */
const days: Record<string, (response: ServerResponse) => void> = {
  'errors in JSON': (response) => {
    response.writeHead(500, { 'content-type': 'application/json' })
    response.end('{"error":{"code":"bad_day","message":"Not now."}}')
  },
  'a page of HTML': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Maintenance</title><h1>Be right back</h1>')
  },
  'an answer that breaks off': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"data":[{"id":"a"')
    response.destroy()
  },
  'too many requests': (response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '40' })
    response.end('{"error":{"code":"rate_limit_exceeded","message":"Slow down."}}')
  },
  'no answer at all': () => {},
}

const look = 'Maya_knit_stage_side'

/** `asks`: it shows what HeyGen says, and cannot do without. */
const views = [
  { address: '/', asks: true },
  { address: '/?view=people', asks: true },
  { address: `/looks/${look}`, asks: true },
  { address: `/create?look=${look}`, asks: true },
  { address: `/compare?ids=${look},Wei_tee_studio_front`, asks: true },
  { address: '/renders', asks: true },
  { address: '/catalogue', asks: false },
  { address: '/boards', asks: false },
  { address: '/pick', asks: false },
]

/** Milliseconds in which our server answers, whatever HeyGen does. */
const longest = 30_000

let answer: ((response: ServerResponse) => void) | null
let upstream: Server
let lookbook: Lookbook

test.beforeEach(async ({ page }) => {
  const sandbox = createSandbox()
  answer = null
  upstream = createServer((request, response) => {
    if (answer) return answer(response)
    void (async () => {
      const given = await sandbox.fetch(new Request(`http://sandbox${request.url ?? ''}`))
      response.writeHead(given.status, { 'content-type': 'application/json' })
      response.end(await given.text())
    })()
  })
  await new Promise<void>((resolve) => {
    upstream.listen(0, '127.0.0.1', resolve)
  })
  const address = upstream.address()
  const port = typeof address === 'object' && address ? address.port : 0
  lookbook = await startLookbook({ HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: `http://127.0.0.1:${port}` })
  await withoutWalk(page)
})
test.afterEach(async ({ page }) => {
  // What it still asks for would be refused.
  await page.goto('about:blank')
  await lookbook.stop()
  upstream.close()
  upstream.closeAllConnections()
})

/** Every answer of the API that is no JSON, or came too late. */
function watchApi(page: Page): string[] {
  const wrong: string[] = []
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/api/v3/')) return
    void (async () => {
      const response = await request.response()
      const type = response?.headers()['content-type'] ?? 'none'
      const { responseEnd } = request.timing()
      if (!type.startsWith('application/json') || responseEnd > longest)
        wrong.push(`${request.url()} ${type} ${Math.round(responseEnd)} ms`)
    })()
  })
  return wrong
}

for (const [name, fault] of Object.entries(days))
  test(`no view is blank, and each has a way on, while HeyGen gives ${name}`, async ({
    page,
    complaints,
  }) => {
    // A server that is left without an answer takes its time, nine times.
    test.setTimeout(300_000)
    complaints.expect(/status of (?:429|50\d) .*\/api\/v3\//)
    const wrong = watchApi(page)
    answer = fault
    for (const { address, asks } of views)
      await test.step(address, async () => {
        await page.goto(lookbook.origin + address)
        const place = page.getByRole('dialog').or(page.getByRole('main')).first()
        await expect(place).toContainText(/\w{3,}/, { useInnerText: true })
        const alert = page.getByRole('alert').filter({ visible: true }).first()
        const ways = page.getByRole('link').or(page.getByRole('button')).filter({ visible: true })
        if (asks) {
          await expect(alert).toContainText(/HeyGen|Lookbook/, {
            useInnerText: true,
            timeout: longest + 15_000,
          })
          await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
        } else await expect(ways.first()).toBeVisible()
      })
    expect(wrong).toEqual([])
    answer = null
    await expect(async () => {
      await openGrid(page, lookbook.origin)
    }).toPass({ timeout: 60_000 })
  })
