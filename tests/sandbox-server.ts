import { http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach } from 'vitest'
import type { SandboxOptions } from '#sandbox/options.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

/** Answers every request below `/api`, whatever the origin, from a sandbox of its own. */
export function sandboxHandler(options?: SandboxOptions) {
  const sandbox = createSandbox(options)
  return http.all('*/api/*', async ({ request }) => {
    const url = new URL(request.url)
    url.pathname = url.pathname.replace(/^.*?\/api/, '')
    // Field by field: jsdom's Request reads nothing but defaults from another kind of Request.
    const { method, headers } = request
    const body = request.body ? await request.text() : null
    return sandbox.fetch(new Request(url, { method, headers, body }))
  })
}

/** Override it inside a test: `server.use(sandboxHandler({ looks: 30 }))`, or any handler of msw. */
export const server = setupServer(sandboxHandler())

/** Serves the sandbox to the tests of a file, or of a project from its setup file. Any other request fails. */
export function serveSandbox(): void {
  // At once and not in beforeAll: a client that is made while modules load keeps the fetch it finds.
  server.listen({ onUnhandledFrame: 'error' })
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
}
