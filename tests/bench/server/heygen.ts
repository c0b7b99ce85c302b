import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What HeyGen does: answers after a while, or says 429 to everything. */
export interface FakeHeygen {
  url: string
  counts: { asked: number; most: number }
  /** Milliseconds until it answers. */
  pace: number
  limited: boolean
  close: () => void
}

/** A page of fifty looks, as large as HeyGen's. */
const page = JSON.stringify({
  data: Array.from({ length: 50 }, (_, at) => ({
    id: `look_${at}`,
    name: `A look with a name of some length ${at}`,
    avatar_type: 'photo_avatar',
    group_id: `group_${at}`,
    gender: 'female',
    preview_image_url: `https://files.heygen.ai/avatar/v3/${'a'.repeat(32)}/preview_${at}.webp?Expires=1&Signature=${'b'.repeat(300)}`,
    preview_video_url: null,
    tags: [],
    supported_api_engines: ['avatar_iv', 'avatar_v'],
  })),
  has_more: true,
  next_token: 'next',
})

export async function startHeygen(): Promise<FakeHeygen> {
  const counts = { asked: 0, most: 0 }
  let underWay = 0
  const fake: FakeHeygen = { url: '', counts, pace: 0, limited: false, close: () => server.close() }
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    counts.asked += 1
    underWay += 1
    counts.most = Math.max(counts.most, underWay)
    request.resume()
    setTimeout(() => {
      underWay -= 1
      response.setHeader('content-type', 'application/json')
      if (!fake.limited) return response.end(page)
      response.writeHead(429, { 'retry-after': '2' })
      return response.end('{"error":{"code":"rate_limit_exceeded","message":"No."}}')
    }, fake.pace)
  }
  const server: Server = createServer({ keepAliveTimeout: 60_000 }, answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  fake.url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
  return fake
}
