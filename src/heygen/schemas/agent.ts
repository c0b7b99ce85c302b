import * as z from 'zod/mini'
import { id, numberOrNull, text, textOrNull, texts } from './lenient.ts'

const messageSchema = z.object({
  /** user or model. */
  role: text,
  /** text, resource or error. */
  type: text,
  content: text,
  /** Unix seconds. */
  created_at: numberOrNull,
})

export type AgentMessage = z.infer<typeof messageSchema>

/** GET /v3/video-agents/{session_id}. */
export const agentSessionSchema = z.object({
  session_id: id,
  /** thinking, waiting_for_input, reviewing, generating, completed, failed; `processing` has been seen too. */
  status: text,
  /** 0 to 100. */
  progress: numberOrNull,
  title: textOrNull,
  video_id: textOrNull,
  created_at: numberOrNull,
  /** At most 40, newest first. */
  messages: z.catch(z.array(messageSchema), []),
})

export type AgentSession = z.infer<typeof agentSessionSchema>

/** The answer to POST /v3/video-agents. */
export const createdSessionSchema = z.object({ session_id: id, status: text, video_id: textOrNull })

export type CreatedSession = z.infer<typeof createdSessionSchema>

/** A row of GET /v3/video-agents. */
export const listedSessionSchema = z.object({ session_id: id, title: textOrNull, created_at: numberOrNull })

export type ListedSession = z.infer<typeof listedSessionSchema>

export const agentRunSchema = z.object({ session_id: id, run_id: text })

export const stoppedSessionSchema = z.object({ session_id: id })

/** A row of GET /v3/video-agents/styles. */
export const styleSchema = z.object({
  style_id: id,
  name: text,
  thumbnail_url: textOrNull,
  preview_video_url: textOrNull,
  aspect_ratio: textOrNull,
  tags: texts,
})

export type Style = z.infer<typeof styleSchema>
