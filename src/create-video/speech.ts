import { spokenWords } from '#heygen/spoken-words.ts'

/** Whole seconds a script takes to say. */
export interface SpeechLength {
  low: number
  high: number
  about: number
}

const wordsPerMinute = 150
/** Voices differ by about this much from the middle. */
const spread = 0.1

// A millisecond for the longest script, and each price in the dialog asks at every key.
let last = { text: '', words: 0 }

/** `spokenWords`, counted once for all who ask about the same text. */
export function wordCount(text: string): number {
  if (text !== last.text) last = { text, words: spokenWords(text) }
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
