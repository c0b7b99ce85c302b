import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { findBrowser, systemBrowsers, type Places } from './find-browser.ts'

const nowhere: Places = { named: undefined, system: [], downloaded: async () => false }

test('a machine without a browser gets the one that ships in npm, and it starts', async () => {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { path, env } = await findBrowser(nowhere)
    const version = execFileSync(path ?? '', ['--version'], { env: { ...process.env, ...env } })
    expect(version.toString()).toMatch(/^Chromium \d+/)
  } else
    await expect(findBrowser(nowhere)).rejects.toThrow('install Chromium or Chrome, or set CHROMIUM_PATH')
})

test('CHROMIUM_PATH wins, and a path that is not there is named', async () => {
  const named = process.execPath
  expect(await findBrowser({ ...nowhere, named })).toEqual({ path: named, env: {} })
  await expect(findBrowser({ ...nowhere, named: '/no/such/browser' })).rejects.toThrow('/no/such/browser')
})

test("what does not start is passed over, down to Playwright's own", async () => {
  const places = { ...nowhere, system: ['/no/such/browser', '/bin/false'], downloaded: async () => true }
  expect(await findBrowser(places)).toEqual({ path: null, env: {} })
})

test('each system has its usual places', () => {
  expect(systemBrowsers('linux', {})).toContain('/usr/bin/chromium')
  expect(systemBrowsers('darwin', { HOME: '/home/me' })).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
  expect(systemBrowsers('win32', { PROGRAMFILES: 'C:/Program Files' })).toEqual([
    expect.stringMatching(/Chrome.Application.chrome\.exe$/),
  ])
})
