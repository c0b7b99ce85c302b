import { fold, isUnspaced, wordsOf } from './normalise.ts'
import type { MatchedWord } from './protocol.ts'

interface Letter {
  /** As it is compared; empty for what is no letter or digit. */
  folded: string
  /** Where it stands in the name. */
  from: number
  to: number
  /** A word, or a part of one, may begin here. */
  starts: boolean
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const isCapital = (letter: string) => /^\p{Lu}/u.test(letter)
const isDigit = (letter: string) => /^\p{N}/u.test(letter)

function lettersOf(name: string): Letter[] {
  let before = ''
  return Array.from(graphemes.segment(name), ({ segment, index }) => {
    const folded = wordsOf(fold(segment)).join('')
    const starts =
      folded !== '' &&
      (wordsOf(fold(before)).length === 0 ||
        (isCapital(segment) && !isCapital(before)) ||
        isDigit(segment) !== isDigit(before) ||
        isUnspaced(folded))
    before = segment
    return { folded, from: index, to: index + segment.length, starts }
  })
}

/** The letter behind `word` when it is read from letter `at` on; -1 where it is not there. */
function endOf(letters: readonly Letter[], at: number, word: string): number {
  let i = at
  let rest = word.replaceAll(' ', '')
  while (rest) {
    const letter = letters[i]
    if (!letter) return -1
    // `T-Shirt` is found by `tshirt`, and a phrase runs over its spaces.
    if (letter.folded && !rest.startsWith(letter.folded) && !letter.folded.startsWith(rest)) return -1
    if (!letter.folded && i === at) return -1
    rest = rest.slice(letter.folded.length)
    i++
  }
  return i
}

const isEnd = (letters: readonly Letter[], at: number) => {
  const letter = letters[at]
  return !letter?.folded || letter.starts
}

function marksOf(letters: readonly Letter[], { typed, like }: MatchedWord): [from: number, to: number][] {
  const found = (word: string) =>
    letters.flatMap((letter, at): [number, number][] => {
      const end = letter.starts ? endOf(letters, at, word) : -1
      return end < 0 ? [] : [[at, end]]
    })
  const isWhole = ([, end]: [number, number]) => isEnd(letters, end)
  const asTyped = found(typed)
  const whole = asTyped.filter(isWhole)
  return [...(whole.length > 0 ? whole : asTyped), ...like.flatMap((word) => found(word).filter(isWhole))]
}

/**
 * A name in pieces, with what was typed marked: the word if it is there, otherwise the beginnings of words, and the
 * words that slips were taken for. Null where nothing is.
 */
export function markWords(
  name: string,
  words: readonly MatchedWord[],
): { text: string; marked: boolean }[] | null {
  const letters = lettersOf(name)
  const marked = new Uint8Array(letters.length)
  for (const word of words) for (const [from, to] of marksOf(letters, word)) marked.fill(1, from, to)
  if (!marked.includes(1)) return null

  const pieces: { text: string; marked: boolean }[] = []
  for (const [i, { from, to }] of letters.entries()) {
    const last = pieces.at(-1)
    const isMarked = marked[i] === 1
    const text = name.slice(from, to)
    if (last?.marked === isMarked) last.text += text
    else pieces.push({ text, marked: isMarked })
  }
  return pieces
}
