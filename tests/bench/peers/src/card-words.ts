import type { Look } from './looks.ts'

const types: Record<string, string> = {
  studio_avatar: 'Studio',
  digital_twin: 'Video',
  photo_avatar: 'Photo',
}
const engines: Record<string, string> = { avatar_v: 'V', avatar_iv: 'IV', avatar_iii: 'III' }

/** The filters that every grid here has, as the app has them. */
export const chips = Object.entries(types)

function shapeOf({ image_width: width, image_height: height }: Look): string {
  if (width === null || height === null) return ''
  if (width === height) return '1:1'
  const landscape = width > height
  return Math.abs(Math.max(width, height) / Math.min(width, height) - 16 / 9) < 0.02
    ? landscape
      ? '16:9'
      : '9:16'
    : landscape
      ? '5:4'
      : '4:5'
}

/** The line under a card's name. */
export const captionOf = (look: Look) =>
  [
    types[look.avatar_type],
    shapeOf(look),
    look.supported_api_engines?.map((engine) => engines[engine]).join(', '),
  ]
    .filter(Boolean)
    .join('\u2002·\u2002')

export const nameOf = ({ name }: Look) => name.trim() || 'Unnamed'

/** Empty where the look is ready. */
export const badgeOf = ({ status }: Look) => (status === null || status === 'completed' ? '' : status)

/** What marks a card that has a clip; empty where it has none. */
export const clipMarkOf = ({ preview_video_url: clip }: Look) => (clip === null ? '' : '▸')
