import type { Look } from '#heygen/schemas/look.ts'

const genders = new Map([
  ['man', 'male'],
  ['woman', 'female'],
])

function genderOf({ gender }: Look): string[] {
  const value = gender?.trim().toLowerCase()
  return value ? [genders.get(value) ?? value] : []
}

function orientationOf({ preferred_orientation: preferred, image_width: width, image_height: height }: Look) {
  const value = preferred?.trim().toLowerCase()
  if (value) return [value]
  if (!width || !height) return []
  return [width > height ? 'landscape' : width < height ? 'portrait' : 'square']
}

function assetsOf({ preview_video_url: video, default_voice_id: voice, tags }: Look): string[] {
  const has: string[] = []
  if (video) has.push('video')
  if (voice) has.push('voice')
  if (tags.length > 0) has.push('tags')
  return has
}

export const listedFacets = ['type', 'own', 'gender', 'ori', 'engine', 'has'] as const

/** The list itself where all of it is named: looks share it, and so it is known by itself. */
const named = (values: readonly string[]) => (values.every(Boolean) ? values : values.filter(Boolean))

/** A look's values in the facets that need no reading of its name; a value that is not known is none. */
export const listedValues = (
  look: Look,
  own: boolean,
): Record<(typeof listedFacets)[number], readonly string[]> => ({
  type: look.avatar_type ? [look.avatar_type] : [],
  own: [own ? 'private' : 'public'],
  gender: genderOf(look),
  ori: orientationOf(look),
  engine: named(look.supported_api_engines),
  has: assetsOf(look),
})
