import { phrases, sides, type MinedFacet } from './facet-words.ts'

export type Mined = Record<MinedFacet, string[]>

/** Words that may follow the side a look is taken from, as `2` and `(Motion)` do. */
const isTail = (word: string) => word === 'motion' || /^\p{N}+$/u.test(word)

/** Where the sides at the end of a name begin: from there on they are views, before they are words. */
function sidesFrom(words: readonly string[]): number {
  let from = words.length
  while (from > 0 && isTail(words[from - 1] ?? '')) from--
  while (from > 0 && sides.has(words[from - 1] ?? '')) from--
  return from
}

function mine(words: readonly string[], skip: string | undefined, from: number, into: Mined): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === skip) continue
    const starting = phrases.get(word)
    if (!starting) continue
    const fits = starting.filter((phrase) => phrase.words.every((part, n) => words[i + n] === part))
    const length = fits[0]?.words.length ?? 1
    for (const { words: parts, facet, value } of fits) {
      if (parts.length < length || (sides.has(word) && i < from) || into[facet].includes(value)) continue
      into[facet].push(value)
    }
    i += length - 1
  }
}

/**
 * What a look's name and readable id say of place, clothes, pose and view, in words as they are folded. `first` is the
 * first word of the person's name, which is never read as anything else: people are called Forest and Denim.
 *
 * Other people's names are not known as such: a photo called after a Mr Park, of a person called otherwise, is taken
 * for one in a park. So are figures of speech (`home run`), and what a cut name would have gone on to say is lost.
 */
export function mineFacets(name: readonly string[], id: readonly string[], first: string | undefined): Mined {
  const mined: Mined = { place: [], wear: [], pose: [], shot: [] }
  mine(name, first, sidesFrom(name), mined)
  mine(id, first, 0, mined)
  return mined
}
