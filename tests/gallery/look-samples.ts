import type { Group } from '#heygen/schemas/group.ts'
import type { Look } from '#heygen/schemas/look.ts'

/** A public studio look that nothing is known of but its name and picture. */
export const sampleLook = (id: string, more: Partial<Look> = {}): Look => ({
  id,
  name: `Look ${id}`,
  avatar_type: 'studio_avatar',
  group_id: 'group',
  gender: null,
  preview_image_url: `/pictures/${id}.webp`,
  preview_video_url: null,
  default_voice_id: null,
  tags: [],
  supported_api_engines: [],
  image_width: null,
  image_height: null,
  preferred_orientation: null,
  status: null,
  error: null,
  ...more,
})

export const sampleGroup = (id: string, more: Partial<Group> = {}): Group => ({
  id,
  name: `Person ${id}`,
  created_at: null,
  looks_count: null,
  gender: null,
  preview_image_url: `/pictures/${id}.webp`,
  preview_video_url: null,
  default_voice_id: null,
  consent_status: null,
  status: null,
  error: null,
  ...more,
})
