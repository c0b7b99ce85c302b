/** Letters that no decomposition takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
}

// Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and the tatweel. Marks of other scripts are
// part of the letter: without its vowel signs a Hindi word is another word.
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g

// Characters that are there and cannot be seen: soft hyphens, joiners, direction marks.
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Text as it is compared: without accents, case, width and invisible characters. Spaces stay as they are. */
export function fold(text: string): string {
  // eslint-disable-next-line no-control-regex -- the ASCII range, which is most of a catalogue
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase()
  const lower = text.normalize('NFKC').toLowerCase().replace(unseen, '')
  return lower
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(/[ßøłđðþæœħŧıς]/g, (letter) => plainLetters[letter] ?? letter)
}

const wordRuns = /[\p{L}\p{N}\p{M}]+/gu

// Scripts written without spaces. Each character is a word of its own, so that any piece of such text can be found as a
// phrase of its characters.
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const unspacedOrRun = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source}).)+`, 'gu')

export const isUnspaced = (text: string) => unspaced.test(text)

/** The words of folded text: runs of letters and digits, and every character of a script without spaces. */
export function wordsOf(folded: string): string[] {
  const runs = folded.match(wordRuns) ?? []
  if (!isUnspaced(folded)) return runs
  return runs.flatMap((run) => run.match(unspacedOrRun) ?? [])
}
