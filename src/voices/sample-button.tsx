import { CirclePlay, CircleStop } from 'lucide-react'
import { useSyncExternalStore, type ComponentProps } from 'react'
import type { Voice } from '#heygen/schemas/voice.ts'
import { voiceSampleText } from '#messages/en-voice-sample.ts'
import { samplePlayer } from './sample-player.ts'
import { toggleSample } from './toggle-sample.ts'
import { voiceName } from './voice-words.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface SampleButtonProps extends ComponentProps<'button'> {
  voice: Voice
}

/** Plays and stops the sample of a voice; nothing where it has none. */
export function SampleButton({ voice, className = '', ...props }: SampleButtonProps) {
  const playing = useSyncExternalStore(samplePlayer.subscribe, samplePlayer.current)
  const url = voice.preview_audio_url
  if (url === null) return null
  const name = voiceName(voice)
  const on = playing === url
  return (
    <button
      type="button"
      className={`inline-flex items-center justify-center rounded-full text-ink hover:bg-ink/8 ${className}`}
      aria-label={on ? voiceSampleText.stop(name) : voiceSampleText.play(name)}
      onClick={() => toggleSample(voice)}
      {...props}
    >
      {on ? <CircleStop {...icon} /> : <CirclePlay {...icon} />}
    </button>
  )
}
