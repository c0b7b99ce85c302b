/** Slips allowed in a word: one from four letters, two from eight. Numbers are not guessed at. */
export const slipsIn = (word: string) =>
  word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : 2

/** A bit a letter, so that words with too many strange letters are passed over without a comparison. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

export function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

const widest = 68
const rows = [new Uint8Array(widest), new Uint8Array(widest), new Uint8Array(widest)] as const

/**
 * Letters left out, put in, replaced or swapped with the next to make `word` out of `other`, or with `open` out of any
 * beginning of `other` (optimal string alignment). More than `most` may be told as any number above it.
 */
export function slipsBetween(word: string, other: string, open: boolean, most: number): number {
  const length = Math.min(other.length, word.length + most)
  if (!open && other.length > length) return most + 1
  let [before, last, row] = rows
  for (let j = 0; j <= length; j++) last[j] = j
  for (let i = 1; i <= word.length; i++) {
    const letter = word.charCodeAt(i - 1)
    let least = (row[0] = i)
    for (let j = 1; j <= length; j++) {
      const same = letter === other.charCodeAt(j - 1)
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        word.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      )
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      row[j] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  if (!open) return last[length] ?? most + 1
  let best = most + 1
  for (let j = 0; j <= length; j++) best = Math.min(best, last[j] ?? best)
  return best
}
