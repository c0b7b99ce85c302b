import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'

const types: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'host.js': 'text/javascript; charset=utf-8',
  'host.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** What an app that takes care of itself lets its pages do; of the Lookbook it needs the script and the frame. */
const policy = (lookbook: string) =>
  `default-src 'none'; script-src 'self' ${lookbook}; style-src 'self'; img-src 'self'; frame-src ${lookbook}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'`

/** Serves the example app, with the one Lookbook that it may use. */
export async function servePickerHost(port: number, lookbook: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const name = new URL(url, 'http://host').pathname.slice(1) || 'index.html'
    const type = types[name]
    if (type === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy(lookbook) })
    response.end(readFileSync(new URL(name, import.meta.url)))
  })
  await new Promise<void>((resolve) => {
    server.listen(port, () => resolve())
  })
  return server
}

// By hand: PICKER_ORIGINS=http://localhost:4180 npm start, then node tests/picker-host/serve.ts.
if (import.meta.main) {
  const lookbook = process.argv[2] ?? 'http://localhost:4173'
  await servePickerHost(4180, lookbook)
  console.log(`The example is on http://localhost:4180/?lookbook=${lookbook}`)
}
