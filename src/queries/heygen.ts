import { createHeygen, type HeygenSettings } from '#heygen/client.ts'
import { createMediaGuard } from '#heygen/media-url.ts'
import { access } from './access.ts'
import { freshness } from './freshness.ts'
import { launchToken } from './launch-token.ts'
import { pageConfig } from './page-config.ts'

/** Where the API is: this server's /api, or another proxy's address given when the page is built. */
const apiBase = new URL(import.meta.env.VITE_API_BASE ?? '/api', document.baseURI).href

function headers(): Record<string, string> {
  const launch = launchToken.read()
  return {
    'x-lookbook': '1',
    ...(launch ? { 'x-lookbook-launch': launch } : {}),
  }
}

declare global {
  /** What public/first-page.js has asked for already. */
  var lookbookFirstPage: { url: string; answer: Promise<Response> } | undefined
}

/** The answer that is on its way already, once. */
function takeFirstPage(url: RequestInfo | URL): Promise<Response> | undefined {
  const first = globalThis.lookbookFirstPage
  if (first?.url !== url) return undefined
  globalThis.lookbookFirstPage = undefined
  return first.answer
}

/** How the page asks, whichever client does. */
export const heygenSettings = {
  baseUrl: apiBase,
  headers,
  async fetch(input, init) {
    const answer = await (takeFirstPage(input) ?? fetch(input, init))
    freshness.hear(answer)
    access.hear(answer)
    return answer
  },
  media: createMediaGuard(document.baseURI, pageConfig.mediaHosts),
} satisfies HeygenSettings

/** The client every query of the page uses. */
export const heygen = createHeygen(heygenSettings)
