import { expect, test } from 'vitest'
import { demoPeople } from '#sandbox/demo-people.ts'
import { clothes, places, poses, views } from '#sandbox/grown-words.ts'
import { phrases } from '#search/facet-words.ts'
import { mineFacets } from '#search/mine-facets.ts'
import { wordsOf, fold } from '#search/normalise.ts'
import { splitId } from '#search/split-words.ts'

/** `place/office wear/shirt`, in the order of the facets. */
function mine(name: string, person?: string, id = '') {
  const first = person === undefined ? undefined : wordsOf(fold(person))[0]
  return Object.entries(mineFacets(wordsOf(fold(name)), splitId(id), first))
    .flatMap(([facet, values]) => values.map((value) => `${facet}/${value}`))
    .join(' ')
}

test.each([
  // A person, then place, clothes, view and a number, as studio looks are called.
  ['Dante Office 1', 'place/office'],
  ['Anja Office Side ', 'place/office shot/side'],
  ['Amelia Lounge Side 2', 'place/lounge shot/side'],
  ['Nadia in Blue Shirt (Left)', 'wear/shirt shot/left'],
  ['Oxana (Upper Body)', 'shot/upper-body'],
  ['Bruno Painter Full Body Front', 'shot/full-body shot/front'],
  ['Ines in Red Dress ', 'wear/dress'],
  ['Emil in White t-shirt', 'wear/t-shirt'],
  ['Emil in Blue Polo shirt', 'wear/polo'],
  ['Marta Sofa Casual with iPad Front', 'place/sofa wear/casual shot/front'],
  ['Ivo Doctor (Left)', 'wear/medical shot/left'],
  ['Rasa Business Front', 'wear/business shot/front'],
  ['Market (Motion)', 'place/market'],
  ['Side (Motion) 2', 'shot/side'],
  // Words for the same thing.
  ['News Desk', 'place/newsroom'],
  ['Newsroom', 'place/newsroom'],
  ['Podcast Studio', 'place/podcast'],
  ['Couch', 'place/sofa'],
  ['Boardroom', 'place/meeting-room'],
  ['Knit Jumper', 'wear/sweater'],
  ['Grey Sweater', 'wear/sweater'],
  ['Tee', 'wear/t-shirt'],
  ['Tshirt', 'wear/t-shirt'],
  ['Lab Coat', 'wear/medical'],
  ['Pinstripe Suit', 'wear/suit'],
  ['Denim Jacket', 'wear/jacket wear/denim'],
  ['Hi-Vis Vest', 'wear/workwear'],
  ['Home Office', 'place/home-office'],
  ['seated at a desk', 'place/desk pose/sitting'],
  ['taking a selfie', 'shot/selfie'],
  // What is not said is not read.
  ['Rose', ''],
  ['Madison', ''],
  ['111', ''],
  ['At the top of the bar', ''],
  ['Right hand on the left knee', ''],
  ['Officer', ''],
  ['constructor __proto__ toString', ''],
  ['小雨', ''],
])('%j says %j', (name, expected) => {
  expect(mine(name)).toBe(expected)
})

test("a person's first name is never read as a place", () => {
  expect(mine('Forest Office Front', 'Forest')).toBe('place/office shot/front')
  expect(mine('Denim Suit', 'Denim Jones', 'Denim_sitting_lounge')).toBe(
    'place/lounge wear/suit pose/sitting',
  )
})

test("other people's names are not known: a limit", () => {
  expect(mine('Mr Park', 'Jun')).toBe('place/park')
})

test('readable ids say what the name leaves out', () => {
  expect(mine('Amelia Lounge Side 2', 'Amelia', 'Amelia_lying_lounge_side')).toBe(
    'place/lounge pose/lying shot/side',
  )
  expect(mine('Amelia', 'Amelia', 'Amelia_standing_office_front')).toBe(
    'place/office pose/standing shot/front',
  )
})

const unread = (facet: string, words: string[]) =>
  words.filter((word) => !mine(`Anna ${word}`, 'Anna').includes(`${facet}/`))

test('every place, piece of clothing, pose and view of the sandbox is read', () => {
  expect(unread('place', places)).toEqual([])
  expect(unread('wear', clothes)).toEqual([])
  expect(unread('pose', poses)).toEqual([])
  expect(unread('shot', views)).toEqual([])
})

test('the demo people wear what their names say', () => {
  const wear = new Set(
    demoPeople.flatMap(({ name, looks }) =>
      looks.map(({ media }) => mine(media.replaceAll('-', ' '), name).includes('wear/') || media),
    ),
  )
  expect([...wear]).toEqual([true])
})

test('the tables stay small, and no phrase stands in one twice', () => {
  const all = [...phrases.values()].flat()
  const valuesOf = (facet: string) =>
    new Set(all.filter((phrase) => phrase.facet === facet).map(({ value }) => value)).size
  expect(['place', 'wear', 'pose', 'shot'].map(valuesOf)).toEqual([42, 36, 8, 8])
  const keys = all.map(({ words, facet, value }) => `${facet} ${value} ${words.join(' ')}`)
  expect(new Set(keys).size).toBe(keys.length)
})
