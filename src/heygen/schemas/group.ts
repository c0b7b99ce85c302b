import * as z from 'zod/mini'
import { faultOrNull, id, numberOrNull, text, textOrNull } from './lenient.ts'

/** A person or character that holds looks. */
export const groupSchema = z.object({
  id,
  name: text,
  /** Unix seconds. */
  created_at: numberOrNull,
  looks_count: numberOrNull,
  gender: textOrNull,
  preview_image_url: textOrNull,
  preview_video_url: textOrNull,
  default_voice_id: textOrNull,
  /** No list of values is published: text to show, not to decide by. */
  consent_status: textOrNull,
  status: textOrNull,
  error: faultOrNull,
})

export type Group = z.infer<typeof groupSchema>
