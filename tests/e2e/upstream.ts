// HeyGen as far as the tests need it: the sandbox over a real socket. It wants a key, knows `video_avatar` only,
// and serves its media from its own origin. GET /seen tells what has come in.
import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createSandbox } from '#sandbox/sandbox.ts'
import { attackedKey, canary, originOf, portOf, projectFolder } from './servers.ts'

export interface SeenRequest {
  method: string
  /** Path and query. */
  target: string
  key: string
  status: number
}

const types: Record<string, string> = { webp: 'image/webp', mp4: 'video/mp4', mp3: 'audio/mpeg' }
const keys = new Set([canary, attackedKey])
const seen: SeenRequest[] = []

const sandbox = createSandbox({ dialect: 'video_avatar', mediaBase: `${originOf('upstream')}/media` })
const app = new Hono()

app.get('/healthz', (c) => c.json({ ok: true }))
app.get('/seen', (c) => c.json(seen))

app.get('/media/:folder{looks|voices}/:file{[a-z0-9-]+\\.[a-z0-9]+}', async (c) => {
  const { folder, file } = c.req.param()
  try {
    const body = await readFile(`${projectFolder}public/sandbox/${folder}/${file}`)
    return new Response(new Uint8Array(body), {
      headers: { 'content-type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream' },
    })
  } catch {
    return c.notFound()
  }
})

app.all('/v3/*', async (c) => {
  const key = c.req.header('x-api-key') ?? ''
  const { pathname, search } = new URL(c.req.url)
  const answer = keys.has(key)
    ? await sandbox.fetch(c.req.raw)
    : c.json({ data: null, error: { code: 'unauthorized', message: 'Invalid API key.' } }, 401)
  seen.push({ method: c.req.method, target: pathname + search, key, status: answer.status })
  return answer
})

const server = serve({ fetch: app.fetch, port: portOf('upstream'), hostname: '127.0.0.1' })
process.once('SIGTERM', () => server.close())
