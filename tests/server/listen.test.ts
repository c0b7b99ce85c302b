import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHeygen } from '#heygen/client.ts'
import { createMediaGuard } from '#heygen/media-url.ts'
import { walkPages } from '#heygen/paging.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { openLedger } from '#server/ledger-file.ts'
import { close, listen } from '#server/listen.ts'
import type { LogLine } from '#server/log.ts'
import { createRuntime } from '#server/runtime.ts'
import { portOf, serve } from './fixtures.ts'

/** A real Lookbook on a port of its own. */
async function lookbook(env: Record<string, string>) {
  const { config, start } = createRuntime({ ...env, PORT: '0' }, '0.0.0', () => openLedger(':memory:'))
  const lines: LogLine[] = []
  const server = await listen(config, (listening) =>
    start(listening, { log: (line) => lines.push(line), files: async () => null }),
  )
  onTestFinished(() => close(server))
  return { server, config, lines, port: portOf(server), url: `http://127.0.0.1:${portOf(server)}` }
}

const key = 'sk_required_0f9e8d7c6b5a'

/** A HeyGen of an older day: only knows video_avatar, wants its key, and gives absolute media URLs. */
async function olderHeygen() {
  let sandbox = createSandbox()
  const seen: string[] = []
  const url = await serve((incoming, outgoing) => {
    if (incoming.headers['x-api-key'] !== key) {
      outgoing.writeHead(401).end('{"error":{"code":"unauthorized","message":"Who are you?"}}')
      return
    }
    seen.push(incoming.url ?? '')
    const answer = async () => {
      const response = await sandbox.fetch(new Request(`http://heygen.test${incoming.url}`))
      outgoing.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text())
    }
    void answer()
  })
  sandbox = createSandbox({ dialect: 'video_avatar', mediaBase: `${url}/media` })
  return { url, seen }
}

test('an account is browsed over real sockets: pages, filters, by id, media', async () => {
  const upstream = await olderHeygen()
  const { url, config, seen } = {
    ...(await lookbook({ HEYGEN_BASE_URL: upstream.url, HEYGEN_API_KEY: key, MEDIA_HOSTS: upstream.url })),
    seen: upstream.seen,
  }
  const heygen = createHeygen({
    baseUrl: `${url}/api`,
    headers: () => ({ 'x-lookbook': '1' }),
    media: createMediaGuard(url, config.mediaHosts),
  })

  const looks = []
  for await (const page of walkPages((token) => heygen.listLooks({ limit: 50, token })))
    looks.push(...page.items)
  expect(looks.length).toBeGreaterThanOrEqual(100)
  expect(new Set(looks.map(({ id }) => id)).size).toBe(looks.length)

  const twins = []
  for await (const page of walkPages((token) =>
    heygen.listLooks({ avatar_type: 'digital_twin', limit: 50, token }),
  ))
    twins.push(...page.items)
  expect(twins.length).toBeGreaterThan(0)
  expect(twins.length).toBe(looks.filter(({ avatar_type }) => avatar_type === 'digital_twin').length)
  // Asked for the newer name once, and never again.
  expect(seen.filter((path) => path.includes('digital_twin'))).toHaveLength(1)

  const [first] = looks
  expect(first).toBeDefined()
  expect((await heygen.getLook(first?.id ?? '')).name).toBe(first?.name)
  expect((await heygen.getGroup(first?.group_id ?? '')).id).toBe(first?.group_id)
  const pictured = looks.find((look) => look.preview_image_url !== null && look.preview_video_url !== null)
  expect(pictured?.preview_image_url).toMatch(new RegExp(`^${upstream.url}/media/`))
  expect((await heygen.getAccount()).username).toBe('sandbox')
  const voices = await heygen.listVoices({ type: 'private' })
  expect(voices.items.length).toBeGreaterThan(0)

  await expect(heygen.getLook('nobody')).rejects.toMatchObject({ status: 404, code: 'avatar_not_found' })
  await expect(heygen.listLooks({ limit: 51 })).rejects.toMatchObject({ status: 400, param: 'limit' })
})

test('a wrong key is told apart from our own question for a token', async () => {
  const upstream = await olderHeygen()
  const env = {
    HEYGEN_BASE_URL: upstream.url,
    HEYGEN_API_KEY: 'sk_wrong_key',
    LOOKBOOK_ACCESS_TOKEN: 'Zk3qv8WcR1x_Yt7LmN0bQa',
  }
  const { url } = await lookbook(env)
  const ask = (headers: Record<string, string>) =>
    createHeygen({ baseUrl: `${url}/api`, headers: () => ({ 'x-lookbook': '1', ...headers }) }).getAccount()
  await expect(ask({})).rejects.toMatchObject({ status: 401, code: 'access_token_required' })
  await expect(ask({ 'x-lookbook-token': 'Zk3qv8WcR1x_Yt7LmN0bQa' })).rejects.toMatchObject({
    status: 401,
    code: 'heygen_unauthorized',
  })
})

test('the sandbox answers through the same pipeline', async () => {
  const { url, lines } = await lookbook({ SANDBOX_LOOKS: '150' })
  const heygen = createHeygen({ baseUrl: `${url}/api`, headers: () => ({ 'x-lookbook': '1' }) })
  expect((await heygen.listLooks({})).items[0]?.preview_image_url).toMatch(/^\/sandbox\//)
  expect(lines).toMatchObject([{ route: '/api/v3/avatars/looks', status: 200, attempts: 1 }])
})

test('the faults of the sandbox are met by the retries', async () => {
  const { url } = await lookbook({ SANDBOX_FAULTS: 'reset:0.2,html:0.05,500:0.1' })
  const heygen = createHeygen({ baseUrl: `${url}/api`, headers: () => ({ 'x-lookbook': '1' }) })
  let good = 0
  for (let limit = 1; limit <= 3; limit++)
    if (await heygen.listLooks({ limit }).then(Boolean, () => false)) good += 1
  expect(good).toBeGreaterThanOrEqual(2)
}, 60_000)

/** Writes bytes and reads what comes back until the connection ends. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}

test.each([
  [
    'a second Host',
    'GET /api/v3/users/me HTTP/1.1\r\nHost: localhost:PORT\r\nHost: localhost:PORT\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 4(?:00|21) /,
  ],
  [
    'another Host',
    'GET /api/v3/users/me HTTP/1.1\r\nHost: evil.example\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 421 /,
  ],
  ['no Host', 'GET /api/v3/users/me HTTP/1.0\r\nX-Lookbook: 1', /^HTTP\/1\.1 4(?:00|21) /],
  [
    'a whole URL',
    'GET http://localhost:PORT/api/v3/users/me HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a URL elsewhere',
    'GET http://api.heygen.com/v3/users/me HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 4(?:00|21) /,
  ],
  [
    'an encoded traversal',
    'GET /api/v3/avatars/..%2f..%2fusers%2fme HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a plain traversal',
    'GET /api/v3/avatars/../users/me HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a backslash',
    'GET /api/v3/avatars\\..\\users HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1',
    /^HTTP\/1\.1 400 /,
  ],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1', /^HTTP\/1\.1 400 /],
  ['TRACE', 'TRACE /api/v3/users/me HTTP/1.1\r\nHost: localhost:PORT\r\nX-Lookbook: 1', /^HTTP\/1\.1 403 /],
  [
    'a forged form',
    'POST /api/v3/videos HTTP/1.1\r\nHost: localhost:PORT\r\nOrigin: http://evil.example\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}',
    /^HTTP\/1\.1 403 /,
  ],
  [
    'a length beside chunks',
    'POST /api/v3/videos HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost:PORT',
    /^HTTP\/1\.1 400 (?!.*HTTP\/1\.1)/s,
  ],
  [
    'two lengths',
    'POST /api/v3/videos HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}GET /healthz HTTP/1.1\r\nHost: localhost:PORT',
    /^HTTP\/1\.1 400 (?!.*HTTP\/1\.1)/s,
  ],
  [
    'a huge header',
    `GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX-A: ${'a'.repeat(20_000)}`,
    /^HTTP\/1\.1 431 /,
  ],
])('%s is refused at the socket', async (_, head, status) => {
  const { port, lines } = await lookbook({})
  const answer = await exchange(port, `${head.replaceAll('PORT', String(port))}\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(status)
  expect(answer).not.toMatch(
    /sandbox@|"username"|^(?:server|set-cookie|access-control-[a-z-]+|x-powered-by):/im,
  )
  expect(lines.every(({ status: told }) => told >= 400)).toBe(true)
})

test('refusals before the gate carry the headers too', async () => {
  const { port } = await lookbook({})
  const answer = await exchange(
    port,
    `GET /a\\b HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toMatch(/content-security-policy: default-src 'none'/i)
  expect(answer).toMatch(/x-request-id: /i)
})

test('an untrusted peer with forwarding headers is sent away, a trusted one is not', async () => {
  const open = await lookbook({})
  const headers = { 'x-forwarded-for': '1.2.3.4' }
  expect((await fetch(`${open.url}/healthz`, { headers })).status).toBe(421)
  const proxied = await lookbook({ TRUSTED_PROXY: '127.0.0.1' })
  expect((await fetch(`${proxied.url}/healthz`, { headers })).status).toBe(200)
})

test('a client that leaves is logged as such', async () => {
  let asked = false
  const silent = await serve(() => {
    asked = true
  })
  const { port, lines } = await lookbook({ HEYGEN_BASE_URL: silent, HEYGEN_API_KEY: key })
  const leaver = httpRequest({
    port,
    path: '/api/v3/users/me',
    headers: { host: `localhost:${port}`, 'x-lookbook': '1' },
  })
  leaver.on('error', () => {})
  leaver.end()
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(true)
  leaver.destroy()
  await expect
    .poll(() => lines, { timeout: 10_000 })
    .toMatchObject([{ route: '/api/v3/users/me', status: 499, code: 'client_closed' }])
})

test('closing takes less than two seconds, with connections open and a request running', async () => {
  const silent = await serve(() => {})
  const { server, port } = await lookbook({ HEYGEN_BASE_URL: silent, HEYGEN_API_KEY: key })
  await fetch(`http://127.0.0.1:${port}/healthz`).then((response) => response.text())
  const running = fetch(`http://127.0.0.1:${port}/api/v3/users/me`, { headers: { 'x-lookbook': '1' } }).catch(
    String,
  )
  await new Promise((resolve) => {
    setTimeout(resolve, 50)
  })
  const started = performance.now()
  await close(server)
  expect(performance.now() - started).toBeLessThan(2000)
  await running
})
