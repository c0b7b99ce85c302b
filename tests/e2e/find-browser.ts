import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { shippedBrowser } from './shipped-browser.ts'

export interface Browser {
  /** Path of the program; null for the one Playwright has downloaded. */
  path: string | null
  /** What its process needs in the environment. */
  env: Record<string, string>
}

/** Where systems keep Chromium and Chrome. */
export function systemBrowsers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin')
    return ['', env['HOME'] ?? '/var/empty'].flatMap((home) => [
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    ])
  if (platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => env[name])
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'))
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ]
}

/** Ubuntu's chromium-browser may be a script that only says which snap to install. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  // Chrome on Windows takes no --version: it would open a window.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function downloadedBrowser(): Promise<boolean> {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

export interface Places {
  /** CHROMIUM_PATH. */
  named: string | undefined
  system: string[]
  downloaded: () => Promise<boolean>
}

export const usualPlaces = (): Places => ({
  named: process.env['CHROMIUM_PATH'] || undefined,
  system: systemBrowsers(process.platform, process.env),
  downloaded: downloadedBrowser,
})

/** The first browser there is, the one that ships in npm last; throws a sentence where there is none. */
export async function findBrowser({ named, system, downloaded }: Places): Promise<Browser> {
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`)
    return { path: named, env: {} }
  }
  const path = system.find(starts)
  if (path !== undefined) return { path, env: {} }
  if (await downloaded()) return { path: null, env: {} }
  const shipped = await shippedBrowser()
  if (shipped) return shipped
  throw new Error('There is no Chromium here: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}
