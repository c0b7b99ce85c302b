import type { Voice } from '#heygen/schemas/voice.ts'
import { genderWord } from '#looks/look-words.ts'
import { voicesText as words } from '#messages/en-voices.ts'
import { text } from '#messages/en.ts'

/** Names come with tabs, newlines and doubled spaces; a voice without one goes by its id. */
export const voiceName = ({ name, voice_id }: Voice) => name.replace(/\s+/g, ' ').trim() || voice_id

export const isOwn = ({ type }: Voice) => type === 'private'

/** `male`, `Male`, `Man` and `man` are one; `unknown`, `neutral` and whatever else are null. */
export function genderOf({ gender }: Voice): 'male' | 'female' | null {
  const word = genderWord(gender)
  return word === text.gender.male ? 'male' : word === text.gender.female ? 'female' : null
}

/** The language as HeyGen names it; empty where it does not know. */
export const languageOf = ({ language }: Voice) =>
  language.trim().toLowerCase() === 'unknown' ? '' : language.trim()

/** The quiet line under a name. */
export function voiceCaption(voice: Voice): string {
  const gender = voice.gender.toLowerCase() === 'unknown' ? '' : genderWord(voice.gender)
  return [languageOf(voice) || words.unknownLanguage, gender].filter(Boolean).join(' · ')
}
