import type { Page } from './fixtures.ts'

/** What axe looks at. */
export interface Scene {
  open: (page: Page) => Promise<unknown>
  /** What an open popup sets aside: the page around it is hidden meanwhile. */
  without?: string[]
}

export const popup = ['region', 'page-has-heading-one']
