import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_MAX_VERSION, DEFAULT_MIN_VERSION } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { canary, portOf, upstreamOf } from './fixtures.ts'

/** Makes the certificate; where it is missing that test is left out. */
const openssl = 'openssl'
const hasOpenssl = spawnSync(openssl, ['version']).status === 0

test('HeyGen is spoken to by TLS 1.2 or 1.3', () => {
  expect([DEFAULT_MIN_VERSION, DEFAULT_MAX_VERSION]).toEqual(['TLSv1.2', 'TLSv1.3'])
})

test.skipIf(!hasOpenssl)(
  'a server whose certificate nobody vouches for gets no request, so no key',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lookbook-tls-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
    const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    execFileSync(openssl, ['req', '-x509', ...made, ...named, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    })

    let asked = 0
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
      asked += 1
      response.end('{"data":[]}')
    })
    server.on('tlsClientError', () => {})
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const upstream = upstreamOf({ baseUrl: `https://localhost:${portOf(server)}`, fetch })
    const { signal } = new AbortController()
    await expect(upstream.read('/v3/avatars', signal)).rejects.toMatchObject({ status: 502 })
    const write = { method: 'POST' as const, target: '/v3/videos', body: `{"script":"${canary}"}` }
    expect(await upstream.write(write)).not.toMatchObject({ kind: 'answer' })
    expect(asked).toBe(0)
  },
)
