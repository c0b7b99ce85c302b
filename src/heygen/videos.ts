import * as z from 'zod/mini'
import type { MediaGuard } from './media-url.ts'
import { pageSchema, type Page } from './paging.ts'
import { createRequest, segment, type RequestOptions, type RequestSettings } from './request.ts'
import {
  agentRunSchema,
  agentSessionSchema,
  createdSessionSchema,
  listedSessionSchema,
  stoppedSessionSchema,
  styleSchema,
  type AgentSession,
  type CreatedSession,
  type ListedSession,
  type Style,
} from './schemas/agent.ts'
import type {
  AgentMessageRequest,
  AgentRequest,
  BatchRequest,
  VideoRequest,
} from './schemas/video-request.ts'
import {
  batchSchema,
  createdBatchSchema,
  createdVideoSchema,
  deletedVideoSchema,
  videoSchema,
  videoStatusSchema,
  type Batch,
  type CreatedVideo,
  type Video,
  type VideoStatus,
} from './schemas/video.ts'

type Signal = Pick<RequestOptions, 'signal'>

/** `limit`: 1 to 100 a page. `token`: a page's `next`. */
interface Paged {
  limit?: number | undefined
  token?: string | undefined
}

export interface VideosSettings extends RequestSettings {
  /** What the page may load of the media URLs in answers; everything else reads as "none". */
  media?: MediaGuard
}

/**
 * The calls that cost money take the key of their intent: 1 to 255 of `[A-Za-z0-9_:.-]`. Sent again with the same
 * key they give the first answer. HeyGen has been measured at 31 s for them, so they wait for two minutes.
 */
export interface HeygenVideos {
  /** POST /v3/videos */
  createVideo(request: VideoRequest, key: string, options?: Signal): Promise<CreatedVideo>
  /** POST /v3/videos/batches: 1 to 100 videos */
  createBatch(request: BatchRequest, key: string, options?: Signal): Promise<{ batch_id: string }>
  /** POST /v3/video-agents */
  createSession(request: AgentRequest, key: string, options?: Signal): Promise<CreatedSession>
  /** POST /v3/video-agents/{session_id}: chat sessions only */
  sendMessage(id: string, request: AgentMessageRequest, key: string, options?: Signal): Promise<void>
  /** POST /v3/video-agents/{session_id}/stop */
  stopSession(id: string, options?: Signal): Promise<void>
  /** GET /v3/videos, newest first; `title` is part of the title */
  listVideos(query: Paged & { title?: string | undefined }, options?: Signal): Promise<Page<Video>>
  /** GET /v3/videos/{video_id} */
  getVideo(id: string, options?: Signal): Promise<Video>
  /** GET /v3/videos/statuses: up to 100 ids, one row each, `not_found` for an unknown one */
  getStatuses(ids: readonly string[], options?: Signal): Promise<VideoStatus[]>
  /** DELETE /v3/videos/{video_id} */
  deleteVideo(id: string, options?: Signal): Promise<void>
  /** GET /v3/videos/batches/{batch_id} */
  getBatch(id: string, query?: Paged, options?: Signal): Promise<Batch>
  /** GET /v3/video-agents, newest first */
  listSessions(query: Paged, options?: Signal): Promise<Page<ListedSession>>
  /** GET /v3/video-agents/{session_id} */
  getSession(id: string, options?: Signal): Promise<AgentSession>
  /** GET /v3/video-agents/{session_id}/videos */
  listSessionVideos(id: string, options?: Signal): Promise<Page<Video>>
  /** GET /v3/video-agents/styles */
  listStyles(query: Paged & { tag?: string | undefined }, options?: Signal): Promise<Page<Style>>
}

const one = <T>(schema: z.ZodMiniType<T>) => z.object({ data: schema })
const oneVideo = one(videoSchema)
const oneSession = one(agentSessionSchema)
const oneBatch = one(batchSchema)
const videosPage = pageSchema(videoSchema)
const statusesPage = pageSchema(videoStatusSchema)
const sessionsPage = pageSchema(listedSessionSchema)
const stylesPage = pageSchema(styleSchema)
const createdVideo = one(createdVideoSchema)
const createdBatch = one(createdBatchSchema)
const createdSession = one(createdSessionSchema)
const agentRun = one(agentRunSchema)
const stoppedSession = one(stoppedSessionSchema)
const deletedVideo = one(deletedVideoSchema)

const patient = 120_000
const session = (id: string) => `/v3/video-agents/${segment(id)}`

/** Videos and agent sessions; apart from the client of looks, so that browsing does not load it. */
export function createHeygenVideos({ media = (url) => url, ...settings }: VideosSettings): HeygenVideos {
  const request = createRequest(settings)

  const guard = (video: Video): Video => ({
    ...video,
    video_url: media(video.video_url),
    captioned_video_url: media(video.captioned_video_url),
    subtitle_url: media(video.subtitle_url),
    thumbnail_url: media(video.thumbnail_url),
    gif_url: media(video.gif_url),
  })
  const guardPage = (page: Page<Video>) => ({ ...page, items: page.items.map(guard) })
  const paid = <T>(path: string, schema: z.ZodMiniType<T>, body: unknown, key: string, options?: Signal) =>
    request(path, schema, { ...options, method: 'POST', body, idempotencyKey: key, timeout: patient })

  return {
    async createVideo(body, key, options) {
      return (await paid('/v3/videos', createdVideo, body, key, options)).data
    },
    async createBatch(body, key, options) {
      return (await paid('/v3/videos/batches', createdBatch, body, key, options)).data
    },
    async createSession(body, key, options) {
      return (await paid('/v3/video-agents', createdSession, body, key, options)).data
    },
    async sendMessage(id, body, key, options) {
      await paid(session(id), agentRun, body, key, options)
    },
    async stopSession(id, options) {
      await request(`${session(id)}/stop`, stoppedSession, { ...options, method: 'POST', body: {} })
    },
    async listVideos(query, options) {
      return guardPage(await request('/v3/videos', videosPage, { ...options, query: { ...query } }))
    },
    async getVideo(id, options) {
      return guard((await request(`/v3/videos/${segment(id)}`, oneVideo, options)).data)
    },
    async getStatuses(ids, options) {
      const query = { video_ids: ids.join(',') }
      return (await request('/v3/videos/statuses', statusesPage, { ...options, query })).items
    },
    async deleteVideo(id, options) {
      await request(`/v3/videos/${segment(id)}`, deletedVideo, { ...options, method: 'DELETE' })
    },
    async getBatch(id, query, options) {
      return (
        await request(`/v3/videos/batches/${segment(id)}`, oneBatch, { ...options, query: { ...query } })
      ).data
    },
    async listSessions(query, options) {
      return request('/v3/video-agents', sessionsPage, { ...options, query: { ...query } })
    },
    async getSession(id, options) {
      return (await request(session(id), oneSession, options)).data
    },
    async listSessionVideos(id, options) {
      return guardPage(await request(`${session(id)}/videos`, videosPage, options))
    },
    async listStyles(query, options) {
      const page = await request('/v3/video-agents/styles', stylesPage, { ...options, query: { ...query } })
      const items = page.items.map((style) => ({
        ...style,
        thumbnail_url: media(style.thumbnail_url),
        preview_video_url: media(style.preview_video_url),
      }))
      return { ...page, items }
    },
  }
}
