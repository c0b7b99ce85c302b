import type { Voice } from '#heygen/schemas/voice.ts'

/** A public English voice with a sample, but for what is said otherwise. */
export const makeVoice = (name: string, other: Partial<Voice> = {}): Voice => ({
  voice_id: `id of ${name}`,
  name,
  language: 'English',
  gender: 'female',
  support_pause: false,
  support_locale: false,
  type: 'public',
  status: null,
  preview_audio_url: `http://localhost/${name}.mp3`,
  ...other,
})
