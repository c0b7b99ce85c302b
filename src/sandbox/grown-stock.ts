import type { AvatarType } from '#heygen/schemas/look.ts'
import { demoPeople, type DemoLook } from './demo-people.ts'
import { enginesOf, orientations, sizes } from './demo-stock.ts'
import { clothes, firstNames, jobs, moods, oddNames, places, poses, roles, views } from './grown-words.ts'
import { createRandom, hexId } from './random.ts'
import type { GroupRecord, LookRecord, Stock } from './records.ts'
import { voiceId, voices } from './voices.ts'

type Random = () => number

function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}

const genderOf = new Map(voices.map((voice) => [voice.voice_id, voice.gender]))
const voicesOf = (gender: string) =>
  voices.filter((voice) => voice.type === 'public' && voice.gender === gender)
// By the voice and not by the gender field, which is odd on purpose for some of the demo people.
const facesOf = (gender: string) =>
  demoPeople.filter((person) => genderOf.get(voiceId(person.voice)) === gender).map(({ looks }) => looks)

const casts = {
  female: { names: firstNames.female, faces: facesOf('female'), voices: voicesOf('female'), odd: 'Woman' },
  male: { names: firstNames.male, faces: facesOf('male'), voices: voicesOf('male'), odd: 'Man' },
}

/** HeyGen cuts a prompt that serves as a name after 32 characters. */
const promptLength = 32

function photoName(random: Random, first: string, number: number, gender: 'female' | 'male'): string {
  const kind = random()
  if (kind < 0.3) return first
  if (kind < 0.6) return `${first} ${pick(random, places)} ${number}`
  if (kind < 0.74) return `${first} in the ${pick(random, clothes)} ${number}`
  if (kind < 0.86) {
    const who = gender === 'female' ? 'woman' : 'man'
    const text = `A ${who} in a ${pick(random, clothes)} at the ${pick(random, places)}, soft light`
    return text.slice(0, promptLength)
  }
  if (kind < 0.95) return `${pick(random, moods)} ${pick(random, roles)} ${number}`
  if (kind < 0.98) return `${pick(random, places)} ${number} (Motion)`
  return pick(random, oddNames)
}

function sceneName(random: Random): string {
  const kind = random()
  return pick(random, kind < 0.5 ? places : kind < 0.85 ? clothes : jobs)
}

interface GrownPerson {
  key: string
  first: string
  type: AvatarType
  gender: 'female' | 'male'
  listedGender: string | null
  voice: string
  own: boolean
  group: string
  faces: readonly DemoLook[]
}

function grownLook(random: Random, person: GrownPerson, n: number): LookRecord {
  const face = pick(random, person.faces)
  const [width, height] = sizes[face.shape]
  const { type, first } = person
  const photo = type === 'photo_avatar'
  const scene = sceneName(random)
  const view = pick(random, views)
  const pose = pick(random, poses)
  // The clips of photo looks are few in the real catalogue.
  const still = face.still ?? (photo && random() < 0.7)
  const mute = random() < 0.04
  const old = random() < 0.4
  const number = n + 1
  const studioName = `${first} ${scene} ${view}${n % 3 ? ` ${number}` : ''}${n % 50 === 7 ? ' ' : ''}`
  const readable = `${first}_${pose}_${scene.replaceAll(/\W/g, '').toLowerCase()}_${person.key}_${number}`
  return {
    id: type === 'studio_avatar' ? readable : hexId(`grown ${person.key} ${n}`),
    name: photo
      ? photoName(random, first, number, person.gender)
      : type === 'studio_avatar'
        ? studioName
        : `${first} ${scene} ${number}`,
    avatar_type: type,
    group_id: person.group,
    gender: person.listedGender,
    picture: `looks/${face.media}.webp`,
    clip: still ? null : `looks/${face.media}.mp4`,
    default_voice_id: mute ? null : person.voice,
    tags: [],
    supported_api_engines: type === 'studio_avatar' && old ? ['avatar_iii'] : enginesOf[type],
    image_width: width,
    image_height: height,
    preferred_orientation: orientations[face.shape],
    status: person.own ? 'completed' : null,
    own: person.own,
  }
}

function grownPerson(random: Random, i: number): GrownPerson {
  const gender = random() < 0.53 ? 'female' : 'male'
  const cast = casts[gender]
  const kind = random()
  const spelling = random()
  return {
    key: i.toString(36).padStart(4, '0'),
    first: pick(random, cast.names),
    type: kind < 0.8 ? 'photo_avatar' : kind < 0.92 ? 'digital_twin' : 'studio_avatar',
    gender,
    listedGender: spelling < 0.88 ? gender : spelling < 0.96 ? cast.odd : null,
    voice: pick(random, cast.voices).voice_id,
    own: i % 50 === 49,
    group: hexId(`grown person ${i}`),
    faces: pick(random, cast.faces),
  }
}

/**
 * Adds made-up people of 8 to 33 looks each, with the demo people's faces, until there are `count` looks; the last
 * person is cut short. The same count gives the same catalogue, a smaller one its beginning.
 */
export function growStock(stock: Stock, count: number): Stock {
  const random = createRandom(1_400)
  const groups: GroupRecord[] = [...stock.groups]
  const looks: LookRecord[] = [...stock.looks]
  for (let i = 0; looks.length < count; i++) {
    const person = grownPerson(random, i)
    const size = 8 + Math.floor(random() * 26)
    groups.push({
      id: person.group,
      name: person.first,
      created_at: 1_775_000_000 - i * 3_600,
      gender: person.listedGender,
      default_voice_id: person.voice,
      consent_status: person.own ? 'approved' : null,
      status: person.own ? 'completed' : null,
      own: person.own,
    })
    for (let n = 0; n < size && looks.length < count; n++) looks.push(grownLook(random, person, n))
  }
  return { groups, looks }
}
