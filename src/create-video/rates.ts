import type { AvatarType } from '#heygen/schemas/look.ts'
import type { Engine } from '#heygen/schemas/video-choices.ts'

/** USD a second of output; null: the price list has none, and no cost is shown. */
interface Rate {
  /** 720p and 1080p cost the same. */
  hd: number | null
  '4k': number | null
}

interface Rates {
  /** Year and month of the price list. */
  date: string
  perSecond: Record<Engine, Record<AvatarType, Rate>>
  agent: number
}

// HeyGen's price list for pay as you go. Prices changed twice in three months: when they do again, copy the new list
// here and set its month in `date`, which is shown beside every estimate. What the list does not name is null.
export const rates: Rates = {
  date: '2026-06',
  perSecond: {
    // The list says "twins only", yet photo looks are offered with it.
    avatar_v: {
      studio_avatar: { hd: null, '4k': null },
      digital_twin: { hd: 0.0667, '4k': null },
      photo_avatar: { hd: null, '4k': null },
    },
    avatar_iv: {
      studio_avatar: { hd: 0.0667, '4k': null },
      digital_twin: { hd: 0.0667, '4k': null },
      photo_avatar: { hd: 0.05, '4k': null },
    },
    avatar_iii: {
      studio_avatar: { hd: 0.0167, '4k': null },
      digital_twin: { hd: 0.0167, '4k': null },
      photo_avatar: { hd: 0.0433, '4k': null },
    },
  },
  agent: 0.0333,
}
