import * as z from 'zod/mini'
import { flag, id, text, textOrNull } from './lenient.ts'

/** A voice as the list and the detail give it: the list has `type`, the detail `status`, both null elsewhere. */
export const voiceSchema = z.object({
  voice_id: id,
  name: text,
  language: text,
  gender: text,
  support_pause: flag,
  support_locale: flag,
  type: textOrNull,
  status: textOrNull,
  /** Null, or s3://..., for many voices: only http(s) can be played. */
  preview_audio_url: textOrNull,
})

export type Voice = z.infer<typeof voiceSchema>
