import { engineWord, genderWord, orientationWord, typeWord } from '#looks/look-words.ts'
import { searchText } from '#messages/en-search.ts'
import { text } from '#messages/en.ts'
import type { FacetName } from './query.ts'

/** The facets that only the index knows, in the order of the menu. */
export const indexFacets = ['gender', 'ori', 'engine', 'has', 'place', 'wear', 'pose', 'shot'] as const

/** Values whose hyphen is part of the word. */
const hyphened = new Set(['t-shirt', 'v-neck', 'close-up'])

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const has: Readonly<Record<string, string>> = searchText.has
const own: Readonly<Record<string, string>> = text.ownership
const known = (words: Readonly<Record<string, string>>, value: string) =>
  (Object.hasOwn(words, value) ? words[value] : undefined) ?? value

/** A facet's value as people read it; values of the index's own are slugs (`news-desk`). */
export function facetWord(name: FacetName, value: string): string {
  if (name === 'type') return typeWord(value)
  if (name === 'own') return known(own, value)
  if (name === 'gender') return capital(genderWord(value))
  if (name === 'ori') return capital(orientationWord(value))
  if (name === 'engine') return engineWord(value)
  if (name === 'has') return known(has, value)
  return name === 'group' ? value : capital(hyphened.has(value) ? value : value.replaceAll('-', ' '))
}
