import * as z from 'zod/mini'
import { pageSchema } from '#heygen/paging.ts'
import { segment } from '#heygen/request.ts'
import { agentSessionSchema, listedSessionSchema } from '#heygen/schemas/agent.ts'
import { videoSchema } from '#heygen/schemas/video.ts'
import { sha256 } from './constant-time.ts'

/** Reads `/v3/...` as parsed JSON; throws where there is no answer. */
export type ReadJson = (pathAndQuery: string) => Promise<unknown>

/** Something that HeyGen lists and that an order in doubt may have made. */
export interface Listed {
  id: string
  title: string | null
  /** Milliseconds; null where HeyGen does not say. */
  createdAt: number | null
}

export interface Listing {
  items: Listed[]
  /** All that was made since is among them; in milliseconds, Infinity where that cannot be said. */
  wholeSince: number
}

const pageRows = 100
/** An account is used by others than us, too; and a listing has to come to an end. */
const pageLimits = { least: 20, most: 200 }

const sessionRow = z.pipe(
  listedSessionSchema,
  z.transform(({ session_id: id, title, created_at: at }) => ({ id, title, at })),
)
const videoRow = z.pipe(
  videoSchema,
  z.transform(({ id, title, created_at: at }) => ({ id, title, at })),
)
export type ListingName = 'sessions' | 'videos'

const listings = {
  sessions: { path: '/v3/video-agents', schema: pageSchema(sessionRow) },
  videos: { path: '/v3/videos', schema: pageSchema(videoRow) },
}

/** What HeyGen has made since `since`, page by page from the newest: as far as a day's orders may go. */
export async function listSince(
  of: ListingName,
  since: number,
  read: ReadJson,
  dayOrders: number,
): Promise<Listing> {
  const { path, schema } = listings[of]
  const items: Listed[] = []
  let token: string | null = null
  let wholeSince = Infinity
  const pages = Math.min(pageLimits.most, Math.max(pageLimits.least, Math.ceil(dayOrders / pageRows)))
  for (let page = 0; page < pages; page++) {
    const query: string = token === null ? '' : `&token=${encodeURIComponent(token)}`
    const {
      items: rows,
      skipped,
      next,
      cut,
    } = z.parse(schema, await read(`${path}?limit=${pageRows}${query}`))
    for (const { id, title, at } of rows) {
      const createdAt = at === null ? null : at * 1000
      if (createdAt === null || createdAt >= since) items.push({ id, title, createdAt })
    }
    if (skipped > 0 || cut) return { items, wholeSince: Infinity }
    const last = rows.at(-1)?.at
    wholeSince = last == null ? Infinity : last * 1000 + 1000
    if (next === null || wholeSince <= since) return { items, wholeSince: since }
    token = next
  }
  return { items, wholeSince }
}

/** One text, however it is wrapped. */
export const unwrapped = (text: string) => text.trim().replace(/\s+/g, ' ')

export const promptHash = (prompt: string) => sha256(unwrapped(prompt))

export interface SessionFacts {
  /** The whole answer, for whoever ordered it. */
  answer: object
  /** Hashes of what the user wrote in it, and when. */
  prompts: { hash: string; at: number | null }[]
  /** HeyGen shows all that was written: some of it, and less than it shows at most. */
  whole: boolean
}

const mostMessages = 40

const oneSession = z.object({ data: agentSessionSchema })

export async function readSession(id: string, read: ReadJson): Promise<SessionFacts> {
  const { data } = z.parse(oneSession, await read(`/v3/video-agents/${segment(id)}`))
  const { session_id, status, video_id, created_at } = data
  const written = data.messages.filter(({ role, type }) => role === 'user' && type === 'text')
  const prompts = await Promise.all(
    written.map(async ({ content, created_at: at }) => ({
      hash: await promptHash(content),
      at: at === null ? null : at * 1000,
    })),
  )
  return {
    answer: { data: { session_id, status, video_id, created_at } },
    prompts,
    whole: prompts.length > 0 && data.messages.length < mostMessages,
  }
}
