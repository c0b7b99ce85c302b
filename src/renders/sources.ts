import type { AgentSession } from '#heygen/schemas/agent.ts'
import type { Batch, Video, VideoStatus } from '#heygen/schemas/video.ts'
import type { Intent } from '#queries/intents.ts'

/** Where a check asks. */
export interface Sources {
  statuses: (ids: string[], signal: AbortSignal) => Promise<VideoStatus[]>
  video: (id: string, signal: AbortSignal) => Promise<Video>
  session: (id: string, signal: AbortSignal) => Promise<AgentSession>
  /** With the items of all its pages. */
  batch: (id: string, signal: AbortSignal) => Promise<Pick<Batch, 'status' | 'items'>>
  intent: (key: string, signal: AbortSignal) => Promise<Intent>
}

/** A check that is under way. */
export interface Asking {
  sources: Sources
  now: number
  signal: AbortSignal
}
