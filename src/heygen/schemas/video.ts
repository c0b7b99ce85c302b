import * as z from 'zod/mini'
import { flag, id, numberOrNull, text, textOrNull } from './lenient.ts'

/** A video of the account, by GET /v3/videos and /v3/videos/{id}. Its links are signed and expire. */
export const videoSchema = z.object({
  id,
  /** pending, processing, completed or failed. */
  status: text,
  title: textOrNull,
  video_url: textOrNull,
  /** The cut with burned-in captions; `video_url` stays clean. */
  captioned_video_url: textOrNull,
  subtitle_url: textOrNull,
  thumbnail_url: textOrNull,
  gif_url: textOrNull,
  failure_code: textOrNull,
  failure_message: textOrNull,
  /** Seconds. */
  duration: numberOrNull,
  /** Unix seconds, both. */
  created_at: numberOrNull,
  completed_at: numberOrNull,
})

export type Video = z.infer<typeof videoSchema>

/** One row of GET /v3/videos/statuses. */
export const videoStatusSchema = z.object({
  video_id: textOrNull,
  batch_id: textOrNull,
  item_index: numberOrNull,
  /** queued, processing, completed, failed or not_found. */
  status: text,
})

export type VideoStatus = z.infer<typeof videoStatusSchema>

/** The answer to POST /v3/videos. */
export const createdVideoSchema = z.object({
  video_id: id,
  /** `waiting`, where the same state is `pending` by GET and `queued` in a batch. */
  status: text,
  output_format: textOrNull,
})

export type CreatedVideo = z.infer<typeof createdVideoSchema>

/** The answer to DELETE /v3/videos/{id}. */
export const deletedVideoSchema = z.object({ id, deleted: z.catch(z.boolean(), true) })

export const createdBatchSchema = z.object({ batch_id: id })

/** GET /v3/videos/batches/{id}: the page's cursor is inside `data`, unlike everywhere else. */
export const batchSchema = z.object({
  batch_id: id,
  /** processing, completed or failed. */
  status: text,
  total_items: numberOrNull,
  items: z.catch(
    z.array(
      z.object({
        item_index: z.number(),
        status: text,
        video_id: textOrNull,
        error: z.catch(z.nullable(z.object({ code: text, message: text })), null),
      }),
    ),
    [],
  ),
  has_more: flag,
  next_token: textOrNull,
})

export type Batch = z.infer<typeof batchSchema>
