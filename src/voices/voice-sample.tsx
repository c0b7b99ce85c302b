import { CirclePlay, CircleStop } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { Voice } from '#heygen/schemas/voice.ts'
import { text } from '#messages/en.ts'
import { notify } from '#ui/notices.ts'
import { samplePlayer } from './sample-player.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** A voice by name and language, with its sample where it has one. */
export function VoiceSample({ voice }: { voice: Voice }) {
  const playing = useSyncExternalStore(samplePlayer.subscribe, samplePlayer.current)
  const name = voice.name || voice.voice_id
  const url = voice.preview_audio_url
  const on = url !== null && playing === url
  return (
    <>
      {url && (
        <button
          type="button"
          className="-my-1 -ml-1 inline-flex size-7 items-center justify-center rounded-full text-ink hover:bg-well"
          aria-label={on ? text.voice.stop(name) : text.voice.play(name)}
          onClick={() => {
            if (on) samplePlayer.stop()
            else samplePlayer.play(url, () => notify({ title: text.voice.failed }))
          }}
        >
          {on ? <CircleStop {...icon} /> : <CirclePlay {...icon} />}
        </button>
      )}
      <span>{name}</span>
      {voice.language && (
        <span className="rounded-[6px] bg-well px-2 py-0.5 text-12 text-ink-2">{voice.language}</span>
      )}
      {!url && <span className="text-ink-2">{text.voice.noSample}</span>}
    </>
  )
}
