import { createHeygen } from '#heygen/client.ts'
import { createMediaGuard } from '#heygen/media-url.ts'
import { accessToken } from './access-token.ts'
import { pageConfig } from './page-config.ts'

/** Where the API is: this server's /api, or another proxy's address given when the page is built. */
const apiBase = new URL(import.meta.env.VITE_API_BASE ?? '/api', document.baseURI).href

/** The client every query of the page uses. */
export const heygen = createHeygen({
  baseUrl: apiBase,
  headers: () => {
    const token = accessToken.read()
    return token ? { 'x-lookbook': '1', 'x-lookbook-token': token } : { 'x-lookbook': '1' }
  },
  fetch: (input, init) => fetch(input, init),
  media: createMediaGuard(document.baseURI, pageConfig.mediaHosts),
})
