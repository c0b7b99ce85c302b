import type { AvatarType } from '#heygen/schemas/look.ts'
import type { TrainingFault, TrainingStatus } from './records.ts'

/** The four formats: 4:5, 16:9, 9:16 and 1:1. */
export type Shape = 'tall' | 'wide' | 'story' | 'square'

export interface DemoLook {
  /** `<person>-<clothes>-<place>-<n>`: the name of the files below public/sandbox/looks. */
  media: string
  shape: Shape
  /** There is no clip. */
  still?: true
  /** Given where it is not `<Person> <Clothes> <Place>`. */
  name?: string
  tags?: string[]
  engines?: string[]
  /** Pixels as listed; null and 0 are HeyGen's ways to say "not known". */
  size?: [number, number] | null
  /** No default voice. */
  silent?: true
  /** Has no group. */
  alone?: true
  /** No picture and no clip. */
  unseen?: true
  /** Every optional list is left out of the answer. */
  bare?: true
  /** Another picture than its own. */
  picture?: string
  status?: TrainingStatus
  error?: TrainingFault
}

export interface DemoPerson {
  name: string
  type: AvatarType
  gender: string | null
  /** Key of a voice in voices.ts. */
  voice: string
  own?: true
  consent?: string
  status?: TrainingStatus
  looks: DemoLook[]
}

/** In the order of the flat listing. The odd entries are what HeyGen's real catalogue holds. */
export const demoPeople: DemoPerson[] = [
  {
    name: 'Carmen',
    type: 'digital_twin',
    gender: 'female',
    voice: 'carmen-warm',
    looks: [
      { media: 'carmen-vneck-hall-2', shape: 'tall', tags: ['business', 'indoor'] },
      { media: 'carmen-knit-workshop-1', shape: 'wide' },
      { media: 'carmen-stripes-workshop-4', shape: 'wide' },
      { media: 'carmen-tee-lobby-3', shape: 'story' },
    ],
  },
  {
    name: 'Diego',
    type: 'digital_twin',
    gender: 'Man',
    voice: 'diego-easy',
    looks: [
      { media: 'diego-suit-hall-2', shape: 'tall', tags: ['AVATAR_IV'] },
      { media: 'diego-pinstripe-workshop-1', shape: 'wide' },
      { media: 'diego-tee-workshop-4', shape: 'wide' },
      { media: 'diego-shirt-lobby-3', shape: 'story' },
    ],
  },
  {
    name: 'Marcus',
    type: 'studio_avatar',
    gender: 'male',
    voice: 'marcus-deep',
    looks: [
      { media: 'marcus-suit-studio-1', shape: 'tall' },
      { media: 'marcus-shirt-apartment-2', shape: 'wide' },
      { media: 'marcus-collar-newsroom-4', shape: 'wide' },
      { media: 'marcus-tee-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Maya',
    type: 'studio_avatar',
    gender: 'female',
    voice: 'maya-calm',
    looks: [
      { media: 'maya-blouse-studio-1', shape: 'tall' },
      { media: 'maya-knit-panels-2', shape: 'wide' },
      { media: 'maya-tee-newsroom-4', shape: 'wide' },
      { media: 'maya-vneck-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Wei',
    type: 'studio_avatar',
    gender: 'male',
    voice: 'wei-clear',
    looks: [
      { media: 'wei-tee-studio-1', shape: 'tall' },
      { media: 'wei-collar-library-2', shape: 'wide' },
      { media: 'wei-pinstripe-newsroom-4', shape: 'wide' },
      { media: 'wei-jacket-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Yuki',
    type: 'photo_avatar',
    gender: 'female',
    voice: 'haruka',
    looks: [
      { media: 'yuki-stripes-forest-1', shape: 'tall' },
      { media: 'yuki-blouse-apartment-3', shape: 'wide', still: true },
      { media: 'yuki-jacket-sunset-2', shape: 'story' },
      { media: 'yuki-knit-studio-4', shape: 'square', still: true },
    ],
  },
  {
    name: 'Aisha',
    type: 'studio_avatar',
    gender: 'female',
    voice: 'aisha-bright',
    looks: [
      { media: 'aisha-knit-studio-1', shape: 'tall' },
      { media: 'aisha-vneck-library-2', shape: 'wide' },
      { media: 'aisha-stripes-newsroom-4', shape: 'wide' },
      { media: 'aisha-tee-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Elena',
    type: 'studio_avatar',
    gender: 'female',
    voice: 'agnieszka',
    looks: [
      { media: 'elena-tee-studio-1', shape: 'tall', tags: ['AVATAR_IV'] },
      { media: 'elena-stripes-panels-2', shape: 'wide' },
      { media: 'elena-blouse-newsroom-4', shape: 'wide' },
      { media: 'elena-jacket-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Kenji',
    type: 'digital_twin',
    gender: 'male',
    voice: 'wei-clear',
    looks: [
      { media: 'kenji-shirt-workshop-2', shape: 'tall' },
      { media: 'kenji-suit-lobby-1', shape: 'wide' },
      { media: 'kenji-collar-lobby-4', shape: 'wide' },
      { media: 'kenji-tee-hall-3', shape: 'story' },
    ],
  },
  {
    name: 'Sofia',
    type: 'digital_twin',
    gender: 'female',
    voice: 'giulia',
    looks: [
      { media: 'sofia-knit-lobby-2', shape: 'tall' },
      { media: 'sofia-blouse-hall-1', shape: 'wide' },
      { media: 'sofia-tee-hall-4', shape: 'wide' },
      { media: 'sofia-vneck-workshop-3', shape: 'story' },
    ],
  },
  {
    name: 'Zola',
    type: 'photo_avatar',
    gender: 'Woman',
    voice: 'aisha-bright',
    looks: [
      { media: 'zola-vneck-sunset-1', shape: 'tall' },
      { media: 'zola-stripes-esplanade-3', shape: 'wide', still: true },
      { media: 'zola-tee-apartment-2', shape: 'story' },
      { media: 'zola-jacket-studio-4', shape: 'square', still: true },
    ],
  },
  {
    name: 'Kwame',
    type: 'photo_avatar',
    gender: 'male',
    voice: 'marcus-deep',
    looks: [
      { media: 'kwame-shirt-apartment-1', shape: 'tall' },
      { media: 'kwame-collar-venice-3', shape: 'wide', still: true },
      { media: 'kwame-tee-esplanade-2', shape: 'story', engines: ['avatar_iv', 'avatar_v'] },
      { media: 'kwame-jacket-studio-4', shape: 'square', still: true, name: '<b>Bold</b> & co' },
    ],
  },
  {
    name: 'Priya',
    type: 'studio_avatar',
    gender: 'female',
    voice: 'ananya',
    looks: [
      { media: 'priya-blouse-studio-1', shape: 'tall' },
      { media: 'priya-knit-panels-2', shape: 'wide', engines: ['avatar_iii'] },
      { media: 'priya-tee-newsroom-4', shape: 'wide' },
      { media: 'priya-vneck-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Hana',
    type: 'photo_avatar',
    gender: 'female',
    voice: 'clara',
    looks: [
      { media: 'hana-blouse-venice-1', shape: 'tall' },
      { media: 'hana-vneck-sunset-3', shape: 'wide', still: true },
      { media: 'hana-knit-forest-2', shape: 'story', tags: ['casual', 'outdoor'] },
      { media: 'hana-tee-studio-4', shape: 'square', still: true, name: '\tHana Tee\nStudio  ' },
    ],
  },
  {
    name: 'Daniel',
    type: 'studio_avatar',
    gender: 'male',
    voice: 'graham',
    looks: [
      { media: 'daniel-suit-studio-1', shape: 'tall' },
      { media: 'daniel-shirt-apartment-2', shape: 'wide', engines: ['avatar_iii'] },
      { media: 'daniel-collar-newsroom-4', shape: 'wide' },
      { media: 'daniel-tee-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Rafael',
    type: 'digital_twin',
    gender: 'male',
    voice: 'tiago',
    looks: [
      { media: 'rafael-collar-hall-2', shape: 'tall' },
      { media: 'rafael-tee-workshop-1', shape: 'wide' },
      { media: 'rafael-pinstripe-workshop-4', shape: 'wide' },
      { media: 'rafael-jacket-lobby-3', shape: 'story', still: true },
    ],
  },
  {
    name: 'Noor',
    type: 'photo_avatar',
    gender: 'female',
    voice: 'camille',
    looks: [
      { media: 'noor-knit-venice-1', shape: 'tall', bare: true },
      { media: 'noor-tee-sunset-3', shape: 'wide', still: true },
      { media: 'noor-vneck-forest-2', shape: 'story', name: 'نور في الغابة' },
      { media: 'noor-stripes-studio-4', shape: 'square', still: true },
    ],
  },
  {
    name: 'Ingrid',
    type: 'studio_avatar',
    gender: 'female',
    voice: 'ingrid-news',
    looks: [
      { media: 'ingrid-stripes-studio-1', shape: 'tall' },
      { media: 'ingrid-jacket-library-2', shape: 'wide', engines: ['avatar_iii'] },
      { media: 'ingrid-knit-newsroom-4', shape: 'wide' },
      { media: 'ingrid-blouse-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Tomas',
    type: 'photo_avatar',
    gender: 'male',
    voice: 'matthias',
    looks: [
      { media: 'tomas-jacket-esplanade-1', shape: 'tall' },
      {
        media: 'tomas-suit-forest-3',
        shape: 'wide',
        still: true,
        name: 'Tomas in a dark suit between tall trees on a clear morning, looking straight at the camera, as if he had been waiting there for a while and had all the time in the world to tell you about it',
      },
      { media: 'tomas-pinstripe-venice-2', shape: 'story', silent: true },
      { media: 'tomas-shirt-studio-4', shape: 'square', still: true, size: null },
    ],
  },
  {
    name: 'Henrik',
    type: 'studio_avatar',
    gender: 'male',
    voice: 'callum',
    looks: [
      { media: 'henrik-collar-studio-1', shape: 'tall' },
      { media: 'henrik-jacket-apartment-2', shape: 'wide' },
      { media: 'henrik-suit-newsroom-4', shape: 'wide', engines: ['avatar_iii'] },
      { media: 'henrik-pinstripe-studio-3', shape: 'square' },
    ],
  },
  {
    name: 'Leila',
    type: 'digital_twin',
    gender: 'Woman',
    voice: 'lucia',
    looks: [
      { media: 'leila-stripes-lobby-2', shape: 'tall' },
      { media: 'leila-tee-hall-1', shape: 'wide', name: 'Leila smiling into the camera in' },
      { media: 'leila-blouse-hall-4', shape: 'wide' },
      { media: 'leila-jacket-workshop-3', shape: 'story' },
    ],
  },
  {
    name: 'Samuel',
    type: 'studio_avatar',
    gender: 'Man',
    voice: 'victor-broadcast',
    looks: [
      { media: 'samuel-collar-studio-1', shape: 'tall', tags: ['AVATAR_IV'] },
      { media: 'samuel-jacket-apartment-2', shape: 'wide' },
      { media: 'samuel-suit-newsroom-4', shape: 'wide' },
      { media: 'samuel-pinstripe-studio-3', shape: 'square', engines: ['avatar_iii'] },
    ],
  },
  {
    name: 'Mei',
    type: 'photo_avatar',
    gender: null,
    voice: 'josie',
    looks: [
      { media: 'mei-jacket-forest-1', shape: 'tall', silent: true },
      { media: 'mei-knit-apartment-3', shape: 'wide', still: true, name: 'Mei' },
      { media: 'mei-blouse-sunset-2', shape: 'story', name: 'Mei' },
      { media: 'mei-vneck-studio-4', shape: 'square', still: true, size: [0, 0], unseen: true },
    ],
  },
  {
    name: 'Arjun',
    type: 'digital_twin',
    gender: 'male',
    voice: 'emre',
    looks: [
      { media: 'arjun-tee-lobby-2', shape: 'tall', engines: ['avatar_iv', 'avatar_v', 'avatar_vi_preview'] },
      { media: 'arjun-shirt-hall-1', shape: 'wide' },
      { media: 'arjun-jacket-hall-4', shape: 'wide' },
      { media: 'arjun-collar-workshop-3', shape: 'story', engines: [] },
    ],
  },
  {
    name: 'Omar',
    type: 'digital_twin',
    gender: 'male',
    voice: 'omar-clone',
    own: true,
    consent: 'approved',
    status: 'completed',
    looks: [
      { media: 'omar-jacket-workshop-2', shape: 'tall' },
      { media: 'omar-collar-lobby-1', shape: 'wide' },
      { media: 'omar-suit-lobby-4', shape: 'wide', status: 'processing', unseen: true },
      { media: 'omar-pinstripe-hall-3', shape: 'story' },
    ],
  },
  {
    name: 'Ruth',
    type: 'digital_twin',
    gender: 'female',
    voice: 'ruth-clone',
    own: true,
    consent: 'pending',
    status: 'pending_consent',
    looks: [
      { media: 'ruth-blouse-workshop-2', shape: 'tall' },
      { media: 'ruth-jacket-lobby-1', shape: 'wide' },
      { media: 'ruth-vneck-lobby-4', shape: 'wide' },
      { media: 'ruth-knit-hall-3', shape: 'story' },
    ],
  },
  {
    name: 'Pavel',
    type: 'photo_avatar',
    gender: 'male',
    voice: 'lucien',
    own: true,
    status: 'completed',
    looks: [
      { media: 'pavel-suit-apartment-1', shape: 'tall' },
      { media: 'pavel-tee-venice-3', shape: 'wide', still: true },
      { media: 'pavel-shirt-esplanade-2', shape: 'story' },
      {
        media: 'pavel-collar-studio-4',
        shape: 'square',
        still: true,
        name: 'test',
        status: 'failed',
        error: { code: 'moderation_failed', message: 'The picture could not be used: no face was found.' },
      },
    ],
  },
  {
    name: 'Walter',
    type: 'photo_avatar',
    gender: null,
    voice: 'walter-clone',
    own: true,
    status: 'completed',
    looks: [
      { media: 'walter-tee-sunset-1', shape: 'tall' },
      { media: 'walter-jacket-esplanade-3', shape: 'wide', still: true, alone: true, silent: true },
      { media: 'walter-collar-apartment-2', shape: 'story' },
      { media: 'walter-pinstripe-studio-4', shape: 'square', still: true, picture: 'looks/gone.webp' },
    ],
  },
]
