import {
  agentMessageRequestSchema,
  agentRequestSchema,
  batchRequestSchema,
  videoRequestSchema,
  type AgentMessageRequest,
  type AgentRequest,
  type BatchRequest,
  type VideoRequest,
} from '#heygen/schemas/video-request.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256 } from './constant-time.ts'
import { promptHash } from './heygen-listings.ts'
import type { Facts, Order, OrderKind } from './ledger.ts'
import { readJsonBody } from './request-body.ts'
import { checkSeconds } from './video-seconds.ts'

interface Bought {
  body: unknown
  facts: Facts
  /** Videos. */
  cost: number
}

const noFacts: Facts = { title: null, prompt: null, hidden: false }

const video = (body: VideoRequest): Bought => ({
  body,
  facts: { ...noFacts, title: body.title ?? null },
  cost: 1,
})

const batch = (body: BatchRequest): Bought => ({ body, facts: noFacts, cost: body.videos.length })

async function session(body: AgentRequest): Promise<Bought> {
  const facts = { ...noFacts, prompt: await promptHash(body.prompt), hidden: body.incognito_mode === true }
  return { body, facts, cost: 1 }
}

async function message(body: AgentMessageRequest): Promise<Bought> {
  return { body, facts: { ...noFacts, prompt: await promptHash(body.message) }, cost: 1 }
}

/** Step 9: the strict body of each kind of order, and what is known by it. */
async function readBought(kind: OrderKind, request: Request, longestVideo: number): Promise<Bought> {
  if (kind === 'session') return session(await readJsonBody(request, agentRequestSchema))
  if (kind === 'message') return message(await readJsonBody(request, agentMessageRequestSchema))
  if (kind === 'video') {
    const body = await readJsonBody(request, videoRequestSchema)
    checkSeconds(body, longestVideo)
    return video(body)
  }
  const body = await readJsonBody(request, batchRequestSchema)
  checkSeconds(body, longestVideo)
  return batch(body)
}

interface Asked extends Pick<Order, 'kind' | 'route' | 'user' | 'key'> {
  request: Request
  /** Seconds. */
  longestVideo: number
}

/** Throws a Failure where the body is not what may be ordered. */
export async function readOrder({ request, longestVideo, ...asked }: Asked): Promise<Order> {
  const { body, facts, cost } = await readBought(asked.kind, request, longestVideo)
  const text = canonicalJson(body)
  return {
    ...asked,
    body: text,
    facts,
    cost,
    hash: await sha256(text),
    // Never the page's own, which two people could share.
    upstreamKey: await sha256(`${asked.user}\n${asked.route}\n${asked.key}`),
  }
}
