import { hexId } from './random.ts'
import type { VoiceRecord } from './records.ts'

interface VoiceLine {
  key: string
  name: string
  language: string
  gender: string
  own?: true
  /** Left out: `voices/<key>.mp3`. */
  sample?: string | null
}

const lines: VoiceLine[] = [
  { key: 'carmen-warm', name: 'Carmen - Warm', language: 'English', gender: 'female' },
  { key: 'diego-easy', name: 'Diego - Easy', language: 'English', gender: 'male' },
  { key: 'marcus-deep', name: 'Marcus - Deep', language: 'English', gender: 'male' },
  { key: 'maya-calm', name: 'Maya - Calm', language: 'English', gender: 'female' },
  { key: 'josie', name: 'Josie 2', language: 'English', gender: 'female', sample: null },
  { key: 'aisha-bright', name: 'Aisha - Bright', language: 'English', gender: 'female' },
  { key: 'wei-clear', name: 'Wei - Clear', language: 'English', gender: 'male' },
  { key: 'ingrid-news', name: 'Ingrid - News', language: 'English', gender: 'female' },
  { key: 'callum', name: 'Callum', language: 'English', gender: 'male' },
  { key: 'clara', name: 'Clara', language: 'English', gender: 'female' },
  { key: 'graham', name: 'Graham', language: 'English', gender: 'male' },
  { key: 'victor-broadcast', name: 'Victor - Broadcast', language: 'English', gender: 'male' },
  { key: 'annika', name: 'Annika - Natural', language: 'German', gender: 'female' },
  { key: 'matthias', name: 'Matthias', language: 'German', gender: 'male' },
  { key: 'camille', name: 'Camille', language: 'French', gender: 'female' },
  { key: 'lucien', name: 'Lucien - Natural', language: 'French', gender: 'male' },
  { key: 'lucia', name: 'Lucía', language: 'Spanish', gender: 'female' },
  { key: 'andres', name: 'Andrés', language: 'Spanish', gender: 'male' },
  { key: 'giulia', name: 'Giulia', language: 'Italian', gender: 'female' },
  { key: 'tiago', name: 'Tiago', language: 'Portuguese', gender: 'male' },
  { key: 'agnieszka', name: 'Agnieszka', language: 'Polish', gender: 'female' },
  { key: 'joost', name: 'Joost', language: 'Dutch', gender: 'male' },
  { key: 'linnea', name: 'Linnéa', language: 'Swedish', gender: 'female' },
  { key: 'emre', name: 'Emre', language: 'Turkish', gender: 'male' },
  { key: 'ananya', name: 'Ananya', language: 'Hindi', gender: 'female' },
  { key: 'haruka', name: 'Haruka', language: 'Japanese', gender: 'female' },
  { key: 'robin', name: 'Robin', language: 'Multilingual', gender: 'unknown', sample: null },
  // HeyGen lists a few samples under addresses no browser can open.
  {
    key: 'theo',
    name: 'Theo',
    language: 'Multilingual',
    gender: 'Male',
    sample: 's3://sandbox-voices/theo.wav',
  },
  { key: 'walter-clone', name: 'Walter (cloned)', language: 'English', gender: 'male', own: true },
  { key: 'ruth-clone', name: 'Ruth (cloned)', language: 'English', gender: 'female', own: true },
  {
    key: 'omar-clone',
    name: 'Omar phone memo',
    language: 'English',
    gender: 'male',
    own: true,
    sample: null,
  },
]

/** Voice keys below are the names of the files in public/sandbox/voices. */
export const voiceId = (key: string) => hexId(`voice ${key}`)

export const voices: VoiceRecord[] = lines.map(({ key, name, language, gender, own, sample }, i) => ({
  voice_id: voiceId(key),
  name,
  language,
  gender,
  support_pause: i % 3 !== 2,
  support_locale: language === 'Multilingual',
  type: own ? 'private' : 'public',
  sample: sample === undefined ? `voices/${key}.mp3` : sample,
  engines: i % 5 === 4 ? [] : ['starfish'],
  created_at: 1_782_000_000 - i * 86_400,
}))
