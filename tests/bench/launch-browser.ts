import { chromium, type Browser } from '@playwright/test'
import { findBrowser, usualPlaces } from '../e2e/find-browser.ts'

/** The browser that the end-to-end tests run in. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser(usualPlaces())
  return chromium.launch({
    ...(path === null ? {} : { executablePath: path }),
    env: { ...process.env, ...env },
    // A page that Playwright made up counts as one from elsewhere, which may not load from this machine.
    args: ['--disable-features=LocalNetworkAccessChecks'],
  })
}
