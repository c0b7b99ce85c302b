import type { Voice } from '#heygen/schemas/voice.ts'
import { genderWord } from '#looks/look-words.ts'
import { genderOf, isOwn, languageOf } from './voice-words.ts'

export interface VoiceFilters {
  /** As typed: every word begins a word of the name, the language or the gender. */
  text: string
  /** A key of `languagesOf`; null: any. */
  language: string | null
  gender: 'male' | 'female' | null
  mine: boolean
  sample: boolean
}

export const noFilters: VoiceFilters = { text: '', language: null, gender: null, mine: false, sample: false }

export const isFiltered = ({ text, language, gender, mine, sample }: VoiceFilters) =>
  text.trim() !== '' || language !== null || gender !== null || mine || sample

/** Letters that Unicode does not take apart into a base and an accent. */
const plain = new Map(Object.entries({ ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' }))

/** Without accents and case: upper case first, which makes ss of ß. */
const fold = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[łøđæœı]/g, (letter) => plain.get(letter) ?? letter)

const wordsIn = (words: string) =>
  fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const known = new WeakMap<Voice, string[]>()

/** The words of a voice, taken apart once: thousands are searched with every key. */
function wordsOf(voice: Voice): string[] {
  let words = known.get(voice)
  if (!words) {
    words = wordsIn([voice.name, voice.language, voice.gender, genderWord(voice.gender)].join(' '))
    known.set(voice, words)
  }
  return words
}

const languageKey = (voice: Voice) => fold(languageOf(voice))

function rank(voice: Voice, standardId: string | null): number {
  if (voice.voice_id === standardId) return 0
  if (isOwn(voice)) return 1
  return voice.preview_audio_url === null ? 3 : 2
}

/**
 * The voices that pass, the look's default first, then the account's own, those with a sample and the rest;
 * within these as they came.
 */
export function findVoices(
  voices: readonly Voice[],
  filters: VoiceFilters,
  standardId: string | null,
): Voice[] {
  const typed = wordsIn(filters.text)
  const ranks: Voice[][] = [[], [], [], []]
  for (const voice of voices) {
    const passes =
      (!filters.mine || isOwn(voice)) &&
      (!filters.sample || voice.preview_audio_url !== null) &&
      (filters.gender === null || genderOf(voice) === filters.gender) &&
      (filters.language === null || languageKey(voice) === filters.language) &&
      typed.every((part) => wordsOf(voice).some((word) => word.startsWith(part)))
    if (passes) ranks[rank(voice, standardId)]?.push(voice)
  }
  return ranks.flat()
}

export interface Language {
  /** For `VoiceFilters`; empty for voices whose language HeyGen does not know. */
  key: string
  /** As HeyGen spells it first. */
  name: string
  count: number
}

/** The languages there are, by name, the unknown last. */
export function languagesOf(voices: readonly Voice[]): Language[] {
  const languages = new Map<string, Language>()
  for (const voice of voices) {
    const key = languageKey(voice)
    const language = languages.get(key)
    if (language) language.count++
    else languages.set(key, { key, name: languageOf(voice), count: 1 })
  }
  return [...languages.values()].toSorted((a, b) =>
    a.key === '' || b.key === '' ? (a.key === '' ? 1 : -1) : a.name.localeCompare(b.name, 'en'),
  )
}

/** What is found, those that are `shown` already in the order they have, and the others after them. */
export function keepOrder(shown: readonly Voice[], found: readonly Voice[]): Voice[] {
  const left = new Map(found.map((voice) => [voice.voice_id, voice]))
  const kept = shown.flatMap(({ voice_id }) => {
    const voice = left.get(voice_id)
    left.delete(voice_id)
    return voice ?? []
  })
  return [...kept, ...left.values()]
}
