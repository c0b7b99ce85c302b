import { createHash } from 'node:crypto'

/**
 * Names the built page: its index names every script and sheet by its hash, so another build has another version. Settings
 * are no part of it, since what the server writes into the page is not in `html` yet.
 */
export const pageVersion = (html: string) =>
  createHash('sha256').update(html).digest('base64url').slice(0, 12)

/** On every answer of the API, so that a page of an older build hears of the new one. */
export const versionHeader = 'x-lookbook-version'
