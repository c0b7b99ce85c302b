import * as fc from 'fast-check'
import type { IndexedLook } from '#search/catalogue-index.ts'
import { facetNames, type FacetName, type SearchQuery } from '#search/query.ts'
import { makeGroup, makeLook } from './make-look.ts'

// Few words, so that random looks and random questions meet.
const words =
  'Office office Kitchen Garden Beach Suit Shirt T-Shirt Hoodie Sitting standing Front Side (Left) Anna Anja Dante Danté Café Юлия 小雨 小凡 LivelyGestures Adam2 News Desk news-desk white Professional Presenter storyteller the in a 2 17 (Motion) "Chef"'.split(
    ' ',
  )
const people = ['Anna', 'Dante', 'Garden Smith', 'Юлия', '小雨', 'Anja Office', '']
const types = ['photo_avatar', 'studio_avatar', 'digital_twin', 'hologram']
const engines = ['avatar_iii', 'avatar_iv', 'avatar_v', 'avatar_vi_preview']
const genders = ['male', 'Female', 'Man', 'Woman', 'unknown', null]
const orientations = ['portrait', 'landscape', 'square', null]

export const groups = people.map((name, i) => makeGroup(`person-${i}`, name, i === 3))

const idWord = fc.constantFrom(
  'Anna',
  'sitting',
  'office',
  'Side',
  'public',
  'LivelyGestures',
  '20240326',
  '4',
)
const readableId = fc.array(idWord, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('_'))
const hexId = fc.stringMatching(/^[0-9a-f]{32}$/)

/** A look whose id is `id` where that is given. */
export const randomLook = (
  id: fc.Arbitrary<string> = fc.oneof(readableId, hexId),
): fc.Arbitrary<IndexedLook> =>
  fc
    .record({
      id,
      name: fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join(' ')),
      avatar_type: fc.constantFrom(...types),
      // The last one is never among the groups.
      group_id: fc.option(
        fc.integer({ min: 0, max: people.length }).map((i) => `person-${i}`),
        { freq: 9 },
      ),
      gender: fc.constantFrom(...genders),
      preview_video_url: fc.constantFrom('/clip.mp4', null),
      default_voice_id: fc.constantFrom('voice', null),
      tags: fc.array(fc.constantFrom('business', 'AVATAR_IV', 'news desk'), { maxLength: 2 }),
      supported_api_engines: fc.subarray(engines),
      image_width: fc.constantFrom(1080, 1920, null),
      image_height: fc.constantFrom(1080, 1920, null),
      preferred_orientation: fc.constantFrom(...orientations),
      own: fc.boolean(),
    })
    .map(({ own, ...look }) => makeLook(look, own))

export const randomLooks = fc.uniqueArray(randomLook(), {
  minLength: 250,
  maxLength: 250,
  selector: ({ look }) => look.id,
})

const word = fc.constantFrom(...words)
/** A word with one letter left out, doubled, replaced or swapped with the next. */
const slipped = fc
  .tuple(
    fc.constantFrom('Kitchen', 'Garden', 'Professional', 'Presenter', 'storyteller', 'Office'),
    fc.nat(9),
    fc.nat(3),
  )
  .map(([text, at, kind]) => {
    const i = at % (text.length - 1)
    const [start, letter = '', next = '', end] = [text.slice(0, i), text[i], text[i + 1], text.slice(i + 2)]
    return start + [next, letter + letter + next, `x${next}`, next + letter][kind] + end
  })
const scope = fc.constantFrom(
  'type:photo_avatar',
  '-type:studio_avatar',
  'type:holo',
  'engine:avatar_iv,avatar_v',
  'gender:female',
  'has:video',
  '-has:tags',
  'place:office',
  'place:newsroom,kitchen',
  'wear:sui',
  'pose:',
  'shot:side',
  '-own:private',
  'ori:land',
)
const piece = fc.oneof(
  { weight: 4, arbitrary: word },
  {
    weight: 3,
    arbitrary: fc.tuple(word, fc.integer({ min: 1, max: 6 })).map(([text, n]) => text.slice(0, n)),
  },
  { weight: 2, arbitrary: slipped },
  { weight: 2, arbitrary: word.map((text) => `-${text}`) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Anna_sitting', 'ab', 'abc', 'news-desk', '"news de', 'tshirt', '-"a"'),
  },
  { weight: 2, arbitrary: scope },
)
const text = fc
  .tuple(fc.array(piece, { maxLength: 4 }), fc.constantFrom('', '', ' '))
  .map(([parts, end]) => parts.join(' ') + end)

const values: Record<FacetName, string[]> = {
  type: types,
  own: ['public', 'private'],
  group: groups.map(({ group }) => group.id).concat('person-7'),
  gender: ['male', 'female', 'unknown'],
  ori: ['portrait', 'landscape', 'square'],
  engine: engines,
  has: ['video', 'voice', 'tags'],
  place: ['office', 'kitchen', 'newsroom', 'cafe', 'constructor'],
  wear: ['suit', 'shirt', 't-shirt'],
  pose: ['sitting', 'standing'],
  shot: ['front', 'side', 'left'],
}

const picksOf = (name: FacetName) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...values[name]), fc.boolean())
      .map(([value, out]) => (out ? `-${value}` : value)),
    { minLength: 1, maxLength: 3 },
  )

const picks = fc
  .array(
    fc.constantFrom(...facetNames).chain((name) => picksOf(name).map((picked) => [name, picked] as const)),
    { maxLength: 4 },
  )
  .map((entries) => Object.fromEntries(entries))

export const randomQuery: fc.Arbitrary<SearchQuery> = fc.record({ q: text, picks })
