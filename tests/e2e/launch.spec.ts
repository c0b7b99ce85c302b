import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { environmentOf, projectFolder } from './servers.ts'
import { untilSaid } from './until-said.ts'

// With a real key on loopback, only who came by the address that the server printed can spend.

let server: ChildProcess
let printed = ''
let log = ''

test.beforeAll(async () => {
  // A worker that has run one test of this file before has its server's address still.
  log = ''
  const ledger = join(tmpdir(), `lookbook-launch-${process.pid}-${Date.now()}.sqlite`)
  server = spawn(process.execPath, ['src/server/node.ts'], {
    cwd: projectFolder,
    env: { ...process.env, ...environmentOf('account'), PORT: '0', LEDGER_FILE: ledger },
  })
  server.stdout?.on('data', (part: Buffer) => (log += part.toString()))
  printed = (await untilSaid(server, /http:\/\/\S+#launch=[\w-]{22,}\s/)).trim()
})

test.afterAll(() => {
  server.kill()
})

const origin = () => printed.replace(/\/#.*/, '')
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Create video' })

async function openDialog(page: Page) {
  await page.goto(`${origin()}/create?look=Wei_tee_studio_front`)
  await dialogOf(page).getByRole('textbox', { name: 'Script' }).fill('Hello.')
}

test('without the token nothing is spent, and the page says what to do', async ({ page, complaints }) => {
  complaints.expect(/status of 403/)
  await openDialog(page)
  const button = dialogOf(page).getByRole('button', { name: /^Create video/ })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(dialogOf(page).getByText(/by the address its server printed/)).toBeVisible()
  // The server does not take the page's word for it.
  const status = await page.evaluate(async () => {
    const answer = await fetch('/api/v3/videos', {
      method: 'POST',
      headers: { 'x-lookbook': '1', 'content-type': 'application/json', 'idempotency-key': 'k-1' },
      body: JSON.stringify({ type: 'avatar', avatar_id: 'Wei_tee_studio_front', script: 'Hello.' }),
    })
    return answer.status
  })
  expect(status).toBe(403)
})

test('by the printed address it is, and the token stays out of the address and the log', async ({ page }) => {
  const token = /#launch=([\w-]+)/.exec(printed)?.[1] ?? ''
  await page.goto(printed)
  await expect.poll(() => page.url()).not.toContain('launch')
  await openDialog(page)
  await dialogOf(page)
    .getByRole('button', { name: /^Create video/ })
    .click()
  await expect(dialogOf(page).getByText('HeyGen is making your video')).toBeVisible()
  await page.reload()
  expect(
    await page.evaluate(() => JSON.stringify(localStorage) + document.documentElement.outerHTML),
  ).not.toContain(token)
  expect(log.split(token)).toHaveLength(2)
})
