import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod/mini'

/** What goes wrong with an order, and how often in a thousand; the rest goes well. */
const faults = [
  ['resetBefore', 40],
  ['resetAfter', 60],
  ['cutAnswer', 30],
  // The connection dies at once, and the order is taken all the same, a while later.
  ['late', 20],
  ['errorBefore', 30],
  ['errorAfter', 30],
  ['slow', 100],
  ['limited', 20],
  ['unpaid', 20],
  ['killBefore', 4],
  ['killAfter', 8],
] as const
type Fault = (typeof faults)[number][0] | 'none'

/** Orders by number that always go wrong: at these rates a short run may draw no kill at all. */
const certain = new Map<number, Fault>([
  [40, 'killBefore'],
  [80, 'killAfter'],
])

const bodySchema = z.object({ title: z.catch(z.string(), ''), prompt: z.catch(z.string(), '') })

interface Made {
  id: string
  /** Title or prompt: which intent it was for. */
  name: string
  at: number
}

export interface Heygen {
  url: string
  videos: Made[]
  sessions: Made[]
  counts: { resets: number; orders: number }
  close: () => void
}

interface Settings {
  random: () => number
  /** Milliseconds until a late order is taken. */
  late: number
  /** Kills the server whose order this is. */
  kill: () => void
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

const fail = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status, { 'retry-after': '1' }).end(JSON.stringify({ error: { code, message: 'No.' } }))

/**
 * HeyGen as far as orders go: a video once a key, replayed and 409 meanwhile; a session for every call; both listed
 * newest first. Counts what it took.
 */
export async function createHeygen({ random, late, kill }: Settings): Promise<Heygen> {
  const videos: Made[] = []
  const sessions: Made[] = []
  const counts = { resets: 0, orders: 0 }
  const byKey = new Map<string, Promise<Made>>()
  const taken = new Set<string>()

  function drawFault(): Fault {
    const known = certain.get(counts.orders)
    if (known) return known
    let at = random() * 1000
    for (const [fault, weight] of faults) {
      at -= weight
      if (at < 0) return fault
    }
    return 'none'
  }

  const take = (made: Made[], prefix: string, name: string): Made => {
    const one = { id: `${prefix}${made.length + 1}`, name, at: Math.floor(Date.now() / 1000) }
    made.push(one)
    return one
  }

  /** Takes an order after `ms`; a second one with its key waits for the first, or is told that it is at work. */
  async function accept(
    request: IncomingMessage,
    body: z.infer<typeof bodySchema>,
    ms: number,
  ): Promise<Made | null> {
    if (request.url !== '/v3/videos') {
      await wait(ms)
      return take(sessions, 's', body.prompt)
    }
    const key = String(request.headers['idempotency-key'])
    const known = byKey.get(key)
    if (known) return taken.has(key) ? known : null
    const made = wait(ms).then(() => {
      taken.add(key)
      return take(videos, 'v', body.title)
    })
    byKey.set(key, made)
    return made
  }

  async function order(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = z.parse(bodySchema, JSON.parse(await text(request)))
    counts.orders += 1
    const fault = drawFault()
    const reset = () => {
      counts.resets += 1
      request.socket.resetAndDestroy()
    }
    if (fault === 'resetBefore') return reset()
    if (fault === 'errorBefore') return void fail(response, 503, 'internal_error')
    if (fault === 'limited') return void fail(response, 429, 'rate_limit_exceeded')
    if (fault === 'unpaid') return void fail(response, 402, 'insufficient_credit')
    if (fault === 'killBefore') return kill()
    if (fault === 'late') reset()
    const work = fault === 'late' ? late : fault === 'slow' ? 200 + random() * 600 : random() * 20
    const made = await accept(request, body, work)
    if (!made) return void fail(response, 409, 'request_in_progress')
    if (fault === 'killAfter') return kill()
    if (fault === 'resetAfter') return reset()
    if (fault === 'errorAfter') return void fail(response, 500, 'internal_error')
    const id =
      request.url === '/v3/videos' ? { video_id: made.id } : { session_id: made.id, created_at: made.at }
    const answer = JSON.stringify({ data: { ...id, status: 'waiting' } })
    if (fault !== 'cutAnswer') return void response.end(answer)
    response.writeHead(200, { 'content-length': answer.length })
    response.write(answer.slice(0, 20), reset)
  }

  function list(response: ServerResponse, path: string, token: string | null): void {
    const rows = path === '/v3/videos' ? videos : sessions
    const from = Number(token ?? rows.length)
    const page = rows.slice(Math.max(0, from - 100), from).toReversed()
    const data = page.map(({ id, name, at: created_at }) =>
      path === '/v3/videos'
        ? { id, title: name, status: 'processing', created_at }
        : { session_id: id, title: null, created_at },
    )
    const more = from > 100
    response.end(JSON.stringify({ data, has_more: more, next_token: more ? String(from - 100) : null }))
  }

  function read(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    if (random() < 0.02) return void request.socket.resetAndDestroy()
    if (pathname === '/v3/videos' || pathname === '/v3/video-agents')
      return list(response, pathname, searchParams.get('token'))
    const session = sessions.find(({ id }) => pathname === `/v3/video-agents/${id}`)
    if (!session) return void fail(response, 404, 'not_found')
    const { id: session_id, name: content, at: created_at } = session
    const messages = [{ role: 'user', type: 'text', content, created_at }]
    response.end(JSON.stringify({ data: { session_id, status: 'generating', created_at, messages } }))
  }

  const server: Server = createServer((request, response) => {
    response.on('error', () => {})
    if (request.method === 'POST') void order(request, response).catch(() => undefined)
    else read(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    videos,
    sessions,
    counts,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
