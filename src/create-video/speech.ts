/** Whole seconds a script takes to say. */
export interface SpeechLength {
  low: number
  high: number
  about: number
}

const wordsPerMinute = 150
/** Voices differ by about this much from the middle. */
const spread = 0.1

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'word' }) : undefined

function count(text: string): number {
  const spoken = text.replace(/<\/?[a-z][^<>]*>/gi, ' ')
  if (!segmenter) return spoken.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  let words = 0
  for (const { isWordLike } of segmenter.segment(spoken)) if (isWordLike) words += 1
  return words
}

// A millisecond for the longest script, and each price in the dialog asks at every key.
let last = { text: '', words: 0 }

/** Words that are spoken; tags such as `<break time="1s"/>` are not. Chinese and Japanese have words without spaces. */
export function wordCount(text: string): number {
  if (text !== last.text) last = { text, words: count(text) }
  return last.words
}

/** How long `text` takes at a voice's `speed`; 0 throughout where there is nothing to say. */
export function speechSeconds(text: string, speed: number): SpeechLength {
  const words = wordCount(text)
  if (words === 0) return { low: 0, high: 0, about: 0 }
  // While a speed is being typed it may be anything.
  const pace = Number.isFinite(speed) ? Math.min(1.5, Math.max(0.5, speed)) : 1
  const seconds = ((words / wordsPerMinute) * 60) / pace
  const low = Math.max(1, Math.round(seconds * (1 - spread)))
  const high = Math.max(low + 1, Math.round(seconds * (1 + spread)))
  return { low, high, about: Math.max(1, Math.round(seconds)) }
}
