import { createServer, type Server } from 'node:http'
import { chromium } from '@playwright/test'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf } from './gallery.ts'
import { attackedKey, originOf, portOf } from './servers.ts'
import type { SeenRequest } from './upstream.ts'

// A page on another origin tries what security.md lists against a Lookbook with an account.
test.describe.configure({ mode: 'serial' })

const target = originOf('attacked')
const listing = `${target}/api/v3/avatars/looks?limit=1`

/** Requests of the attacked server that got as far as HeyGen. */
async function reached(): Promise<number> {
  const response = await fetch(`${originOf('upstream')}/seen`)
  const seen: SeenRequest[] = await response.json()
  return seen.filter(({ key }) => key === attackedKey).length
}

let attacker: Server
let evil = ''
/** Null: what is done is no attack. */
let before: number | null = 0

test.beforeAll(async () => {
  attacker = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>evil</title><p>evil</p>')
  })
  await new Promise<void>((resolve) => {
    attacker.listen(0, '127.0.0.1', resolve)
  })
  const address = attacker.address()
  // Another host too: to a browser localhost and 127.0.0.1 are different sites.
  evil = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
})

test.afterAll(() => {
  attacker.closeAllConnections()
  attacker.close()
})

test.beforeEach(async ({ page, complaints }) => {
  // Every attack ends in an error of the attacker's own page.
  complaints.expect(/./)
  before = await reached()
  await page.goto(evil)
})

test.afterEach(async () => {
  if (before !== null) expect(await reached()).toBe(before)
})

interface Asking {
  method?: 'POST'
  mode?: 'no-cors'
  credentials?: 'omit' | 'include'
  headers?: Record<string, string>
  body?: string
}

/** What a fetch from the page comes to. */
const attempt = (page: Page, url: string, init: Asking) =>
  page.evaluate(
    async ([address, options]) => {
      try {
        const response = await fetch(address, options)
        return { type: response.type, status: response.status, text: await response.text() }
      } catch (error) {
        return { type: 'failed', status: 0, text: error instanceof Error ? error.name : '' }
      }
    },
    [url, init] as const,
  )

for (const credentials of ['omit', 'include'] as const)
  test(`fetch with credentials: ${credentials} reads nothing`, async ({ page }) => {
    expect(await attempt(page, listing, { credentials })).toEqual({
      type: 'failed',
      status: 0,
      text: 'TypeError',
    })
  })

test('fetch without CORS gets an answer it cannot see into', async ({ page }) => {
  const answer = await attempt(page, listing, { mode: 'no-cors', credentials: 'include' })
  expect(answer.status).toBe(0)
  expect(answer.text).not.toContain('data')
})

test('the header the API wants fails at the preflight', async ({ page }) => {
  const answer = await attempt(page, listing, { headers: { 'x-lookbook': '1' } })
  expect(answer.type).toBe('failed')
  const json = await attempt(page, `${target}/api/v3/videos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(json.type).toBe('failed')
})

test('the preflight itself is refused and names no origin', async () => {
  const preflight = await fetch(listing, {
    method: 'OPTIONS',
    headers: {
      origin: evil,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-lookbook',
    },
  })
  expect(preflight.status).toBe(403)
  expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

for (const [name, path] of [
  ['a listing', '/api/v3/avatars/looks'],
  ['a video', '/api/v3/videos'],
] as const)
  test(`a text/plain form cannot post to ${name}`, async ({ page }) => {
    await page.evaluate((action) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.enctype = 'text/plain'
      form.action = action
      const field = document.createElement('input')
      field.name = '{"title":"x","a":"'
      field.value = '"}'
      form.append(field)
      document.body.append(form)
    }, target + path)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().isNavigationRequest()),
      page.evaluate(() => document.forms[0]?.submit()),
    ])
    expect(answer.request().method()).toBe('POST')
    expect(answer.status()).toBe(403)
  })

test('a link to the API shows nothing of the account', async ({ page }) => {
  const answer = await page.goto(listing)
  expect(answer?.status()).toBe(403)
  await expect(page.locator('body')).not.toContainText('has_more')
})

test('an image or a script from the API does not load', async ({ page }) => {
  const events = await page.evaluate(
    (url) =>
      Promise.all(
        ['img', 'script', 'link'].map(
          (name) =>
            new Promise<string>((resolve) => {
              const element = document.createElement(name)
              element.addEventListener('load', () => resolve(`${name} loaded`))
              element.addEventListener('error', () => resolve(`${name} refused`))
              if (element instanceof HTMLLinkElement) {
                element.rel = 'stylesheet'
                element.href = url
              } else element.setAttribute('src', url)
              document.body.append(element)
            }),
        ),
      ),
    listing,
  )
  expect(events).toEqual(['img refused', 'script refused', 'link refused'])
})

test('the app cannot be framed', async ({ page }) => {
  await page.evaluate((url) => {
    const frame = document.createElement('iframe')
    frame.src = url
    document.body.append(frame)
  }, target)
  await page.waitForLoadState('networkidle')
  await expect(page.frameLocator('iframe').getByRole('grid')).toHaveCount(0)
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${target}/`)
})

test('a window it opens cannot be reached from it', async ({ page, context }) => {
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((url) => {
      const opened = window.open(url)
      Object.assign(window, { opened })
    }, `${target}/no/such/page`),
  ])
  await expect(popup.getByRole('heading', { level: 1 })).toBeVisible()
  // The app that was opened asks for its own account, as always; from here on nothing more.
  await popup.waitForLoadState('networkidle')
  before = await reached()
  const seen = await page.evaluate(() => {
    const opened: unknown = Reflect.get(window, 'opened')
    if (!(opened instanceof Object) || !('closed' in opened) || !('postMessage' in opened)) return 'nothing'
    if (typeof opened.postMessage === 'function') opened.postMessage({ type: 'lookbook' }, '*')
    return `closed: ${String(opened.closed)}`
  })
  // Cross-Origin-Opener-Policy cuts the two apart: to its opener the window is closed.
  expect(['nothing', 'closed: true']).toContain(seen)
  expect(await popup.evaluate(() => window.opener === null)).toBe(true)
  await expect(popup.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a name rebound to this machine is not served', async () => {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {}
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(args ?? []), '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  })
  try {
    const page = await browser.newPage()
    const rebound = `http://evil.test:${portOf('attacked')}`
    expect((await page.goto(`${rebound}/`))?.status()).toBe(421)
    // As the rebinding page itself would ask: same origin to the browser, with the header.
    const answer = await attempt(page, '/api/v3/avatars/looks?limit=1', { headers: { 'x-lookbook': '1' } })
    expect(answer.status).toBe(421)
    expect(answer.text).not.toContain('has_more')
  } finally {
    await browser.close()
  }
})

test('our own page does reach HeyGen, so the count above means something', async ({ page }) => {
  const asked = await reached()
  before = null
  await page.goto(target)
  await expect(cardsOf(page).first()).toBeVisible()
  await expect.poll(reached).toBeGreaterThan(asked)
})
