import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import { createSandbox } from './sandbox.ts'

/**
 * Answers every request below `apiBase` (`/api`, or a whole URL) in the page itself, for a demo that has no server.
 * Resolves when requests may be sent; all others pass untouched. Needs `mockServiceWorker.js` at the base URL.
 */
export async function startSandbox(apiBase: string): Promise<void> {
  const base = new URL(apiBase.replace(/\/$/, ''), location.href)
  const media = new URL(`${import.meta.env.BASE_URL}sandbox`, location.href)
  const sandbox = createSandbox({ mediaBase: media.pathname })
  const worker = setupWorker(
    http.all(`${base.href}/*`, async ({ request }) => {
      const url = new URL(request.url)
      url.pathname = url.pathname.slice(base.pathname.length)
      const { method, headers } = request
      // Read whole: not every browser gives a request's body on as a stream.
      const body = method === 'POST' ? await request.text() : null
      return sandbox.fetch(new Request(url, { method, headers, body }))
    }),
    // The other files are there; captions hold the script, so the sandbox writes them.
    http.get(`${media.href}/captions/*`, ({ request }) => sandbox.fetch(request)),
  )
  await worker.start({
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
    onUnhandledFrame: 'bypass',
    quiet: true,
  })
}
