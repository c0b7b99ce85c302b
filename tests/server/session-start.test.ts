import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#server/ledger-file.ts'
import { createRuntime } from '#server/runtime.ts'
import { canary, pageHeaders } from './fixtures.ts'

const token = 'Zk3qv8WcR1x_Yt7LmN0bQa'
const other = 'aQb0NmL7tY_x1RcW8vq3kZ'

function ledgerFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lookbook-session-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ledger.sqlite')
}

/** A process, but for the socket; no call of it reaches HeyGen. */
function start(env: Record<string, string>) {
  const runtime = createRuntime(
    { HEYGEN_API_KEY: canary, LOOKBOOK_ACCESS_TOKEN: token, ...env },
    '0.0.0',
    openLedger,
  )
  onTestFinished(() => runtime.close())
  const app = runtime.start(runtime.config, { files: () => null })
  const ordering = runtime.startSpending()
  const call = async (method: string, path: string, cookie = '', body?: unknown) =>
    app.request(`http://localhost:4173${path}`, {
      method,
      headers: {
        ...pageHeaders,
        origin: 'http://localhost:4173',
        'content-type': 'application/json',
        ...(cookie === '' ? {} : { cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const signIn = async () => {
    const answer = await call('POST', '/api/session', '', { access_token: token })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  // Beyond the gate there is nothing at this address.
  const isIn = async (cookie: string) => (await call('GET', '/api/v3/nothing', cookie)).status === 404
  return { runtime, ordering, signIn, isIn }
}

test('a restart signs nobody out', async () => {
  const env = { LEDGER_FILE: ledgerFile() }
  const first = start(env)
  const cookie = await first.signIn()
  expect(await first.isIn(cookie)).toBe(true)
  await first.runtime.close()
  const second = start(env)
  expect([await second.isIn(cookie), await second.isIn('')]).toEqual([true, false])
})

test('another access token ends all sessions', async () => {
  const env = { LEDGER_FILE: ledgerFile() }
  const first = start(env)
  const cookie = await first.signIn()
  await first.runtime.close()
  expect(await start({ ...env, LOOKBOOK_ACCESS_TOKEN: other }).isIn(cookie)).toBe(false)
})

test('without a ledger, and where nothing is ordered, sessions last as long as the process', async () => {
  const taken = ledgerFile()
  const holder = start({ LEDGER_FILE: taken })
  expect(holder.ordering).toBe(true)
  const without = start({ LEDGER_FILE: taken })
  expect(without.ordering).toBe(false)
  const readonly = start({ LEDGER_FILE: ledgerFile(), PUBLIC_READONLY: '1' })
  for (const { signIn, isIn } of [without, readonly]) {
    const cookie = await signIn()
    expect(await isIn(cookie)).toBe(true)
    expect(await holder.isIn(cookie)).toBe(false)
  }
})
