import type { AvatarType } from '#heygen/schemas/look.ts'

export interface TrainingFault {
  code: string
  message: string
}

export type TrainingStatus = 'processing' | 'pending_consent' | 'failed' | 'completed'

/** A look as kept: media as paths below the media base. A key that is missing here is missing in the answer too. */
export interface LookRecord {
  id: string
  name: string
  avatar_type: AvatarType
  group_id: string | null
  gender: string | null
  picture: string | null
  clip: string | null
  default_voice_id: string | null
  tags?: string[]
  supported_api_engines?: string[]
  image_width: number | null
  image_height: number | null
  preferred_orientation: 'portrait' | 'landscape' | 'square' | null
  status: TrainingStatus | null
  error?: TrainingFault | null
  own: boolean
}

export interface GroupRecord {
  id: string
  name: string
  /** Unix seconds. */
  created_at: number
  gender: string | null
  default_voice_id: string | null
  consent_status: string | null
  status: TrainingStatus | null
  own: boolean
}

export interface VoiceRecord {
  voice_id: string
  name: string
  language: string
  gender: string
  support_pause: boolean
  support_locale: boolean
  type: 'public' | 'private'
  /** A path below the media base; null for none, or a whole URL that no page can play. */
  sample: string | null
  engines: string[]
  /** Unix seconds. */
  created_at: number
}

/** What stands in the catalogue: every group has at least one look, looks come in runs of one person. */
export interface Stock {
  groups: GroupRecord[]
  looks: LookRecord[]
}
