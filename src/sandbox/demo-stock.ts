import type { AvatarType } from '#heygen/schemas/look.ts'
import { demoPeople, type DemoLook, type DemoPerson, type Shape } from './demo-people.ts'
import { hexId } from './random.ts'
import type { GroupRecord, LookRecord, Stock } from './records.ts'
import { voiceId } from './voices.ts'

/** Pixels as HeyGen lists them, in the pictures' own proportions. */
export const sizes: Record<Shape, [number, number]> = {
  tall: [1080, 1350],
  wide: [1920, 1080],
  story: [1080, 1920],
  square: [720, 720],
}

export const orientations: Record<Shape, 'portrait' | 'landscape' | 'square'> = {
  tall: 'portrait',
  wide: 'landscape',
  story: 'portrait',
  square: 'square',
}

export const enginesOf: Record<AvatarType, string[]> = {
  studio_avatar: ['avatar_iii', 'avatar_iv'],
  digital_twin: ['avatar_iii', 'avatar_iv', 'avatar_v'],
  photo_avatar: ['avatar_iii', 'avatar_iv', 'avatar_v'],
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const placeNames: Record<string, string> = { panels: 'stage' }
const views = ['front', 'side', 'left', 'sitting_front']

function demoLook(person: DemoPerson, group: string, look: DemoLook): LookRecord {
  const [, clothes = '', where = '', number = '1'] = look.media.split('-')
  const place = placeNames[where] ?? where
  const [width, height] = look.size === null ? [null, null] : (look.size ?? sizes[look.shape])
  const lists = { tags: look.tags ?? [], supported_api_engines: look.engines ?? enginesOf[person.type] }
  return {
    id:
      person.type === 'studio_avatar'
        ? `${person.name}_${clothes}_${place}_${views[Number(number) - 1] ?? 'front'}`
        : hexId(`look ${look.media}`),
    name: look.name ?? [person.name, capital(clothes), capital(place)].join(' '),
    avatar_type: person.type,
    group_id: look.alone ? null : group,
    gender: person.gender,
    picture: look.unseen ? null : (look.picture ?? `looks/${look.media}.webp`),
    clip: look.still || look.unseen ? null : `looks/${look.media}.mp4`,
    default_voice_id: look.silent ? null : voiceId(person.voice),
    ...(look.bare ? {} : lists),
    image_width: width,
    image_height: height,
    preferred_orientation: look.size === null ? null : orientations[look.shape],
    status: look.status ?? person.status ?? null,
    ...(look.error && { error: look.error }),
    own: person.own ?? false,
  }
}

/** The demo people as records. */
export function demoStock(): Stock {
  const groups: GroupRecord[] = []
  const looks: LookRecord[] = []
  for (const [i, person] of demoPeople.entries()) {
    const id = hexId(`person ${person.name}`)
    groups.push({
      id,
      name: person.name,
      created_at: 1_781_000_000 - i * 172_800,
      gender: person.gender,
      default_voice_id: voiceId(person.voice),
      consent_status: person.consent ?? null,
      status: person.status ?? null,
      own: person.own ?? false,
    })
    looks.push(...person.looks.map((look) => demoLook(person, id, look)))
  }
  return { groups, looks }
}
