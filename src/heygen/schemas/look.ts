import * as z from 'zod/mini'
import { faultOrNull, id, pixelsOrNull, sharedOrNull, text, textOrNull, texts } from './lenient.ts'
import { textOnce } from './once.ts'

/** The types the API can filter by. A look may carry one that is not known yet. */
export const avatarTypes = ['studio_avatar', 'digital_twin', 'photo_avatar'] as const
export type AvatarType = (typeof avatarTypes)[number]

export const ownerships = ['public', 'private'] as const
export type Ownership = (typeof ownerships)[number]

/** `video_avatar` is what HeyGen called a digital twin before April 2026; some servers still do. */
export const readAvatarType = (value: string) => (value === 'video_avatar' ? 'digital_twin' : value)

export const lookSchema = z.object({
  /** The `avatar_id` a video is made with. Opaque: readable text for studio looks, hex for others. */
  id,
  name: text,
  avatar_type: z.catch(
    z.pipe(
      z.string(),
      z.transform((value) => textOnce(readAvatarType(value))),
    ),
    '',
  ),
  group_id: sharedOrNull,
  gender: textOrNull,
  preview_image_url: textOrNull,
  preview_video_url: textOrNull,
  default_voice_id: sharedOrNull,
  tags: texts,
  supported_api_engines: texts,
  image_width: pixelsOrNull,
  image_height: pixelsOrNull,
  preferred_orientation: textOrNull,
  /** Private looks only: processing, pending_consent, failed or completed. Null on a public look means ready. */
  status: textOrNull,
  error: faultOrNull,
})

export type Look = z.infer<typeof lookSchema>
