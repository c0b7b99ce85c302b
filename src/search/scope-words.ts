import { phrases } from './facet-words.ts'
import type { FacetName } from './query.ts'

/** What can stand before the colon of a scope. */
export const scopeNames: ReadonlyMap<string, FacetName> = new Map([
  ['type', 'type'],
  ['own', 'own'],
  ['person', 'group'],
  ['group', 'group'],
  ['gender', 'gender'],
  ['ori', 'ori'],
  ['orientation', 'ori'],
  ['engine', 'engine'],
  ['has', 'has'],
  ['place', 'place'],
  ['wear', 'wear'],
  ['pose', 'pose'],
  ['shot', 'shot'],
  ['view', 'shot'],
])

const friendly: Readonly<Partial<Record<FacetName, ReadonlyMap<string, string>>>> = {
  type: new Map([
    ['photo', 'photo-avatar'],
    ['studio', 'studio-avatar'],
    ['twin', 'digital-twin'],
    ['video', 'digital-twin'],
    ['video-avatar', 'digital-twin'],
  ]),
  own: new Map([
    ['mine', 'private'],
    ['my', 'private'],
    ['stock', 'public'],
  ]),
  gender: new Map([
    ['f', 'female'],
    ['w', 'female'],
    ['woman', 'female'],
    ['women', 'female'],
    ['m', 'male'],
    ['man', 'male'],
    ['men', 'male'],
  ]),
  ori: new Map([
    ['9-16', 'portrait'],
    ['4-5', 'portrait'],
    ['tall', 'portrait'],
    ['vertical', 'portrait'],
    ['16-9', 'landscape'],
    ['wide', 'landscape'],
    ['horizontal', 'landscape'],
    ['1-1', 'square'],
  ]),
  engine: new Map([
    ['v', 'avatar-v'],
    ['5', 'avatar-v'],
    ['iv', 'avatar-iv'],
    ['4', 'avatar-iv'],
    ['iii', 'avatar-iii'],
    ['3', 'avatar-iii'],
  ]),
  has: new Map([
    ['clip', 'video'],
    ['motion', 'video'],
    ['tag', 'tags'],
  ]),
}

/**
 * Whether a value, as a slug, is meant by what stands after the colon: by what people call it, by a word for it, by
 * itself if it is one of the `known`, or else by its beginning.
 */
export function meantBy(
  facet: FacetName,
  typed: string,
  known: ReadonlySet<string>,
): (slug: string) => boolean {
  const friend = friendly[facet]?.get(typed)
  if (friend) return (slug) => slug === friend
  const [first = ''] = typed.split('-')
  const named = (phrases.get(first) ?? [])
    .filter((phrase) => phrase.facet === facet && phrase.words.join('-') === typed)
    .map(({ value }) => value)
  const meant = new Set([...named, typed].filter((value) => known.has(value)))
  if (meant.size > 0) return (slug) => meant.has(slug)
  return (slug) => slug.startsWith(typed) || slug.startsWith(`avatar-${typed}`)
}
