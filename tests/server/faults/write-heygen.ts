import { createServer, type Server, type Socket } from 'node:net'
import { reply } from './fault-kinds.ts'

/** What HeyGen does with one POST: whether it carries it out, and how it answers. */
export interface Deed {
  taken: boolean
  /** A refusal of the body, which does not come for a key whose video is made: that is answered again. */
  judges?: boolean
  answer: (socket: Socket, made: string) => void
}

interface Post {
  path: string
  key: string
  body: string
}

interface Made {
  id: string
  /** The title, prompt or message. */
  name: string
  path: string
  /** Seconds. */
  at: number
}

interface Request extends Post {
  method: string
}

/** A whole request, or undefined while some of it is on its way. */
function parse(text: string): Request | undefined {
  const [head = '', body] = text.split('\r\n\r\n')
  if (body === undefined) return undefined
  if (body.length < Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)) return undefined
  const [, method = '', path = ''] = /^(\w+) (\S+)/.exec(head) ?? []
  return { method, path, body, key: /^idempotency-key: (\S+)/im.exec(head)?.[1] ?? '' }
}

const nameOf = (body: string) => /"(?:title|prompt|message)":"([^"]+)"/.exec(body)?.[1] ?? ''

const page = (data: unknown[]) => JSON.stringify({ data, has_more: false, next_token: null })

/**
 * HeyGen on a socket, as far as orders go: a video once a key, sessions and messages as often as they are asked for, all
 * of it listed; `deedOf` says what it does with the POST of a name, which came `turn` times.
 */
export function createWriteHeygen(deedOf: (name: string, turn: number) => Deed | undefined) {
  const posts = new Map<string, Post[]>()
  const made: Made[] = []
  const byKey = new Map<string, Made>()
  let trapped = 0

  function take({ path, key }: Post, name: string): Made {
    const keyed = path.startsWith('/v3/videos')
    const known = keyed ? byKey.get(key) : undefined
    if (known) return known
    const id = path.startsWith('/v3/video-agents/') ? (path.split('/')[3] ?? '') : `${name}-${made.length}`
    const one = { id, name, path, at: Math.floor(Date.now() / 1000) }
    made.push(one)
    if (keyed) byKey.set(key, one)
    return one
  }

  function post(socket: Socket, request: Request): void {
    // What is not an order has no name in its body but one in its address.
    const name = nameOf(request.body) || (request.path.split('/')[3] ?? '')
    const all = [...(posts.get(name) ?? []), request]
    posts.set(name, all)
    const drawn = deedOf(name, all.length)
    const deed = drawn?.judges === true && byKey.has(request.key) ? undefined : drawn
    const taken = deed?.taken === false ? undefined : take(request, name)
    const id = taken?.id ?? 'never'
    const field =
      request.path === '/v3/videos'
        ? 'video_id'
        : request.path.endsWith('batches')
          ? 'batch_id'
          : 'session_id'
    const answer = JSON.stringify({ data: { [field]: id } })
    if (deed) deed.answer(socket, answer)
    else socket.end(reply('200 OK', answer))
  }

  function list(path: string): string {
    const rows = made.filter((one) => one.path === path).toReversed()
    if (path === '/v3/videos')
      return page(
        rows.map(({ id, name: title, at }) => ({ id, title, status: 'processing', created_at: at })),
      )
    return page(rows.map(({ id, at }) => ({ session_id: id, title: null, created_at: at })))
  }

  function session(id: string): string {
    const written = made.filter((one) => one.path.startsWith('/v3/video-agents') && one.id === id)
    const first = { role: 'user', type: 'text', content: 'Begin.', created_at: 1 }
    const messages = written.map(({ name: content, at }) => ({
      role: 'user',
      type: 'text',
      content,
      created_at: at,
    }))
    return JSON.stringify({
      data: {
        session_id: id,
        status: 'generating',
        created_at: written[0]?.at ?? 1,
        messages: [first, ...messages],
      },
    })
  }

  function get(socket: Socket, path: string): void {
    const [, id] = /^\/v3\/video-agents\/([^/?]+)/.exec(path) ?? []
    socket.end(reply('200 OK', id === undefined ? list(path.split('?')[0] ?? '') : session(id)))
  }

  const server: Server = createServer((socket) => {
    let text = ''
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      text += data.toString('latin1')
      const request = parse(text)
      if (!request) return
      text = ''
      if (request.path.includes('trap')) trapped += 1
      if (request.method === 'POST') post(socket, request)
      else get(socket, request.path)
    })
  })
  return {
    server,
    /** The POSTs of one name. */
    postsOf: (name: string) => posts.get(name) ?? [],
    /** Ids of what was made of one name. */
    madeOf: (name: string) => made.filter((one) => one.name === name).map(({ id }) => id),
    trapped: () => trapped,
  }
}
