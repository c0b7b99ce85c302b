import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { cardsOf, gridOf, openGrid, panelOf } from './gallery.ts'
import { hostileTexts, lookId, serveHostileHeygen } from './hostile-heygen.ts'
import { boardId, demoBoard, keepBoard } from './kept-boards.ts'
import { canary, freePort, noSettings, projectFolder } from './servers.ts'
import { untilSaid } from './until-said.ts'

// A HeyGen, or whoever names looks there, tries to get into the page: what it sends is shown as text, or not at all.

let server: ChildProcess
let upstream: { stop: () => void }
let origin = ''

test.beforeAll(async () => {
  const [heygenPort, port] = [await freePort(), await freePort()]
  upstream = await serveHostileHeygen(heygenPort)
  origin = `http://127.0.0.1:${port}`
  server = spawn(process.execPath, ['src/server/node.ts'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      ...noSettings,
      HEYGEN_API_KEY: canary,
      HEYGEN_BASE_URL: `http://127.0.0.1:${heygenPort}`,
      PORT: String(port),
      PICTURE_CACHE_MB: '0',
      LEDGER_FILE: join(tmpdir(), `lookbook-hostile-${process.pid}-${port}.sqlite`),
    },
  })
  await untilSaid(server, /Lookbook on /)
})

test.beforeEach(({ complaints }) => {
  // A text that is no address with a host reads as a path of the app's own, which its gate refuses.
  complaints.expect(/status of 40[04] .*http:\/\/127\.0\.0\.1:/)
})

test.afterAll(() => {
  server.kill()
  upstream.stop()
})

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
/** As it can be looked for: a browser draws neither white space at the ends nor what JSON cannot carry. */
const wanted = hostileTexts.map(squeezed)

/** What has happened in the page that only its own code or a person should cause. */
async function watch(page: Page) {
  const dialogs: string[] = []
  const outside = new Set<string>()
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:') && new URL(request.url()).origin !== origin)
      outside.add(request.url())
  })
  page.on('popup', (popup) => outside.add(`popup ${popup.url()}`))
  await page.addInitScript(() => {
    Object.assign(window, {
      pwn: () => {
        Object.assign(window, { pwned: true })
      },
    })
  })
  return {
    /** Nothing ran, nothing left the house, and nothing stands in the page that could do either. */
    async expectNothing() {
      const found = await page.evaluate((own) => {
        const odd = [...document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes].flatMap(({ name, value }) => {
            if (name.startsWith('on')) return [`${element.tagName} ${name}`]
            if (
              !['href', 'src', 'action', 'formaction', 'data', 'poster', 'ping', 'xlink:href'].includes(name)
            )
              return []
            const url = URL.parse(value, location.href)
            return url && (url.origin === own || url.protocol === 'blob:')
              ? []
              : [`${element.tagName} ${name}=${value}`]
          }),
        )
        const strange = [
          ...document.querySelectorAll('iframe, object, embed, base, script:not([src^="/"]), math, style'),
        ]
        return {
          pwned: 'pwned' in window || 'pwned' in Object.prototype,
          odd,
          strange: strange.map(({ outerHTML }) => outerHTML.slice(0, 100)),
        }
      }, origin)
      // The one link out that the app has itself.
      const odd = found.odd.filter(
        (place) => !/^A href=https:\/\/(?:app|www|docs|developers)\.heygen\.com\//.test(place),
      )
      expect({ ...found, odd, dialogs, outside: [...outside] }).toEqual({
        pwned: false,
        odd: [],
        strange: [],
        dialogs: [],
        outside: [],
      })
    },
  }
}

const seenCards = async (page: Page) => squeezed((await gridOf(page).textContent()) ?? '')

/** All cards at once. */
const tall = { width: 1440, height: 12_000 }

test('hostile strings are text in the grid, among people and in every look', async ({ page }) => {
  test.setTimeout(150_000)
  await page.setViewportSize(tall)
  const watched = await watch(page)
  await openGrid(page, `${origin}/`)
  await expect(cardsOf(page)).toHaveCount(hostileTexts.length)
  const cards = await seenCards(page)
  expect(wanted.filter((text) => !cards.includes(text))).toEqual([])
  await watched.expectNothing()

  await page.setViewportSize({ width: 1440, height: 960 })
  await cardsOf(page).first().focus()
  await page.keyboard.press('Enter')
  for (const [at, text] of wanted.entries()) {
    await expect(page).toHaveURL(new RegExp(`/looks/${lookId(at)}$`))
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(text)
    await page.keyboard.press('ArrowRight')
  }
  await watched.expectNothing()

  await page.setViewportSize(tall)
  await openGrid(page, `${origin}/?view=people`)
  await expect(cardsOf(page)).toHaveCount(hostileTexts.length)
  const people = await seenCards(page)
  expect(wanted.filter((text) => !people.includes(text))).toEqual([])
  await watched.expectNothing()
})

test('hostile strings are text in the palette, the search and the filters', async ({ page }) => {
  const watched = await watch(page)
  await openGrid(page, `${origin}/`)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  for (const typed of ['script', 'onerror', 'evil', 'javascript:pwn()']) {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(typed)
    await expect(
      page
        .getByRole('option')
        .filter({ hasText: /pwn|evil/ })
        .first(),
    ).toBeVisible()
    await watched.expectNothing()
  }
  // What people type, and what a link brings, is no safer.
  for (const text of hostileTexts.filter((_, at) => at % 12 === 0)) {
    await page.goto(`${origin}/?q=${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''))}`)
    await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toBeVisible()
    await watched.expectNothing()
  }
})

test('hostile strings are text in the create dialog, with its voices', async ({ page }) => {
  const watched = await watch(page)
  for (const at of [0, 12, 39, 51, 66]) {
    await page.goto(`${origin}/create?look=${lookId(at)}`)
    const dialog = page.getByRole('dialog', { name: 'Create video' })
    await expect(dialog).toContainText(wanted[at] ?? '')
    await dialog.getByRole('button', { name: /voice/i }).first().click()
    await expect(page.getByText('onerror=pwn()').first()).toBeAttached()
    await watched.expectNothing()
  }
})

test('hostile strings are text on boards, in names, briefs and notes', async ({ page, baseURL }) => {
  expect(baseURL).not.toBe(origin)
  const watched = await watch(page)
  await page.goto(`${origin}/no/such/page`)
  const ids = hostileTexts.map((_, at) => lookId(at))
  const by = 'ann1ann1aa'
  const [name = '', brief = ''] = [hostileTexts[11], hostileTexts[0]]
  const board = demoBoard(ids, by, [
    ['name', name],
    ['brief', brief],
    [`who:${by}`, brief],
    ...ids.map((id, at): [string, string] => [`note:${by}:${id}`, hostileTexts[at] ?? '']),
  ])
  await keepBoard(page, board, origin)
  await page.setViewportSize(tall)
  await page.goto(`${origin}/boards`)
  await expect(page.getByText(name).first()).toBeVisible()
  await watched.expectNothing()
  await page.goto(`${origin}/boards/${boardId}`)
  await expect(page.getByText(brief).first()).toBeVisible()
  await expect(page.getByText(wanted[49] ?? '').first()).toBeVisible()
  await watched.expectNothing()
  await page.goto(`${origin}/boards/${boardId}/review`)
  await expect(page.getByRole('listbox', { name: 'Looks of the board' })).toBeVisible()
  await watched.expectNothing()
})

test('hostile errors are text', async ({ page }) => {
  const watched = await watch(page)
  for (const [at] of hostileTexts.entries()) {
    if (at % 9 !== 0) continue
    await page.goto(`${origin}/looks/error-${at}`)
    await expect(page.getByText(/HeyGen|look/).first()).toBeVisible()
    await watched.expectNothing()
  }
})

test('what is watched for is found where it is', async ({ page, complaints }) => {
  complaints.expect(/./)
  const watched = await watch(page)
  await page.goto('about:blank')
  await page.setContent('<p>fine</p>')
  await watched.expectNothing()
  for (const text of [
    '<img src=x onerror=pwn()>',
    '<a href="javascript:pwn()">x</a>',
    '<iframe></iframe>',
    '<img src="https://evil.example/p.png">',
  ]) {
    await page.setContent(text)
    await expect(watched.expectNothing()).rejects.toThrow()
  }
  expect(await page.evaluate(() => 'pwned' in window)).toBe(true)
})
