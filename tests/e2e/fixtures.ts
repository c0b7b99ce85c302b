import { test as base, expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test'

/** What went wrong in the pages of a test, and what of it the test asked for. */
class Complaints {
  readonly #found: string[] = []
  readonly #expected: RegExp[] = []

  /** From here on, errors that match are part of the test: text and address in one line. */
  expect(pattern: RegExp) {
    this.#expected.push(pattern)
  }

  add(line: string) {
    if (!this.#expected.some((pattern) => pattern.test(line))) this.#found.push(line)
  }

  addMessage(message: ConsoleMessage) {
    if (message.type() === 'error') this.add(`console: ${message.text()} ${message.location().url}`)
  }

  /** Listens to every page of a context, windows it opens later too. */
  async watch(context: BrowserContext) {
    context.on('console', (message) => this.addMessage(message))
    context.on('weberror', (error) => this.add(`page: ${error.error().message}`))
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { disposition, effectiveDirective, blockedURI } = event
        console.error(`csp ${disposition}: ${effectiveDirective} ${blockedURI}`)
      })
    })
  }

  get found(): readonly string[] {
    return this.#found
  }

  /** Gives what was found, and forgets it. */
  take(): string[] {
    return this.#found.splice(0)
  }
}

interface Fixtures {
  complaints: Complaints
}

/** A test fails on any console error, page error or CSP violation that it did not announce. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ browser, context }, use) => {
      const complaints = new Complaints()
      // The one look of the demo people whose picture is missing on purpose.
      complaints.expect(
        /status of 404 \(Not Found\) \S*(?:\/|%2F)sandbox(?:\/|%2F)looks(?:\/|%2F)gone\.webp$/,
      )
      await complaints.watch(context)
      // Those that a test opens for another person, too.
      const open = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const other = await open(options)
        await complaints.watch(other)
        return other
      }
      await use(complaints)
      browser.newContext = open
      expect(complaints.found).toEqual([])
    },
    { auto: true },
  ],
})

export { expect, type Page }
