import type { HeygenHttpError } from '#heygen/errors.ts'
import type { AgentRequest, AvatarVideoRequest, BatchRequest } from '#heygen/schemas/video-request.ts'

/** A video to be made: the call and its body. */
export type Order =
  | { route: '/v3/videos'; body: AvatarVideoRequest }
  | { route: '/v3/video-agents'; body: AgentRequest }

/** One script for several looks: a video each, in the order of `videos`. */
export interface BatchOrder {
  route: '/v3/videos/batches'
  body: BatchRequest
}

/** What a list of renders shows of an order, and what brings its form back. No signed links. */
export interface OrderFacts {
  lookId: string
  lookName: string
  title: string
  engine: string | null
  resolution: string | null
  /** The form's own state, opaque to everyone else; plain JSON. */
  draft: unknown
}

/** How placing an order went. */
export type Outcome =
  /** HeyGen took it: the video's id, the agent session's, or the batch's. */
  | { state: 'accepted'; id: string }
  /** Why it was refused; the next try is a new intent, or the same one where an earlier try is still in doubt. */
  | { state: 'refused'; error: HeygenHttpError }
  /** Lookbook's server was never reached: the next try is the same intent. */
  | { state: 'unsent'; error: Error }
  /** Nobody knows yet; the renders follow it up. */
  | { state: 'unknown' }
