import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Response } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cardsOf, chip, openGrid, panelOf } from './gallery.ts'
import { canary, environmentOf, originOf, projectFolder } from './servers.ts'
import { storedIn } from './stored-in.ts'
import { untilSaid } from './until-said.ts'
import type { SeenRequest } from './upstream.ts'

test.use({ baseURL: originOf('account') })

async function seenUpstream(): Promise<SeenRequest[]> {
  const response = await fetch(`${originOf('upstream')}/seen`)
  const seen: SeenRequest[] = await response.json()
  return seen.filter(({ key }) => key === canary)
}

async function textOf(response: Response): Promise<string> {
  const headers = await response.allHeaders()
  // A film that was left, or an answer without a body, has nothing to read.
  const body = await response.body().catch(() => Buffer.alloc(0))
  return [response.url(), JSON.stringify(headers), body.toString('latin1')].join('\n')
}

/** Collects all the browser is sent, as text. */
function collectAnswers(context: BrowserContext) {
  const answers: Promise<string>[] = []
  context.on('response', (response) => answers.push(textOf(response)))
  return () => Promise.all(answers)
}

test('an account over a real socket: browse, filter, open a look, and the key stays on the server', async ({
  page,
  context,
  complaints,
}) => {
  // The browser itself writes down every 400, also the one that tells the page which word this HeyGen knows.
  complaints.expect(/status of 400 .*avatar_type=digital_twin$/)
  const answers = collectAnswers(context)
  await openGrid(page)
  await expect(page.getByRole('banner')).toContainText(/Account|@|sandbox/i)
  await expect(
    cardsOf(page).first().getByRole('img').or(cardsOf(page).first().locator('img')),
  ).toHaveAttribute(
    'src',
    new RegExp(`^/pictures/\\d+\\?u=${encodeURIComponent(`${originOf('upstream')}/media/looks/`)}`),
  )

  // This HeyGen only knows `video_avatar`: the first word is refused, the second one is remembered.
  await chip(page, 'Video').click()
  await expect(page).toHaveURL('/?type=digital_twin')
  await expect(page.getByText('36 looks', { exact: true }).first()).toBeVisible()
  await chip(page, 'Public').click()
  await expect(cardsOf(page).first()).toBeVisible()
  const filtered = (await seenUpstream()).filter(({ target }) => target.includes('avatar_type='))
  expect(filtered.filter(({ target }) => target.includes('avatar_type=video_avatar')).length).toBeGreaterThan(
    1,
  )
  expect(filtered.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(1)

  await cardsOf(page).first().click()
  await expect(panelOf(page)).toContainText('Video avatar')
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeVisible()
  await page.waitForLoadState('networkidle')

  const sent = await answers()
  expect(sent.length).toBeGreaterThan(20)
  expect(sent.filter((text) => text.includes(canary))).toEqual([])
  // The catalogue is there by now, so that there is something to look through.
  await expect.poll(async () => (await storedIn(page)).length, { timeout: 30_000 }).toBeGreaterThan(10_000)
  const stored = await storedIn(page)
  expect(stored).not.toContain(canary)
  expect(stored).not.toContain(btoa(canary))
  expect(await page.content()).not.toContain(canary)
  expect((await seenUpstream()).every(({ method }) => method === 'GET')).toBe(true)
})

test('clips play from the media host', async ({ page }) => {
  await openGrid(page)
  const box = await cardsOf(page).first().boundingBox()
  if (!box) throw new Error('The first card is not in sight.')
  const asked = page.waitForRequest((request) => request.url().endsWith('.mp4'))
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  expect((await asked).url()).toContain(`${originOf('upstream')}/media/looks/`)
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('video')].some((video) => !video.paused && video.currentTime > 0),
      ),
    )
    .toBe(true)
})

test('what the server writes to its log and to the page holds no key, and it stops when told', async ({
  page,
}) => {
  const ledger = join(tmpdir(), `lookbook-${process.pid}-${Date.now()}.sqlite`)
  const server = spawn(process.execPath, ['src/server/node.ts'], {
    cwd: projectFolder,
    env: { ...process.env, ...environmentOf('account'), PORT: '0', LEDGER_FILE: ledger },
  })
  let log = ''
  const exited = new Promise<number | null>((resolve) => {
    server.on('exit', resolve)
  })
  server.stdout.on('data', (part: Buffer) => (log += part.toString()))
  server.stderr.on('data', (part: Buffer) => (log += part.toString()))
  try {
    const address = await untilSaid(server, /Lookbook on http:\/\/localhost:.*\n/)
    expect(address).toContain('account')
    const port = /localhost:(\d+)/.exec(address)?.[1]
    await openGrid(page, `http://localhost:${port}/`)
    await fetch(`http://localhost:${port}/api/v3/users/me?${canary}`, { headers: { 'x-api-key': canary } })
    await expect.poll(() => log).toContain('/api/v3/avatars/looks')
    await page.goto('about:blank')
  } finally {
    server.kill('SIGTERM')
  }
  expect(await exited).toBe(0)
  expect(log).not.toContain(canary)
})
