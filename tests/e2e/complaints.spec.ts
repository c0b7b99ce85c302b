import type { BrowserContext } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { originOf } from './servers.ts'

/** What a page may not do, and how the fixture of every test tells of it. */
const faults: Record<string, { plant: () => void; told: RegExp }> = {
  'an error on the console': {
    plant: () => console.error('planted'),
    told: /^console: planted/,
  },
  'an error that nobody caught': {
    plant: () => void Promise.reject(new Error('planted')),
    told: /^page: planted/,
  },
  'a text that is made a script': {
    plant: () => {
      try {
        document.createElement('script').textContent = 'window.planted = true'
      } catch {
        // The policy throws, and says so, too.
      }
    },
    told: /^console: .*TrustedScript/,
  },
  'a picture from elsewhere': {
    plant: () => void (new Image().src = 'https://evil.test/planted.webp'),
    told: /^console: csp enforce: img-src https:\/\/evil\.test/,
  },
  'a style in the page': {
    plant: () => document.body.setAttribute('style', 'color: red'),
    told: /^console: csp enforce: style-src-attr inline/,
  },
}

for (const [name, { plant, told }] of Object.entries(faults))
  test(`${name} fails a test, on its own page and on one it opens for another person`, async ({
    browser,
    context,
    complaints,
  }) => {
    const other = await browser.newContext()
    const contexts: BrowserContext[] = [context, other]
    for (const one of contexts) {
      const page = await one.newPage()
      await page.goto(`${originOf('demo')}/boards`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(complaints.found).toEqual([])
      await page.evaluate(plant)
      await expect.poll(() => complaints.found.some((line) => told.test(line))).toBe(true)
      await page.close()
      complaints.take()
    }
    await other.close()
  })
